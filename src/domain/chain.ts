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

/** Contacts of one session in order of arrival, some of them replaced since. */
interface Group<C extends ContactSummary> {
  readonly initialContactId: string;
  readonly arrived: C[];
  chain?: Chain<C> | undefined;
}

export function createChainBuilder<C extends ContactSummary>(): ChainBuilder<C> {
  const current = new Map<string, C>();
  const groups = new Map<string, Group<C>>();

  const groupOf = ({ initialContactId }: C): Group<C> => {
    const group = groups.get(initialContactId) ?? { initialContactId, arrived: [] };
    if (group.arrived.length === 0) groups.set(initialContactId, group);
    return group;
  };

  const addOne = (contact: C): void => {
    const replaced = current.get(contact.id);
    if (replaced === contact) return;
    if (replaced !== undefined) groupOf(replaced).chain = undefined;
    current.set(contact.id, contact);
    const group = groupOf(contact);
    group.arrived.push(contact);
    group.chain = undefined;
  };

  const chainOf = (group: Group<C>): Chain<C> | undefined => {
    const contacts = inOrder(
      group.arrived.filter((contact) => current.get(contact.id) === contact),
    );
    group.chain ??= isNonEmpty(contacts) ? asChain(contacts) : undefined;
    return group.chain;
  };

  return {
    add: (contacts) => {
      for (const contact of contacts) addOne(contact);
    },
    chains: () => [...groups.values()].map(chainOf).filter((chain) => chain !== undefined),
    get contactCount() {
      return current.size;
    },
  };
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
  const byTime = contacts.toSorted(byInitiation);
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
