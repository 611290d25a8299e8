import { lowerBound } from "./sorted";
import type { ContactRecord, ContactStore } from "./world";

/** Time decides; ids only settle a tie, so that pages are stable. */
const inOrder = (a: ContactRecord, b: ContactRecord): number =>
  a.initiatedAt - b.initiatedAt || (a.id < b.id ? -1 : Number(a.id > b.id));

const isSorted = (contacts: readonly ContactRecord[]): boolean =>
  contacts.every((contact, index) => {
    const before = contacts[index - 1];
    return before === undefined || inOrder(before, contact) <= 0;
  });

const insert = (contacts: ContactRecord[], contact: ContactRecord): void => {
  const at = lowerBound(contacts, (other) => inOrder(other, contact) < 0);
  if (at === contacts.length) contacts.push(contact);
  else contacts.splice(at, 0, contact);
};

type Index = Map<string, ContactRecord[]>;

const group = (
  contacts: Iterable<ContactRecord>,
  keyOf: (contact: ContactRecord) => string,
): Index => {
  const groups: Index = new Map();
  for (const contact of contacts) {
    const key = keyOf(contact);
    const members = groups.get(key);
    if (members) members.push(contact);
    else groups.set(key, [contact]);
  }
  return groups;
};

const insertInto = (index: Index, key: string, contact: ContactRecord): void => {
  const members = index.get(key) ?? [];
  insert(members, contact);
  index.set(key, members);
};

const initialIdOf = (contact: ContactRecord): string => contact.initialContactId;
const channelOf = (contact: ContactRecord): string => contact.channel;

/**
 * Two of the three indexes are made when they are first asked for: a load seed of a million contacts starts sooner, and most
 * of its users never look at a session.
 */
class IndexedContacts implements ContactStore {
  readonly byInitiation: ContactRecord[];
  readonly #byId = new Map<string, ContactRecord>();
  #sessions: Index | undefined;
  #channels: Index | undefined;

  constructor(contacts: Iterable<ContactRecord>) {
    for (const contact of contacts) this.#byId.set(contact.id, contact);
    const all = [...this.#byId.values()];
    this.byInitiation = isSorted(all) ? all : all.sort(inOrder);
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): ContactRecord | undefined {
    return this.#byId.get(id);
  }

  session(initialContactId: string): readonly ContactRecord[] {
    this.#sessions ??= group(this.byInitiation, initialIdOf);
    return this.#sessions.get(initialContactId) ?? [];
  }

  ofChannel(channel: string): readonly ContactRecord[] {
    this.#channels ??= group(this.byInitiation, channelOf);
    return this.#channels.get(channel) ?? [];
  }

  add(contact: ContactRecord): void {
    if (this.#byId.has(contact.id)) throw new RangeError(`Contact ${contact.id} exists already.`);
    this.#byId.set(contact.id, contact);
    insert(this.byInitiation, contact);
    if (this.#sessions) insertInto(this.#sessions, initialIdOf(contact), contact);
    if (this.#channels) insertInto(this.#channels, channelOf(contact), contact);
  }
}

/** A store of these contacts, in any order; the last one of an id wins. */
export const createContactStore = (contacts: Iterable<ContactRecord>): ContactStore =>
  new IndexedContacts(contacts);
