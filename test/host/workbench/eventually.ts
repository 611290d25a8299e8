import { setTimeout as after } from "node:timers/promises";

/** How long a condition may take, in milliseconds. Generous: a busy machine is slow, and a passing test never waits. */
export const patience = 60_000;

/**
 * Tries until an attempt neither throws nor gives `undefined` or `false`. An attempt has to be short, and harmless when
 * it is made again.
 * @param what completes "Waited in vain for …"
 * @throws with the last attempt's error as cause
 */
export async function eventually<T>(
  what: string,
  attempt: () => Promise<T | undefined | false>,
  timeout = patience,
): Promise<T> {
  const deadline = performance.now() + timeout;
  let cause: unknown;
  do {
    try {
      const result = await attempt();
      if (result !== undefined && result !== false) return result;
    } catch (error) {
      cause = error;
    }
    await after(50);
  } while (performance.now() < deadline);
  const why = cause instanceof Error ? `: ${cause.message}` : "";
  throw new Error(`Waited in vain for ${what}${why}`, { cause });
}

/** A string is contained, without regard to case; an expression is tested. */
export const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string"
    ? text.toLowerCase().includes(wanted.toLowerCase())
    : wanted.test(text);
