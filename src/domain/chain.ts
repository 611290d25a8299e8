import type { ContactSummary } from "./contact";
import { hasEnded, isChat } from "./contact";
import type { NonEmpty } from "./nonEmpty";
import { isNonEmpty } from "./nonEmpty";
import { inSessionOrder } from "./sessionOrder";
import { Sessions } from "./sessions";

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
  /** As {@link toChains}; the same array until contacts are added. */
  chains(): readonly Chain<C>[];
  readonly contactCount: number;
}

/**
 * Groups contacts by session. Of several copies of a contact the last one counts; copies agree on the session, for a contact's
 * initial contact never changes (domain.md §2.1). Newest chain first, by the initiation of its newest contact: so an older
 * page of contacts only adds chains at the end.
 */
export function toChains<C extends ContactSummary>(contacts: readonly C[]): readonly Chain<C>[] {
  const sessions = new Sessions(contacts);
  const chains: Chain<C>[] = [];
  // The service gives the newest first, so that there is mostly nothing left to sort; and a chain is compared with the one
  // before while both are still near: by the end, a million would have to be fetched from memory once more.
  let areInOrder = true;
  for (let session = 0; session < sessions.count; session += 1) {
    const ordered = inSessionOrder(sessions.contactsOf(session));
    if (!isNonEmpty(ordered)) continue;
    const chain = asChain(ordered);
    const before = chains.at(-1);
    areInOrder &&= before === undefined || byNewest(before, chain) < 0;
    chains.push(chain);
  }
  return areInOrder ? chains : chains.sort(byNewest);
}

export function createChainBuilder<C extends ContactSummary>(): ChainBuilder<C> {
  const current = new Map<string, C>();
  let built: readonly Chain<C>[] | undefined;
  return {
    add: (contacts) => {
      built = undefined;
      for (const contact of contacts) current.set(contact.id, contact);
    },
    chains: () => (built ??= toChains([...current.values()])),
    get contactCount() {
      return current.size;
    },
  };
}

function asChain<C extends ContactSummary>(contacts: NonEmpty<C>): Chain<C> {
  const { initialContactId } = contacts[0];
  const partial = !contacts.some(({ id }) => id === initialContactId);
  return { initialContactId, contacts, partial };
}

const byNewest = (a: Chain, b: Chain): number =>
  newestIn(b) - newestIn(a) || (a.initialContactId < b.initialContactId ? -1 : 1);

function newestIn({ contacts }: Chain): number {
  let newest = -Infinity;
  for (const { initiatedAt } of contacts) newest = Math.max(newest, initiatedAt);
  return newest;
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
