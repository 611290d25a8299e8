import type { Locator } from "playwright-core";
import { matches } from "./eventually.js";

export interface Row {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says; the tooltip when that is plain text. */
  readonly ariaLabel: string;
  /** 1 for a root. */
  readonly level: number;
  /** `undefined` for a row without children. */
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  /** Children are being fetched. */
  readonly loading: boolean;
}

/**
 * A row by what is seen of it: a string is contained in "label description", and a row whose label it is exactly comes
 * first, wherever it is; an expression is tested against "label description", and the first match that comes on screen
 * is taken. A path leads through the ancestors: each part is somewhere below the one before.
 */
export type Target = string | RegExp | readonly (string | RegExp)[];

export interface PlacedRow extends Row {
  readonly id: string;
  /** In the window, in pixels. */
  readonly top: number;
  /** The first of all rows, and the last, on screen or not. */
  readonly first: boolean;
  readonly last: boolean;
  /** Only seen pinned at the top, because the list is scrolled below it. */
  readonly pinned: boolean;
}

/** The rows of a tree that are on screen: the pinned ones, then the others from top to bottom. */
export const readRows = (list: Locator): Promise<readonly PlacedRow[]> =>
  list.locator(".monaco-list-row").evaluateAll((elements) => {
    const text = (element: Element, selector: string) =>
      element.querySelector(selector)?.textContent.trim() ?? "";
    const isPinned = (element: Element) =>
      element.closest(".monaco-tree-sticky-container") !== null;
    const rows = elements.map((element) => ({
      // A pinned row has the same id as the row that it stands for.
      id: isPinned(element) ? "" : element.id,
      label: text(element, ".label-name"),
      description: text(element, ".label-description"),
      ariaLabel: element.getAttribute("aria-label") ?? "",
      level: Number(element.getAttribute("aria-level")),
      expanded: element.hasAttribute("aria-expanded")
        ? element.getAttribute("aria-expanded") === "true"
        : undefined,
      selected: element.getAttribute("aria-selected") === "true",
      loading: element.querySelector(".codicon-tree-item-loading") !== null,
      pinned: isPinned(element),
      top: element.getBoundingClientRect().top,
      first: !isPinned(element) && element.getAttribute("data-index") === "0",
      last: element.getAttribute("data-last-element") === "true",
    }));
    // Pinned rows cover others, but are the ancestors of what is below.
    return rows.sort((a, b) => Number(b.pinned) - Number(a.pinned) || a.top - b.top);
  });

/**
 * The row that a target means, among rows in their order; the pinned one where it is pinned.
 * @param complete whether these are all the rows that there are
 */
export function meant(
  rows: readonly PlacedRow[],
  target: Target,
  complete: boolean,
): { readonly row: PlacedRow; readonly certain: boolean } | undefined {
  const path = typeof target === "string" || target instanceof RegExp ? [target] : target;
  const row = follow(rows, path);
  const wanted = path.at(-1);
  if (row === undefined) return undefined;
  // One that only contains the text is certain once none that is exactly the text can be off screen.
  const certain = wanted instanceof RegExp || row.label === wanted || complete;
  const parent = follow(rows, path.slice(0, -1));
  return { row, certain: certain || (parent !== undefined && isWhole(rows, parent)) };
}

/** Whether everything below a row is on screen. */
function isWhole(rows: readonly PlacedRow[], row: PlacedRow): boolean {
  const index = rows.indexOf(row);
  const end = index + descendants(rows, index).length;
  return !row.pinned && (end + 1 < rows.length || rows[end]?.last === true);
}

function follow(
  rows: readonly PlacedRow[],
  [first, ...rest]: readonly (string | RegExp)[],
): PlacedRow | undefined {
  if (first === undefined) return undefined;
  const candidates = rows.filter((row) => seen(row, first));
  if (rest.length > 0) {
    const ends = candidates.map((row) => follow(descendants(rows, rows.indexOf(row)), rest));
    return ends.find((end) => end !== undefined);
  }
  return candidates.find((row) => row.label === first) ?? candidates[0];
}

const seen = (row: Row, wanted: string | RegExp): boolean =>
  matches(`${row.label} ${row.description}`, wanted);

export function descendants(rows: readonly PlacedRow[], index: number): readonly PlacedRow[] {
  const level = rows[index]?.level ?? Infinity;
  const after = rows.slice(index + 1);
  const end = after.findIndex((row) => row.level <= level);
  return end === -1 ? after : after.slice(0, end);
}

export const shown = (target: Target): string =>
  Array.isArray(target) ? target.map(String).join(" › ") : String(target);

export const listed = (rows: readonly Row[]): string =>
  rows
    .map(({ level, label: name, description }) => `${"  ".repeat(level)}${name} ${description}`)
    .join("\n") || "  (none)";
