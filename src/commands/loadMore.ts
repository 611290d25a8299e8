import type { App } from "./app";
import { chosenRow } from "./chosenRow";

export async function loadMore({ tree }: App, argument: unknown): Promise<void> {
  const row = chosenRow(argument);
  if (row?.kind === "more") await tree.loadMore(row.parent);
}
