import type { ContactRecord, ContactStore, InstanceRecord } from "./world";

/** So many past contacts are followed back (domain.md §1.5). */
const MAX_PAST_CONTACTS = 100;

/** The contact before this one in its session. */
const earlier = (contacts: ContactStore, contact: ContactRecord): ContactRecord | undefined => {
  if (contact.id === contact.initialContactId) return undefined;
  return (
    contacts.get(contact.previousContactId ?? "") ??
    contacts
      .session(contact.initialContactId)
      .findLast(({ initiatedAt }) => initiatedAt < contact.initiatedAt)
  );
};

/** A relation that is no persistent link brings nothing along. */
const linkOf = ({ persistent, relatedContactId }: ContactRecord): readonly string[] =>
  persistent && relatedContactId !== undefined ? [relatedContactId] : [];

/**
 * The past contacts whose history a session sees, newest first: of each linked session, the continued-from contact and those
 * before it (domain.md §1.4).
 */
export const pastContacts = (
  { contacts }: InstanceRecord,
  initialContactId: string,
): readonly ContactRecord[] => {
  const past = new Set<ContactRecord>();
  const links = contacts.session(initialContactId).toReversed().flatMap(linkOf);
  for (const link of links) {
    let contact = contacts.get(link);
    while (contact && !past.has(contact) && past.size < MAX_PAST_CONTACTS) {
      past.add(contact);
      links.push(...linkOf(contact));
      contact = earlier(contacts, contact);
    }
  }
  return [...past];
};
