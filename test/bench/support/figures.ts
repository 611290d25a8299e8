/** One line of the table that `npm run bench` ends with. */
export interface Figure {
  /** What was measured. */
  readonly what: string;
  readonly measured: string;
  /** What it was measured against, in the same run. */
  readonly baseline: string;
  /** What design §7 asks for; absent where the figure only explains another. */
  readonly bar?: Bar;
}

export interface Bar {
  readonly text: string;
  readonly holds: boolean;
}

const figures: Figure[] = [];

/** Adds a line to the table. A bar that does not hold is told there; it fails nothing, since machines are noisy. */
export const report = (figure: Figure): void => void figures.push(figure);

/** "at most" as a bar: holds where the number is no larger. */
export const atMost = (limit: number, value: number, text: string): Bar => ({
  text: `≤ ${text}`,
  holds: value <= limit,
});

export const atLeast = (limit: number, value: number, text: string): Bar => ({
  text: `≥ ${text}`,
  holds: value >= limit,
});

const verdict = ({ bar }: Figure): string =>
  bar === undefined ? "" : bar.holds ? "ok" : "NOT HELD";

function table(): string {
  const head = ["what", "measured", "baseline", "bar", ""];
  const rows = figures.map((figure) => [
    figure.what,
    figure.measured,
    figure.baseline,
    figure.bar?.text ?? "",
    verdict(figure),
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)].join(
    "\n",
  );
}

// Outside every `describe`, so mocha runs it once, after the last benchmark of the last file.
after(() => {
  const bars = figures.flatMap(({ bar }) => bar ?? []);
  const missed = bars.filter(({ holds }) => !holds).length;
  console.log(`\n${table()}\n\n${bars.length} bars, ${missed} not held`);
});
