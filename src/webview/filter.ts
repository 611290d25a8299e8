import type { Row } from "../panel/protocol";

export const groups = [
  "customer",
  "agent",
  "supervisor",
  "bot",
  "system",
  "unknown",
  "event",
] as const;

/** Items that are shown or hidden together: what one role said, or all events. */
export type Group = (typeof groups)[number];

/** Groups that are not shown. */
export type Hidden = ReadonlySet<Group>;

export const nothingHidden: Hidden = new Set();

/** Headings and notices are in no group: they stay, as places that others are read from. */
export function groupOf(row: Row): Group | undefined {
  switch (row.kind) {
    case "message":
      return row.role;
    case "event":
      return "event";
    default:
      return undefined;
  }
}

/** How many items there are of each group that there is, in the order in which groups are listed. */
export function countsOf(rows: readonly Row[]): ReadonlyMap<Group, number> {
  const counts = new Map<Group, number>();
  for (const row of rows) {
    const group = groupOf(row);
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return new Map(
    groups.flatMap((group) => {
      const count = counts.get(group);
      return count === undefined ? [] : [[group, count] as const];
    }),
  );
}

export function toggled(hidden: Hidden, group: Group): Hidden {
  const next = new Set(hidden);
  if (!next.delete(group)) next.add(group);
  return next;
}
