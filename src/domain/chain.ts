import type { ContactSummary } from "./contact";
import { hasEnded, isChat } from "./contact";
import type { NonEmpty } from "./nonEmpty";
import { isNonEmpty } from "./nonEmpty";

/** The contacts of one chat session: same initial contact, in the order in which they followed each other. */
export interface Chain<C extends ContactSummary = ContactSummary> {
  readonly initialContactId: string;
  readonly contacts: NonEmpty<C>;
  /** True where the initial contact is not among the contacts: a search window cut the chain (domain.md §2.5). */
  readonly partial: boolean;
}

/** Takes contacts page by page and groups them into chains. */
export interface ChainBuilder<C extends ContactSummary = ContactSummary> {
  /** A contact that was added before is replaced by this newer copy. */
  add(contacts: Iterable<C>): void;
  /**
   * Newest first, by the initiation of each chain's newest contact: an older page only adds at the end. A chain that did not
   * change since the last call is the same object.
   */
  chains(): readonly Chain<C>[];
  readonly contactCount: number;
}

/** Groups contacts by session; newest chain first. Every contact ends up in exactly one chain, its last copy once. */
export function toChains<C extends ContactSummary>(contacts: Iterable<C>): readonly Chain<C>[] {
  const builder = createChainBuilder<C>();
  builder.add(contacts);
  return builder.chains();
}

/** Contacts of one session, the last to arrive first: a list without spare room, since there may be a million of them. */
interface Arrival<C extends ContactSummary> {
  readonly contact: C;
  readonly before: Arrival<C> | undefined;
}

interface Group<C extends ContactSummary> {
  last: Arrival<C> | undefined;
  /** Some of the contacts were replaced since they arrived. */
  stale: boolean;
  chain: Chain<C> | undefined;
}

export const createChainBuilder = <C extends ContactSummary>(): ChainBuilder<C> => new Builder<C>();

class Builder<C extends ContactSummary> implements ChainBuilder<C> {
  private readonly current = new Map<string, C>();
  private readonly groups = new Map<string, Group<C>>();

  get contactCount(): number {
    return this.current.size;
  }

  add(contacts: Iterable<C>): void {
    for (const contact of contacts) this.addOne(contact);
  }

  chains(): readonly Chain<C>[] {
    const chains: Chain<C>[] = [];
    for (const group of this.groups.values()) {
      group.chain ??= this.chainOf(group);
      if (group.chain !== undefined) chains.push(group.chain);
    }
    return chains;
  }

  private addOne(contact: C): void {
    const replaced = this.current.get(contact.id);
    if (replaced === contact) return;
    if (replaced !== undefined) {
      const group = this.groupOf(replaced);
      group.stale = true;
      group.chain = undefined;
    }
    this.current.set(contact.id, contact);
    const group = this.groupOf(contact);
    group.last = { contact, before: group.last };
    group.chain = undefined;
  }

  private groupOf({ initialContactId }: C): Group<C> {
    const known = this.groups.get(initialContactId);
    if (known !== undefined) return known;
    const group: Group<C> = { last: undefined, stale: false, chain: undefined };
    this.groups.set(initialContactId, group);
    return group;
  }

  private chainOf({ last, stale }: Group<C>): Chain<C> | undefined {
    const contacts: C[] = [];
    for (let at = last; at !== undefined; at = at.before) {
      if (!stale || this.current.get(at.contact.id) === at.contact) contacts.push(at.contact);
    }
    const ordered = inOrder(contacts);
    return isNonEmpty(ordered) ? asChain(ordered) : undefined;
  }
}

const asChain = <C extends ContactSummary>(contacts: NonEmpty<C>): Chain<C> => {
  const { initialContactId } = contacts[0];
  return {
    initialContactId,
    contacts,
    partial: !contacts.some((contact) => contact.id === initialContactId),
  };
};

const byInitiation = (a: ContactSummary, b: ContactSummary): number =>
  a.initiatedAt - b.initiatedAt || (a.id < b.id ? -1 : 1);

/** By `previousContactId`, else by time. Each contact comes out once, whatever the links say. */
function inOrder<C extends ContactSummary>(contacts: readonly C[]): readonly C[] {
  // The service gives the newest first, so that there is mostly nothing left to sort.
  const byTime = contacts.every(isInTime) ? contacts.slice() : contacts.toSorted(byInitiation);
  return byTime.every(followsOne) ? byTime : linked(byTime);
}

const isInTime = (
  contact: ContactSummary,
  index: number,
  all: readonly ContactSummary[],
): boolean => {
  const before = all[index - 1];
  return before === undefined || byInitiation(before, contact) < 0;
};

/** True where a contact's link agrees with its place in time, as it does for nearly all. */
const followsOne = (
  { previousContactId }: ContactSummary,
  index: number,
  all: readonly ContactSummary[],
): boolean => previousContactId === undefined || previousContactId === all[index - 1]?.id;

function linked<C extends ContactSummary>(byTime: readonly C[]): readonly C[] {
  const rest = new Map(byTime.map((contact) => [contact.id, contact]));
  const ordered: C[] = [];
  for (const contact of byTime) {
    const path: C[] = [];
    for (
      let at: C | undefined = rest.get(contact.id);
      at !== undefined;
      at = at.previousContactId === undefined ? undefined : rest.get(at.previousContactId)
    ) {
      rest.delete(at.id);
      path.push(at);
    }
    for (const placed of path.reverse()) ordered.push(placed);
  }
  return ordered;
}

export const firstContact = <C extends ContactSummary>(chain: Chain<C>): C => chain.contacts[0];

export const lastContact = <C extends ContactSummary>(chain: Chain<C>): C =>
  chain.contacts.at(-1) ?? chain.contacts[0];

/** True while any contact of the session has not ended. */
export const isActive = (chain: Chain): boolean => !chain.contacts.every(hasEnded);

/** When the session began, as far as its contacts are known: ms since the epoch. */
export const startedAt = (chain: Chain): number => firstContact(chain).initiatedAt;

/** When the session's last contact ended, ms since the epoch; undefined while the session is active. */
export const endedAt = (chain: Chain): number | undefined =>
  isActive(chain)
    ? undefined
    : chain.contacts.reduce((latest, contact) => Math.max(latest, contact.endedAt ?? latest), 0);

/** The contact that the service continues from with `ENTIRE_PAST_SESSION` (domain.md §1.4). */
export function mostRecentlyEnded<C extends ContactSummary>(chain: Chain<C>): C | undefined {
  let found: C | undefined;
  for (const contact of chain.contacts) {
    if (!isChat(contact) || contact.endedAt === undefined) continue;
    if (found?.endedAt === undefined || contact.endedAt >= found.endedAt) found = contact;
  }
  return found;
}
