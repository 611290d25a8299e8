import type { ChatFilter } from "../domain/chatFilter";
import type { Names } from "../wording/contacts";

/** What a row shows beyond its node. */
export interface Surroundings {
  /** ms since the epoch. */
  readonly now: number;
  readonly names: Names;
  readonly sandbox: "running" | "stopped" | "idle";
  /** How far the Sandbox's clock is ahead of the real time. */
  readonly sandboxAheadMs: number;
  /** How the connection's list is narrowed. */
  readonly filter: ChatFilter;
  /** The contact that the chain was continued from, once that has been read. */
  readonly continuedFrom: (initialContactId: string) => string | undefined;
}
