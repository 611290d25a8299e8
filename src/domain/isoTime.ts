const ISO_TIME =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * ISO-8601 with date, time and zone, as AWS writes it (time slots have no seconds) → ms since the epoch, UTC; undefined for anything else. Exact, where a
 * clock's own parser guesses at what it does not know.
 */
export function parseIsoTime(text: string): number | undefined {
  const [, year, month, day, hour, minute, second = "0", fraction = "", zone = "Z"] =
    ISO_TIME.exec(text) ?? [];
  if (year === undefined) return undefined;
  const days = daysSinceEpoch(Number(year), Number(month), Number(day));
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  if (days === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) {
    return undefined;
  }
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return days * DAY_MS + seconds * 1000 + milliseconds - offsetMs(zone);
}

function offsetMs(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60 * 1000;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysSinceEpoch(year: number, month: number, day: number): number | undefined {
  const daysInMonth = month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  if (day < 1 || day > daysInMonth) return undefined;
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const earlierMonths = DAYS_IN_MONTH.slice(0, month - 1).reduce((sum, days) => sum + days, 0);
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return before * 365 + leapDays + earlierMonths + leapDay + day - 1 - EPOCH_DAYS;
}

/** Days from the year 1 to 1970. */
const EPOCH_DAYS = 719_162;
