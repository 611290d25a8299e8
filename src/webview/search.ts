import { textsOf } from "./searchTexts";
import type { ShownRows } from "./shownRows";
import { rowAt } from "./shownRows";

export interface Query {
  readonly text: string;
  readonly matchCase: boolean;
}

/** One match: the position of its row, and which of the row's matches it is, from 0 on. */
export interface Match {
  readonly position: number;
  readonly nth: number;
}

/** How long a part of a search may take, in ms: short enough that a key pressed meanwhile is not felt to wait. */
const partOfSearch = 8;

/** How many rows are searched before the clock is looked at. */
const rowsAStep = 64;

/** Finds every occurrence of the text as it stands; undefined where there is nothing to look for. */
export const patternOf = ({ text, matchCase }: Query): RegExp | undefined =>
  text === ""
    ? undefined
    : new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), matchCase ? "gu" : "giu");

/** A search through all rows that are shown. It goes in parts, between which the page draws and takes what is typed. */
export class Search {
  private shown: ShownRows | undefined;
  private pattern: RegExp | undefined;
  /** Positions of rows with matches, ascending, and how many matches there are before each. */
  private matching: number[] = [];
  private before: number[] = [];
  private next = 0;
  private turn = 0;
  private count = 0;

  constructor(private readonly changed: () => void) {}

  get total(): number {
    return this.count;
  }

  get isDone(): boolean {
    return this.next >= (this.shown?.at.length ?? 0);
  }

  /** Searches from the first row on; what was found before is forgotten. */
  start(pattern: RegExp | undefined, shown: ShownRows): void {
    this.pattern = pattern;
    this.matching = [];
    this.before = [];
    this.next = 0;
    this.count = 0;
    this.extend(shown);
  }

  /** The rows that were searched are the same, and others have come after them. */
  extend(shown: ShownRows): void {
    this.shown = shown;
    void this.goOn();
  }

  stop(): void {
    this.turn += 1;
  }

  /** The match with this number, from 0 on. */
  match(ordinal: number): Match | undefined {
    if (ordinal < 0 || ordinal >= this.count) return undefined;
    const index = firstAbove(this.before, ordinal) - 1;
    const position = this.matching[index];
    const before = this.before[index];
    return position === undefined || before === undefined
      ? undefined
      : { position, nth: ordinal - before };
  }

  /** The number of the first match at or after this one's place; undefined where none has been found. */
  ordinalFrom({ position, nth }: Match): number | undefined {
    const index = firstAbove(this.matching, position - 1);
    const first = this.before[index];
    if (first === undefined || this.matching[index] !== position) return first;
    const ordinal = Math.min(first + nth, this.before[index + 1] ?? this.count);
    return ordinal < this.count ? ordinal : undefined;
  }

  private async goOn(): Promise<void> {
    const turn = ++this.turn;
    while (turn === this.turn) {
      this.searchPart();
      this.changed();
      if (this.isDone) return;
      await nextTask();
    }
  }

  private searchPart(): void {
    const { pattern, shown } = this;
    if (shown === undefined) return;
    const end = performance.now() + partOfSearch;
    do {
      const until = Math.min(this.next + rowsAStep, shown.at.length);
      for (; pattern !== undefined && this.next < until; this.next += 1)
        this.note(this.next, matchesAt(shown, this.next, pattern));
      this.next = pattern === undefined ? shown.at.length : until;
    } while (!this.isDone && performance.now() < end);
  }

  private note(position: number, matches: number): void {
    if (matches === 0) return;
    this.matching.push(position);
    this.before.push(this.count);
    this.count += matches;
  }
}

function matchesAt(shown: ShownRows, position: number, pattern: RegExp): number {
  const row = rowAt(shown, position);
  if (row === undefined) return 0;
  let matches = 0;
  for (const text of textsOf(row)) {
    pattern.lastIndex = 0;
    while (pattern.test(text)) matches += 1;
  }
  return matches;
}

/** The first index whose value is above the limit, of ascending values. */
function firstAbove(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A task of its own, unlike a promise: whatever waits comes first. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });
