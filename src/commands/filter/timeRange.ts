import type { TimeWindow } from "../../domain/gateway";

/** What is written of the service's search (domain.md §3.2). */
export const MAX_DAYS = 56;

export type ReadTimeRange =
  | { readonly kind: "read"; readonly window: TimeWindow }
  | { readonly kind: "unreadable" | "reversed" | "tooLong" };

const POINT = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?$/;

/** Reads `2026-11-20 to 2026-11-21 18:00`, also one day alone, in the local time zone. */
export function readTimeRange(text: string): ReadTimeRange {
  const [first = "", last = first, ...others] = text.trim().split(/\s+to\s+|\s*\.\.\s*|\s+[–-]\s+/);
  const from = pointOf(first)?.from;
  const to = pointOf(last)?.to;
  if (from === undefined || to === undefined || others.length > 0) return { kind: "unreadable" };
  if (from >= to) return { kind: "reversed" };
  // The clocks may have been put back in between.
  const longest = new Date(from).setDate(new Date(from).getDate() + MAX_DAYS);
  return to > longest ? { kind: "tooLong" } : { kind: "read", window: { from, to } };
}

/** A point in time; a day alone lasts until the next one. */
function pointOf(text: string): { readonly from: number; readonly to: number } | undefined {
  const match = POINT.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const date = new Date(year, month - 1, day);
  const exists = date.getMonth() === month - 1 && date.getDate() === day;
  if (!exists) return undefined;
  if (match[4] === undefined)
    return { from: date.getTime(), to: new Date(year, month - 1, day + 1).getTime() };
  const [hour, minute] = [Number(match[4]), Number(match[5])];
  if (hour > 24 || minute > 59) return undefined;
  const time = date.setHours(hour, minute);
  return { from: time, to: time };
}

/** As {@link readTimeRange} reads it. */
export const timeRangeText = ({ from, to }: TimeWindow): string =>
  `${pointText(from)} to ${pointText(to)}`;

function pointText(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
