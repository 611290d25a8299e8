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
const fullDate = format({ dateStyle: "full" });
const utc = format({ dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });

const weekdayAndTime = format({ weekday: "short", hour: "2-digit", minute: "2-digit" });
const weekdayAndDay = format({ weekday: "long", month: "short", day: "numeric" });

/** When the day of a time began in the user's zone. Times are ms since the epoch. */
export const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** The first moment of the day that lies so many days before the one of `time`, whatever the clocks did in between. */
const startOfDayBefore = (time: number, days: number): number => {
  const day = new Date(startOfDay(time));
  return day.setDate(day.getDate() - days);
};

/** Time in the user's zone; the day is left out where it is today. */
export const shortTime = (time: number, now: number): string =>
  startOfDay(time) === startOfDay(now) ? timeOfDay(time) : dayAndTime(time);

/** Time in a list, as short as it can be: the time of day for `day`, else with the weekday, after a week with the date. */
export function listTime(time: number, now: number, day = startOfDay(now)): string {
  if (startOfDay(time) === day) return timeOfDay(time);
  const isThisWeek = time >= startOfDayBefore(now, 6) && time <= now;
  return isThisWeek ? weekdayAndTime(time) : dayAndTime(time);
}

/** `Today`, `Yesterday` or weekday and date. */
export function dayLabel(time: number, now: number): string {
  const day = startOfDay(time);
  if (day === startOfDay(now)) return l10n.t("Today");
  return day === startOfDayBefore(now, 1) ? l10n.t("Yesterday") : weekdayAndDay(time);
}

/** Time of day with seconds in the user's zone; the day stands before it where it is not the day of `reference`. */
export const timeWithin = (time: number, reference: number): string =>
  startOfDay(time) === startOfDay(reference) ? clock(time) : dayAndTime(time);

/** Day and time in the user's zone. */
export const dayTime = (time: number): string => dayAndTime(time);

/** Weekday, date and year in the user's zone. */
export const fullDay = (time: number): string => fullDate(time);

/** Full time in the user's zone, with UTC beside it. */
export const fullTime = (time: number): string => l10n.t("{0} ({1} UTC)", full(time), utc(time));

/** A length of time in ms as `45 s`, `12 min`, `2 h 5 min` or `3 d 4 h`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return l10n.t("{0} s", seconds);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return l10n.t("{0} min", minutes);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return days(hours);
  const rest = minutes % 60;
  return rest === 0 ? l10n.t("{0} h", hours) : l10n.t("{0} h {1} min", hours, rest);
}

const days = (hours: number): string =>
  hours % 24 === 0
    ? l10n.t("{0} d", hours / 24)
    : l10n.t("{0} d {1} h", Math.floor(hours / 24), hours % 24);
