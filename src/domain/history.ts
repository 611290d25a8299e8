import type { Chain } from "./chain";
import { toChains } from "./chain";
import type { Contact } from "./contact";
import type { Failure } from "./failure";
import type { NonEmpty } from "./nonEmpty";

/** The service follows at most this many past contacts back (domain.md §1.5). */
export const MAX_PAST_CONTACTS = 100;

/** A contact of a history that could not be read, and why. */
export interface Gap {
  readonly contactId: string;
  readonly failure: Failure;
}

/** A session as it was read, with every contact's record. */
export interface Session extends Chain<Contact> {
  /** Why the service could not be asked for the session's contacts: later ones than those here may exist. */
  readonly unlisted?: Failure;
}

/** Chains linked by persistent chat (`relatedContactId`), read as far back as a history needs. */
export interface Lineage {
  /** Newest first. The first is the whole session asked about; of older ones, what some history of it reaches. */
  readonly chains: NonEmpty<Session>;
  readonly gaps: readonly Gap[];
}

/** A contact with everything that is linked before it: in its session first, then over persistent links. */
export interface History {
  /** Newest first, beginning with the contact asked about; empty where that is not in the lineage. */
  readonly contacts: readonly Contact[];
  /** Contacts that belong here and could not be read. */
  readonly gaps: readonly Gap[];
  /** True where older contacts exist that the lineage was not read back to. */
  readonly more: boolean;
}

/** What is known on the way back. */
export interface Known {
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly gaps: ReadonlyMap<string, Gap>;
}

/** How far a walk came. */
interface Walk {
  readonly contacts: readonly Contact[];
  readonly gaps: readonly Gap[];
  /** The next contact of the history: not known, or beyond the limit. */
  readonly next?: string;
}

/**
 * Goes back from a contact to everything linked before it: the contacts before it in its session, then the contacts that any
 * of those continues, newest link first, and so on. A link on a later contact of the session is never met, and a loop ends
 * where it comes back.
 */
export function walkBack(known: Known, from: string, limit = Infinity): Walk {
  const contacts: Contact[] = [];
  const seen = new Set<string>();
  const starts = [from];
  const gaps = (): readonly Gap[] =>
    [...known.gaps.values()].filter((gap) => seen.has(gap.contactId));
  for (const start of starts) {
    for (let id: string | undefined = start; id !== undefined && !seen.has(id);) {
      const contact: Contact | undefined = known.contacts.get(id);
      const readable = contact !== undefined && contacts.length < limit;
      if (!readable && !known.gaps.has(id)) return { contacts, gaps: gaps(), next: id };
      seen.add(id);
      if (contact === undefined) break;
      contacts.push(contact);
      if (contact.relatedContactId !== undefined) starts.push(contact.relatedContactId);
      id = previousOf(known, contact, seen);
    }
  }
  return { contacts, gaps: gaps() };
}

/** By the contact's own link; where that is missing or cannot be read, by time, and at last the session's first contact. */
function previousOf(known: Known, contact: Contact, seen: Set<string>): string | undefined {
  const { id, initialContactId, previousContactId } = contact;
  if (previousContactId !== undefined && !known.gaps.has(previousContactId))
    return previousContactId;
  if (previousContactId !== undefined) seen.add(previousContactId);
  if (id === initialContactId) return undefined;
  const session = [...known.contacts.values()].filter(
    (other) => other.initialContactId === initialContactId,
  );
  const [chain] = toChains(session);
  const before = chain?.contacts[chain.contacts.indexOf(contact) - 1];
  return before?.id ?? initialContactId;
}

/** The history of a contact of the lineage, as far as the lineage was read. */
export function historyOf(lineage: Lineage, contactId: string | undefined): History {
  const contacts = lineage.chains.flatMap((chain) => chain.contacts);
  const known: Known = {
    contacts: new Map(contacts.map((contact) => [contact.id, contact])),
    gaps: new Map(lineage.gaps.map((gap) => [gap.contactId, gap])),
  };
  if (contactId === undefined || !known.contacts.has(contactId))
    return { contacts: [], gaps: [], more: false };
  const walk = walkBack(known, contactId);
  return { contacts: walk.contacts, gaps: walk.gaps, more: walk.next !== undefined };
}
