import type { Chain } from "../domain/chain";
import { isActive } from "../domain/chain";
import { startOfDay } from "../wording/times";

export type GroupBy = "day" | "none";

/** Chains under one heading of the list. */
export type ChainGroup = PlainGroup | DayGroup;

interface PlainGroup {
  /** `found`: what a person went to by its id and is not in the list. */
  readonly kind: "active" | "found";
  readonly chains: readonly Chain[];
}

interface DayGroup {
  readonly kind: "day";
  /** When it began in the user's zone, ms since the epoch. */
  readonly day: number;
  readonly chains: readonly Chain[];
  /** False where a page that has not been read may hold more of this day. */
  readonly complete: boolean;
}

/** What goes on comes first, then the newest. */
export const inListOrder = (chains: readonly Chain[]): readonly Chain[] =>
  chains.toSorted(
    (a, b) =>
      Number(isActive(b)) - Number(isActive(a)) ||
      b.contacts[0].initiatedAt - a.contacts[0].initiatedAt,
  );

/** The active chats, then the others by the day on which they began; nothing is empty. */
export function groupChains(
  chains: readonly Chain[],
  { hasMore }: { readonly hasMore: boolean },
): readonly ChainGroup[] {
  const ordered = inListOrder(chains);
  const active = ordered.filter(isActive);
  const days = new Map<number, Chain[]>();
  for (const chain of ordered.slice(active.length)) {
    const day = startOfDay(chain.contacts[0].initiatedAt);
    const ofDay = days.get(day) ?? [];
    if (ofDay.length === 0) days.set(day, ofDay);
    ofDay.push(chain);
  }
  const oldest = [...days.keys()].at(-1);
  return [
    ...(active.length === 0 ? [] : [{ kind: "active", chains: active } as const]),
    ...[...days].map(([day, ofDay]): DayGroup => ({
      kind: "day",
      day,
      chains: ofDay,
      complete: !hasMore || day !== oldest,
    })),
  ];
}
