import { env, l10n } from "vscode";

// A formatter costs far more to make than to use, and a transcript has thousands of times.
function format(options: Intl.DateTimeFormatOptions): (time: number) => string {
  let formatter: Intl.DateTimeFormat | undefined;
  return (time) => (formatter ??= new Intl.DateTimeFormat(env.language, options)).format(time);
}

const timeOfDay = format({ hour: "2-digit", minute: "2-digit" });
const clock = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dayAndTime = format({ month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" });
const full = format({ dateStyle: "medium", timeStyle: "long" });
const utc = format({ dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** Time in the user's zone; the day is left out where it is today. Times are ms since the epoch. */
export const shortTime = (time: number, now: number): string =>
  startOfDay(time) === startOfDay(now) ? timeOfDay(time) : dayAndTime(time);

/** Time of day with seconds in the user's zone; the day stands before it where it is not the day of `reference`. */
export const timeWithin = (time: number, reference: number): string =>
  startOfDay(time) === startOfDay(reference) ? clock(time) : dayAndTime(time);

/** Day and time in the user's zone. */
export const dayTime = (time: number): string => dayAndTime(time);

/** Full time in the user's zone, with UTC beside it. */
export const fullTime = (time: number): string => l10n.t("{0} ({1} UTC)", full(time), utc(time));

/** A length of time in ms as `45 s`, `12 min` or `2 h 5 min`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return l10n.t("{0} s", seconds);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return l10n.t("{0} min", minutes);
  const rest = minutes % 60;
  return rest === 0
    ? l10n.t("{0} h", Math.floor(minutes / 60))
    : l10n.t("{0} h {1} min", Math.floor(minutes / 60), rest);
}
