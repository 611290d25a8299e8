const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

const TYPED = /^(\d+(?:[.,]\d+)?) ?(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)$/i;

/** Longer than any chat lasts, and than the wait for its transcript. */
const LONGEST_SECONDS = 30 * 86_400;

/** In seconds; undefined for what is no duration, none at all, or more than thirty days. */
export function typedDuration(text: string): number | undefined {
  const [, count = "", unit = ""] = TYPED.exec(text.trim()) ?? [];
  const seconds = Number(count.replace(",", ".")) * (SECONDS[unit.charAt(0).toLowerCase()] ?? 0);
  return seconds > 0 && seconds <= LONGEST_SECONDS ? seconds : undefined;
}
