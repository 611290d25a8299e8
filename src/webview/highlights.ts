import { textsOf } from "./searchTexts";
import type { Row } from "../panel/protocol";

/** A row that is in the document. */
export interface DrawnRow {
  readonly element: HTMLElement;
  readonly row: Row;
}

/** More of them in one row nobody can tell apart, and each costs. */
const mostInARow = 400;

/** The place of one match in a row that is drawn. */
export function rangeOf({ element, row }: DrawnRow, pattern: RegExp, nth: number) {
  return rangesIn(element, row, pattern, { from: nth, count: 1 })[0];
}

/** Marks all matches in what is drawn, and the present one in a way of its own; undoes what was marked before. */
export function highlight(
  drawn: readonly DrawnRow[],
  pattern: RegExp | undefined,
  present: Range | undefined,
): void {
  // Not every browser that VS Code for the Web runs in has them; there the count and the way to each match remain.
  if (!("highlights" in CSS)) return;
  const found =
    pattern === undefined
      ? []
      : drawn.flatMap(({ element, row }) =>
          rangesIn(element, row, pattern, { from: 0, count: mostInARow }),
        );
  CSS.highlights.set("found", new Highlight(...found));
  const marked = new Highlight(...(present === undefined ? [] : [present]));
  marked.priority = 1;
  CSS.highlights.set("present", marked);
}

interface Wanted {
  readonly from: number;
  readonly count: number;
}

function rangesIn(element: HTMLElement, row: Row, pattern: RegExp, wanted: Wanted): Range[] {
  const places = element.querySelectorAll("[data-text]");
  const ranges: Range[] = [];
  let nth = 0;
  for (const [index, text] of textsOf(row).entries()) {
    const place = places[index];
    if (place === undefined) break;
    for (const { index: start, 0: matched } of text.matchAll(pattern)) {
      if (nth >= wanted.from + wanted.count) return ranges;
      if (nth >= wanted.from) ranges.push(rangeWithin(place, start, start + matched.length));
      nth += 1;
    }
  }
  return ranges;
}

/** From one character of an element's text to another, whatever nodes it consists of; a place beyond the text is its end. */
function rangeWithin(place: Element, start: number, end: number): Range {
  const range = document.createRange();
  range.selectNodeContents(place);
  range.collapse(false);
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let isOpen = false;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const next = passed + node.data.length;
    if (!isOpen && start < next) {
      range.setStart(node, start - passed);
      isOpen = true;
    }
    if (end <= next) {
      if (isOpen) range.setEnd(node, end - passed);
      break;
    }
    passed = next;
  }
  return range;
}
