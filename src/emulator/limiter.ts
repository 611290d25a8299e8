import type { Quota } from "./model/model";

interface Level {
  tokens: number;
  at: number;
}

/** One token bucket an operation: the published quota of an account and Region (domain.md §3.1). */
export class Limiter {
  readonly #levels = new Map<string, Level>();

  /** False where the quota is used up; then the request costs nothing. `now` in milliseconds. */
  take(operation: string, quota: Quota, now: number): boolean {
    const level = this.#levels.get(operation) ?? { tokens: quota.burst, at: now };
    const gained = (Math.max(0, now - level.at) * quota.rate) / 1000;
    const tokens = Math.min(quota.burst, level.tokens + gained);
    // Many small gains may add up to a hair less than one.
    const granted = tokens > 1 - 1e-9;
    this.#levels.set(operation, { tokens: granted ? Math.max(0, tokens - 1) : tokens, at: now });
    return granted;
  }
}
