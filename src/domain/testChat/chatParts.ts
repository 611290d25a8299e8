import type { Contact } from "../contact";
import { hasEnded } from "../contact";
import type { Conversation, TranscriptItem, TranscriptPart } from "../transcript";

type Part = TranscriptPart<Contact>;

/** What is known of a contact before its record is read: that something was said on it. */
export const heardContact = (
  { contactId, time }: TranscriptItem,
  initialContactId: string,
): Contact => ({
  id: contactId,
  initialContactId,
  channel: "CHAT",
  initiationMethod: contactId === initialContactId ? "API" : "UNKNOWN",
  initiatedAt: time ?? 0,
  attributes: {},
  storedTranscript: { kind: "notListed" },
});

const saidOn = (contact: Contact, items: readonly TranscriptItem[]): Part => ({
  contact,
  content: {
    kind: "transcript",
    contactId: contact.id,
    initialContactId: contact.initialContactId,
    items,
  },
});

/** Items by their contacts, in the order in which something was first said on each. */
function byContact(items: readonly TranscriptItem[]): Map<string, TranscriptItem[]> {
  const groups = new Map<string, TranscriptItem[]>();
  for (const item of items) {
    const group = groups.get(item.contactId);
    if (group === undefined) groups.set(item.contactId, [item]);
    else group.push(item);
  }
  return groups;
}

/** What was said in a chat that we take part in; `recordOf` is given the first item of each contact. */
export const currentParts = (
  items: readonly TranscriptItem[],
  recordOf: (first: TranscriptItem) => Contact,
): readonly Part[] =>
  [...byContact(items).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [saidOn(recordOf(first), group)];
  });

/**
 * What came back of the past, oldest first: of the carried contacts (newest first), and of those that nobody predicted. Where
 * nothing came, the stored transcript says why, if it does.
 */
export function pastParts(
  carried: readonly Contact[],
  returned: readonly TranscriptItem[],
  stored: Conversation<Contact>,
): readonly Part[] {
  const groups = byContact(returned);
  const known = new Set(carried.map(({ id }) => id));
  const strangers = returned.filter(({ contactId }) => !known.has(contactId));
  const absenceOf = (contact: Contact) =>
    hasEnded(contact)
      ? stored.sections.find((section) => section.contact.id === contact.id)?.absence
      : ({ kind: "active" } as const);
  return [
    ...currentParts(strangers, (first) => heardContact(first, first.contactId)),
    ...carried.toReversed().map((contact): Part => {
      const items = groups.get(contact.id) ?? [];
      const absence = items.length === 0 ? absenceOf(contact) : undefined;
      return absence === undefined ? saidOn(contact, items) : { contact, content: absence };
    }),
  ];
}
