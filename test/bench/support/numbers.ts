import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

/** Three significant digits. */
const digits = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3);

export const ms = (value: number): string => `${digits(value)} ms`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const count = (value: number): string => Math.round(value).toLocaleString("en-US");

/** Milliseconds that the work takes, waiting included. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Starts a watch for work that only this process does. Two bounds are known of such work: the time that passed, and the
 * processor time that all threads of the process used. The watch shows the smaller one, in milliseconds.
 */
export function stopwatch(): () => number {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Math.min(performance.now() - start, (user + system) / 1000);
  };
}

/** Collects what is not in use. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/**
 * Milliseconds of work that only computes, in the best of so many runs: whatever else a machine does makes a run longer and
 * never shorter. No run pays for what another left behind.
 */
export function computing(runs: number, work: () => unknown): number {
  const taken = Array.from({ length: runs }, () => {
    collectGarbage();
    const watch = stopwatch();
    work();
    return watch();
  });
  return Math.min(...taken);
}
