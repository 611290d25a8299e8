import type { Row } from "../panel/protocol";
import type { Hidden } from "./filter";
import { groupOf, nothingHidden } from "./filter";

/** The rows of a transcript that are shown, by their positions in the list. */
export interface ShownRows {
  readonly rows: readonly Row[];
  /** The index in `rows` of what is shown at each position. */
  readonly at: readonly number[];
  /** The row's identity for the list, whatever else is shown; the same function while the same rows are shown. */
  readonly keyOf: (position: number) => number;
}

export function shownRows(rows: readonly Row[], hidden: Hidden = nothingHidden): ShownRows {
  // A loop, since this runs for every part that a large transcript comes in.
  const at: number[] = [];
  for (const [index, row] of rows.entries()) {
    const group = groupOf(row);
    if (group === undefined || !hidden.has(group)) at.push(index);
  }
  return { rows, at, keyOf: (position) => at[position] ?? position };
}

export const rowAt = ({ rows, at }: ShownRows, position: number): Row | undefined =>
  rows[at[position] ?? -1];

/** Where a row is shown; where it is not, the position of the next one that is. */
export function positionOf({ at }: ShownRows, index: number): number {
  const next = at.findIndex((row) => row >= index);
  return next < 0 ? Math.max(0, at.length - 1) : next;
}
