import type { App } from "./app";
import { chosenRow } from "./chosenRow";

/** Reads again what a row belongs to, or everything. */
export function refresh({ connections, failures, tree }: App, argument: unknown): void {
  const connection = chosenRow(argument)?.connection;
  for (const each of connection === undefined ? connections() : [connection])
    failures.askedAgain(each);
  tree.refresh(connection);
}
