import type { TreeItem } from "vscode";
import { commands, l10n } from "vscode";
import type { Notebook } from "../../connections/notebook/notebook";
import type { Try } from "../../domain/tries";
import type { TryFilter } from "../../domain/tryFilter";
import { narrowsTries, noTryFilter, passes } from "../../domain/tryFilter";
import { startOfDay } from "../../wording/times";
import { tryFilterText, unreadText } from "../../wording/tries";
import type { ViewParts } from "../viewParts";
import { tryItem } from "./tryItem";
import type { TryDayNode, TryNode } from "./tryNode";

export interface TryTreeParts extends ViewParts<TryNode> {
  readonly notebook: Pick<Notebook, "read">;
  readonly now: () => number;
}

/** Day → try, newest first. Reads the notebook once the view is visible. */
export class TryTree {
  private currentFilter = noTryFilter;

  constructor(private readonly parts: TryTreeParts) {}

  async getChildren(node?: TryNode): Promise<TryNode[]> {
    switch (node?.kind) {
      case undefined:
        return this.days();
      case "tryDay":
        return node.tries.map((tried) => ({ kind: "try", tried, parent: node }));
      case "try":
        return [];
    }
  }

  getTreeItem(node: TryNode): TreeItem {
    return tryItem(node, this.parts.now());
  }

  getParent(node: TryNode): TryNode | undefined {
    return node.kind === "try" ? node.parent : undefined;
  }

  get filter(): TryFilter {
    return this.currentFilter;
  }

  /** Narrows the list, and says in the view's description by what. */
  async setFilter(filter: TryFilter): Promise<void> {
    this.currentFilter = filter;
    this.parts.view.description = tryFilterText(filter);
    this.redraw();
    // The manifest offers to clear it.
    const key = "contactChains.triesAreFiltered";
    await commands.executeCommand("setContext", key, narrowsTries(filter));
  }

  redraw(): void {
    this.parts.changed.fire(undefined);
  }

  private async days(): Promise<TryDayNode[]> {
    const { notebook, view } = this.parts;
    try {
      const { tries, newer, damaged } = await notebook.read();
      view.message = unreadText(newer, damaged);
      return byDay(tries.filter((tried) => passes(tried, this.currentFilter)));
    } catch (error) {
      view.message = l10n.t("The notebook could not be read. {0}", String(error));
      return [];
    }
  }
}

function byDay(tries: readonly Try[]): TryDayNode[] {
  const days = new Map<number, Try[]>();
  for (const tried of tries) {
    const day = startOfDay(tried.at);
    days.set(day, [...(days.get(day) ?? []), tried]);
  }
  return [...days].map(([day, ofDay]) => ({ kind: "tryDay", day, tries: ofDay }));
}
