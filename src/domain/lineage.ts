import type { Chain } from "./chain";
import { toChains } from "./chain";
import { mapConcurrently } from "./concurrently";
import type { Contact } from "./contact";
import { Failure } from "./failure";
import type { AssociatedContact, ConnectGateway } from "./gateway";
import type { Gap, Known, Lineage, Session } from "./history";
import { MAX_PAST_CONTACTS, walkBack } from "./history";
import type { NonEmpty } from "./nonEmpty";

/** What reading chains and lineages needs of an instance. */
export type ContactReader = Pick<ConnectGateway, "associatedContacts" | "describeContact">;

export interface LineageOptions {
  readonly signal: AbortSignal;
  /** Told of each past contact as soon as it is read, so that its transcript need not wait for the others. */
  readonly onRead?: (contact: Contact) => void;
}

const DESCRIBED_AT_ONCE = 8;

/**
 * The whole session of a contact, with every contact's record: one ListAssociatedContacts call, then what that leaves out.
 * Contacts whose record is gone are left out. Where the call fails, the chain has the contacts that are known to be of it
 * already, and what these link back to, and says so (`unlisted`). Rejects with a `Failure`.
 */
export async function readChain(
  gateway: ContactReader,
  contactId: string,
  signal: AbortSignal,
  knownIds: readonly string[] = [],
): Promise<Session> {
  const [contact, listed] = await Promise.all([
    gateway.describeContact(contactId, signal),
    listSession(gateway, contactId, signal),
  ]);
  const { initialContactId } = contact;
  const records = new Map<string, Contact | undefined>([[contactId, contact]]);
  const listedIds = listed instanceof Failure ? knownIds : idsWithin(listed, initialContactId);
  let wanted = [...new Set([initialContactId, ...listedIds, ...previousIds([contact])])];
  while (wanted.length > 0) {
    const unread = wanted.filter((id) => !records.has(id));
    const read = await mapConcurrently(DESCRIBED_AT_ONCE, unread, (id) =>
      describeIfKept(gateway, id, signal),
    );
    unread.forEach((id, index) => records.set(id, read[index]));
    wanted = previousIds(read);
  }
  const chain = chainOf(contact, records.values());
  return listed instanceof Failure ? { ...chain, unlisted: listed } : chain;
}

const idsWithin = (listed: readonly AssociatedContact[], initialContactId: string): string[] =>
  listed.filter((other) => other.initialContactId === initialContactId).map(({ id }) => id);

const previousIds = (contacts: readonly (Contact | undefined)[]): string[] =>
  contacts.flatMap((contact) => contact?.previousContactId ?? []);

function chainOf(contact: Contact, records: Iterable<Contact | undefined>): Chain<Contact> {
  const { initialContactId } = contact;
  const session = [...records].filter((other) => other?.initialContactId === initialContactId);
  const [chain] = toChains(session.filter((other) => other !== undefined));
  return chain ?? { initialContactId, contacts: [contact], partial: true };
}

/** Without the list, the links of the contacts themselves still lead back. */
async function listSession(
  gateway: ContactReader,
  contactId: string,
  signal: AbortSignal,
): Promise<readonly AssociatedContact[] | Failure> {
  try {
    return await gateway.associatedContacts(contactId, signal);
  } catch (error) {
    if (error instanceof Failure && error.kind !== "aborted") return error;
    throw error;
  }
}

/** Records are kept for 24 months (domain.md §1.5), so that an old session may have lost its beginning. */
async function describeIfKept(
  gateway: ContactReader,
  contactId: string,
  signal: AbortSignal,
): Promise<Contact | undefined> {
  try {
    return await gateway.describeContact(contactId, signal);
  } catch (error) {
    if (error instanceof Failure && error.kind === "notFound") return undefined;
    throw error;
  }
}

/**
 * Follows the persistent links of a chain, one DescribeContact a past contact, until the history of each of its contacts is
 * known or longer than the service follows back. What cannot be read becomes a gap, so that the rest is still of use; only
 * an abort rejects.
 */
export async function followLineage(
  gateway: ContactReader,
  chain: Session,
  options: LineageOptions,
): Promise<Lineage> {
  const contacts = new Map(chain.contacts.map((contact) => [contact.id, contact]));
  const gaps = new Map<string, Gap>();
  // The chain may be the past one, which counts, or the current one, which does not.
  const limit = MAX_PAST_CONTACTS + chain.contacts.length;
  for (const { id } of chain.contacts.toReversed()) {
    let next = unreadIn({ contacts, gaps }, id, limit);
    while (next !== undefined) {
      const read = await readPast(gateway, next, options);
      if (read instanceof Failure) gaps.set(next, { contactId: next, failure: read });
      else addAs(contacts, next, read);
      next = unreadIn({ contacts, gaps }, id, limit);
    }
  }
  const isStart = (other: Chain): boolean => other.initialContactId === chain.initialContactId;
  const chains = toChains([...contacts.values()]);
  const older = chains.filter((other) => !isStart(other));
  const start = { ...chain, ...chains.find(isStart) };
  return { chains: [start, ...older], gaps: [...gaps.values()] };
}

/** Also under the id asked for, so that an answer under another name does not make us ask for ever. */
function addAs(contacts: Map<string, Contact>, askedId: string, read: NonEmpty<Contact>): void {
  contacts.set(askedId, read[0]);
  for (const contact of read) contacts.set(contact.id, contact);
}

function unreadIn(known: Known, from: string, limit: number): string | undefined {
  const { contacts, next } = walkBack(known, from, limit);
  return contacts.length < limit ? next : undefined;
}

async function readPast(
  gateway: ContactReader,
  contactId: string,
  { signal, onRead }: LineageOptions,
): Promise<NonEmpty<Contact> | Failure> {
  try {
    const contact = await gateway.describeContact(contactId, signal);
    const linksBack =
      contact.previousContactId !== undefined || contact.id === contact.initialContactId;
    // Without its link, only the whole session tells what was before it.
    const read: NonEmpty<Contact> = linksBack
      ? [contact]
      : (await readChain(gateway, contactId, signal)).contacts;
    for (const one of read) onRead?.(one);
    return read;
  } catch (error) {
    if (error instanceof Failure && error.kind !== "aborted") return error;
    throw error;
  }
}
