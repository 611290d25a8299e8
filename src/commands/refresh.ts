import type { App } from "./app";
import { chosenRow } from "./chosenRow";

/** Reads again what a row belongs to, or everything. */
export const refresh = ({ tree }: App, argument: unknown): void =>
  tree.refresh(chosenRow(argument)?.connection);
