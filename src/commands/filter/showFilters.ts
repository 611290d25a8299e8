import { commands } from "vscode";
import { isFiltered } from "../../domain/chatFilter";
import { filterText } from "../../wording/filters";
import type { App } from "../app";

/** Says in the view's description which lists are narrowed and by what, and offers to clear that. */
export function showFilters({ connections, filters, view }: App): void {
  const all = connections();
  const narrowed = all.filter(({ id }) => isFiltered(filters.of(id)));
  const texts = narrowed.map(({ id, name }) =>
    all.length === 1 ? filterText(filters.of(id)) : `${name}: ${filterText(filters.of(id))}`,
  );
  view.description = texts.join(" | ");
  void commands.executeCommand("setContext", "contactChains.isFiltered", narrowed.length > 0);
}
