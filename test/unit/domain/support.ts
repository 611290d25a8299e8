import type { Contact, ContactSummary } from "../../../src/domain/contact";
import type { ContactReader } from "../../../src/domain/lineage";
import { Failure } from "../../../src/domain/failure";

const MINUTE = 60_000;
export const NOON = Date.UTC(2026, 8, 27, 12);

/** An ended chat contact that began so many minutes after noon. */
export const contact = (
  given: Partial<Contact> & { readonly id: string; readonly minute?: number },
): Contact => {
  const { minute = 0, ...rest } = given;
  return {
    initialContactId: given.id,
    channel: "CHAT",
    subtype: "connect:Chat",
    initiationMethod: "API",
    initiatedAt: NOON + minute * MINUTE,
    endedAt: NOON + (minute + 5) * MINUTE,
    attributes: {},
    storedTranscript: { kind: "stored", bucket: "bucket", key: given.id },
    ...rest,
  };
};

/** The same contact while it goes on. */
export function active({ endedAt: _ended, ...rest }: Contact): Contact {
  return { ...rest, storedTranscript: { kind: "notListed" } };
}

/** The worked example of AWS's documentation. */
export const reference = (): readonly [Contact, Contact, Contact] => [
  contact({ id: "C1", agentId: "a1" }),
  contact({
    id: "C2",
    initialContactId: "C1",
    previousContactId: "C1",
    initiationMethod: "TRANSFER",
    agentId: "a2",
    minute: 10,
  }),
  contact({
    id: "C3",
    initialContactId: "C1",
    previousContactId: "C2",
    initiationMethod: "DISCONNECT",
    minute: 20,
  }),
];

/** An instance that knows these contacts. */
export function readerOf(contacts: readonly Contact[]): ContactReader {
  const find = (id: string): Promise<Contact> => {
    const found = contacts.find((each) => each.id === id);
    return found === undefined
      ? Promise.reject(new Failure("notFound", "DescribeContact", { name: "n", message: "m" }))
      : Promise.resolve(found);
  };
  return {
    describeContact: find,
    associatedContacts: async (id) => {
      const { initialContactId } = await find(id);
      return contacts.filter((each) => each.initialContactId === initialContactId);
    },
  };
}

export const idsOf = (contacts: readonly ContactSummary[]): readonly string[] =>
  contacts.map(({ id }) => id);
