import { createBucket } from "../../../../src/emulator/bucket";
import { createContactStore } from "../../../../src/emulator/contactStore";
import { transcriptKey } from "../../../../src/emulator/records";
import type {
  ContactRecord,
  InstanceRecord,
  Seed,
  StoredObject,
  TranscriptStorage,
  World,
} from "../../../../src/emulator/world";

export const NOW = Date.UTC(2026, 4, 6, 12, 0, 0);
export const MINUTE = 60_000;
export const INSTANCE = "b0000000-0000-4000-8000-000000000001";
export const OTHER_INSTANCE = "b0000000-0000-4000-8000-000000000002";
export const ACCOUNT = "111122223333";
export const ARN = `arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE}`;
export const BUCKET = "transcripts";

export const storage: TranscriptStorage = {
  associationId: "s-1",
  bucket: BUCKET,
  prefix: "connect/test/ChatTranscripts",
};

type Given = Partial<ContactRecord> & Pick<ContactRecord, "id">;

const begun = (given: Given): ContactRecord => ({
  initialContactId: given.id,
  channel: "CHAT",
  subtype: "connect:Chat",
  initiationMethod: "API",
  initiatedAt: NOW - 120 * MINUTE,
  attributes: {},
  persistent: false,
  ...given,
});

/** A chat that began two hours ago and ended after ten minutes, unless told otherwise. */
export const contact = (given: Given): ContactRecord =>
  begun({ endedAt: NOW - 110 * MINUTE, disconnectReason: "CUSTOMER_DISCONNECT", ...given });

/** A chat that began two hours ago and is still going on. */
export const activeContact = begun;

export const transcript = (of: ContactRecord, text = "{}", availableAt = 0): StoredObject => ({
  key: transcriptKey(storage, of),
  lastModified: of.initiatedAt,
  availableAt,
  body: () => Buffer.from(text),
});

/** C1 → C2 → C3 of one ended session, as in the reference example, and two active chats. */
export const session = (): ContactRecord[] => [
  contact({
    id: "c1",
    agentId: "a1",
    queueId: "q1",
    enqueuedAt: NOW - 119 * MINUTE,
    connectedToAgentAt: NOW - 118 * MINUTE,
    attributes: { customer: "Ana", tier: "gold" },
  }),
  contact({
    id: "c2",
    initialContactId: "c1",
    previousContactId: "c1",
    initiationMethod: "TRANSFER",
    initiatedAt: NOW - 110 * MINUTE,
    endedAt: NOW - 100 * MINUTE,
    disconnectReason: "AGENT_DISCONNECT",
    agentId: "a2",
    queueId: "q1",
  }),
  contact({
    id: "c3",
    initialContactId: "c1",
    previousContactId: "c2",
    initiationMethod: "DISCONNECT",
    initiatedAt: NOW - 100 * MINUTE,
    endedAt: NOW - 99 * MINUTE,
  }),
  activeContact({ id: "c4", initiatedAt: NOW - 5 * MINUTE, subtype: "connect:SMS" }),
  activeContact({ id: "c5", initiatedAt: NOW - 3 * MINUTE }),
];

/** What was said in the active chats before the world began: one greeting. */
const saidBefore = ({ id }: ContactRecord) => [
  {
    AbsoluteTime: new Date(NOW - MINUTE).toISOString(),
    Content: `Hello from ${id}`,
    ContentType: "text/plain",
    Id: `${id} 1`,
    Type: "MESSAGE" as const,
  },
];

export interface WorldParts {
  readonly contacts?: readonly ContactRecord[];
  readonly objects?: readonly StoredObject[];
  readonly hasStorage?: boolean;
}

const instance = (id: string, contacts: Iterable<ContactRecord>): InstanceRecord => ({
  id,
  alias: `alias-${id.at(-1) ?? ""}`,
  createdAt: NOW - 1000 * MINUTE,
  enabled: new Set(id === INSTANCE ? ["CONTACT_LENS"] : []),
  users: new Map(
    ["a1", "a2", "a3"].map((user) => [
      user,
      { id: user, username: `login-${user}`, firstName: "Ada", lastName: user },
    ]),
  ),
  queues: new Map([
    ["q1", { id: "q1", name: "Billing", description: "Bills" }],
    ["q2", { id: "q2", name: "Orders", description: "Orders" }],
  ]),
  flows: new Map([
    ["f1", { id: "f1", name: "Inbound", description: "", type: "CONTACT_FLOW", content: "{}" }],
  ]),
  contacts: createContactStore(contacts),
});

/** Two instances; the second has one ended chat `other`, and no transcript storage. */
export const seedWith =
  ({ contacts = session(), objects, hasStorage = true }: WorldParts = {}): Seed =>
  (): World => {
    const own = contacts.map((record) => structuredClone(record));
    const ended = own.filter(({ endedAt }) => endedAt !== undefined);
    const first = instance(INSTANCE, own);
    const second = instance(OTHER_INSTANCE, [contact({ id: "other" })]);
    return {
      accountId: ACCOUNT,
      region: "us-east-1",
      instances: new Map([
        [INSTANCE, hasStorage ? { ...first, transcriptStorage: storage } : first],
        [OTHER_INSTANCE, second],
      ]),
      buckets: new Map([
        [BUCKET, createBucket(BUCKET, objects ?? ended.map((record) => transcript(record)))],
      ]),
      saidBefore,
    };
  };
