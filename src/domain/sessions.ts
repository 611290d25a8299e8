import type { ContactSummary } from "./contact";

// A Map of a million ids costs three times what these tables do, most of it waiting for memory (test/bench/chains.bench.ts).

/** FNV-1a with its bits mixed once more, so that the upper ones can choose a place. */
function hashOf(id: string): number {
  let hash = -2128831035;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 16777619);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

const MIN_BITS = 6;
const MAX_BITS = 30;

/** How many bits of a hash choose among at least `places` places. */
const bitsFor = (places: number): number =>
  Math.min(MAX_BITS, Math.max(MIN_BITS, 32 - Math.clz32(places)));

/** Up to so many contacts, comparing each with each is quicker than any table. */
const FEW = 16;

function withoutRepeats<C extends ContactSummary>(contacts: C[]): C[] {
  if (contacts.length > FEW) {
    const seen = new Set<string>();
    return contacts.filter(({ id }) => seen.size < seen.add(id).size);
  }
  const isFirst = ({ id }: C, index: number): boolean =>
    contacts.findIndex((other) => other.id === id) === index;
  // What filter makes has room for more than is in it, and a million chains would keep that.
  return contacts.every(isFirst) ? contacts : contacts.filter(isFirst);
}

/** Contacts by session. */
export class Sessions<C extends ContactSummary> {
  /** How many sessions there are; they are numbered in the order in which they first come. */
  count = 0;
  /** Hash → number of a session + 1, at the next free place where hashes meet. */
  private readonly places: Int32Array;
  private readonly shift: number;
  private readonly hashes: Int32Array;
  /** Session → its contact that came last; contact → the one of its session that came before, or -1. */
  private readonly last: Int32Array;
  private readonly before: Int32Array;
  /** Room to collect in, so that no answer keeps more room than it needs. */
  private readonly found: C[] = [];

  constructor(private readonly contacts: readonly C[]) {
    const bits = bitsFor(contacts.length) + 1;
    this.shift = 32 - bits;
    this.places = new Int32Array(1 << bits);
    this.hashes = new Int32Array(contacts.length);
    this.last = new Int32Array(contacts.length);
    this.before = new Int32Array(contacts.length);
    contacts.forEach(({ initialContactId }, index) => {
      const session = this.numberOf(initialContactId);
      this.before[index] = this.last[session] ?? -1;
      this.last[session] = index;
    });
  }

  /** The session's contacts, the last to come first, and of several copies of a contact the last one. */
  contactsOf(session: number): C[] {
    let count = 0;
    for (let index = this.last[session] ?? -1; index >= 0; index = this.before[index] ?? -1) {
      const contact = this.contacts[index];
      if (contact !== undefined) this.found[count] = contact;
      count += 1;
    }
    return withoutRepeats(this.found.slice(0, count));
  }

  private numberOf(initialContactId: string): number {
    const hash = hashOf(initialContactId);
    const mask = this.places.length - 1;
    for (let place = hash >>> this.shift; ; place = (place + 1) & mask) {
      const session = (this.places[place] ?? 0) - 1;
      if (session < 0) return this.begin(place, hash);
      if (this.hashes[session] === hash && this.idOf(session) === initialContactId) return session;
    }
  }

  private begin(place: number, hash: number): number {
    const session = this.count;
    this.count += 1;
    this.places[place] = this.count;
    this.hashes[session] = hash;
    this.last[session] = -1;
    return session;
  }

  private idOf(session: number): string | undefined {
    return this.contacts[this.last[session] ?? -1]?.initialContactId;
  }
}
