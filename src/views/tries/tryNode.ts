import type { Try } from "../../domain/tries";

/** A row of the view of tries. */
export type TryNode = TryDayNode | TriedNode;

export interface TryDayNode {
  readonly kind: "tryDay";
  /** When the day began in the user's zone: ms since the epoch. */
  readonly day: number;
  /** Newest first. */
  readonly tries: readonly Try[];
}

export interface TriedNode {
  readonly kind: "try";
  readonly tried: Try;
  readonly parent: TryDayNode;
}
