import { type Quota, quotaOf } from "./quotas";

/** Time as the pacer sees it, in milliseconds. */
export interface Clock {
  now(): number;
  /** Calls back after `ms`; the answer calls it off. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Is told the operation and the milliseconds that a call will wait for its turn. */
export type OnWait = (operation: string, ms: number) => void;

/**
 * Our requests may reach the service closer together than they left, so they leave a little further apart than the quota
 * allows.
 */
const MARGIN = 1.03;

interface Waiter {
  go(): void;
}

/** One operation's turn: a token bucket, kept as the time at which it would be full again. */
class Turns {
  private readonly interval: number;
  private readonly headStart: number;
  private readonly waiting: Waiter[] = [];
  private fullAt = 0;
  private callOff: (() => void) | undefined;

  constructor(
    quota: Quota,
    private readonly clock: Clock,
  ) {
    this.interval = Math.ceil((1000 / quota.perSecond) * MARGIN);
    this.headStart = (quota.burst - 1) * this.interval;
  }

  take(signal: AbortSignal, onWait: (ms: number) => void): Promise<void> {
    if (signal.aborted) return Promise.reject(aborted());
    if (this.waiting.length === 0 && this.isFree()) {
      this.spend();
      return Promise.resolve();
    }
    const wait = this.nextFreeAt() - this.clock.now() + this.waiting.length * this.interval;
    const turn = this.queue(signal);
    // Only now, since whoever is told may stop the call.
    onWait(wait);
    return turn;
  }

  private queue(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        go: () => {
          signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        this.watch();
        reject(aborted());
      };
      signal.addEventListener("abort", leave, { once: true });
      this.waiting.push(waiter);
      this.watch();
    });
  }

  /** Lets everybody go whose time has come, and sets the alarm for the next one. */
  private watch(): void {
    this.callOff?.();
    this.callOff = undefined;
    while (this.waiting.length > 0 && this.isFree()) {
      this.spend();
      this.waiting.shift()?.go();
    }
    if (this.waiting.length === 0) return;
    this.callOff = this.clock.after(this.nextFreeAt() - this.clock.now(), () => this.watch());
  }

  private nextFreeAt(): number {
    return this.fullAt - this.headStart;
  }

  private isFree(): boolean {
    return this.clock.now() >= this.nextFreeAt();
  }

  private spend(): void {
    this.fullAt = Math.max(this.fullAt, this.clock.now()) + this.interval;
  }
}

const aborted = () => new DOMException("Stopped while waiting for its turn", "AbortError");

/**
 * Keeps calls within the published quotas, which are shared by everything of an account and Region (domain.md §3). Calls
 * of one operation go in the order in which they came.
 */
export class Pacer {
  private readonly turns = new Map<string, Turns>();

  constructor(private readonly clock: Clock = systemClock) {}

  /** Resolves when the operation may be called. */
  take(operation: string, signal: AbortSignal, onWait?: OnWait): Promise<void> {
    return this.turnsOf(operation).take(signal, (ms) => onWait?.(operation, ms));
  }

  private turnsOf(operation: string): Turns {
    const known = this.turns.get(operation);
    if (known !== undefined) return known;
    const turns = new Turns(quotaOf(operation), this.clock);
    this.turns.set(operation, turns);
    return turns;
  }
}
