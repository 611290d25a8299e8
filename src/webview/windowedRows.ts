import type { VirtualizerOptions } from "@tanstack/virtual-core";
import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from "@tanstack/virtual-core";
import type { Row } from "../panel/protocol";
import type { ShownRows } from "./shownRows";
import { rowAt } from "./shownRows";

/** Room that the bar takes at the top of the window, in px. */
export const stickyHeight = 32;

const estimates: Readonly<Record<Row["kind"], number>> = {
  heading: 96,
  message: 64,
  event: 26,
  notice: 92,
};

const charactersALine = 90;
const lineHeight = 19;

const estimated = new WeakMap<Row, number>();

/** A row's height in px before it has been drawn, worked out once: the virtualizer asks for every row at every change. */
function estimate(row: Row | undefined): number {
  if (row === undefined) return 0;
  const known = estimated.get(row);
  if (known !== undefined) return known;
  const lines =
    row.kind === "message" && (row.body.kind === "text" || row.body.kind === "markdown")
      ? Math.floor(row.body.text.length / charactersALine)
      : 0;
  const height = estimates[row.kind] + lines * lineHeight;
  estimated.set(row, height);
  return height;
}

export type RowVirtualizer = Virtualizer<Window, HTMLElement>;

export interface Windowed {
  readonly shown: ShownRows;
  /** Distance of the list's top from the top of the page. */
  readonly margin: number;
  /** A row that stays in the page wherever it is, so that focus is never lost. */
  readonly kept: number;
  readonly changed: () => void;
}

const optionsOf = ({
  shown,
  margin,
  kept,
  changed,
}: Windowed): VirtualizerOptions<Window, HTMLElement> => ({
  count: shown.at.length,
  getItemKey: shown.keyOf,
  scrollMargin: margin,
  scrollPaddingStart: stickyHeight,
  overscan: 6,
  indexAttribute: "data-index",
  getScrollElement: () => window,
  observeElementRect: observeWindowRect,
  observeElementOffset: observeWindowOffset,
  scrollToFn: windowScroll,
  estimateSize: (index: number) => estimate(rowAt(shown, index)),
  rangeExtractor: (range) => {
    const inView = defaultRangeExtractor(range);
    return kept < shown.at.length && !inView.includes(kept)
      ? [...inView, kept].sort((one, other) => one - other)
      : inView;
  },
  onChange: changed,
});

/** Rows near the window only, however many there are: the page itself scrolls. */
export const createVirtualizer = (windowed: Windowed): RowVirtualizer =>
  new Virtualizer(optionsOf(windowed));

export function updateVirtualizer(virtualizer: RowVirtualizer, windowed: Windowed): void {
  virtualizer.setOptions(optionsOf(windowed));
  virtualizer._willUpdate();
}
