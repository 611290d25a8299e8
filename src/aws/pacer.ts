import { firstFree, intervalOf, type Quota, quotaOf } from "./quotas";
import type { SharedQuota } from "./sharedQuota";

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

interface Waiter {
  readonly isBackground: boolean;
  go(): void;
}

/** Who waits for a turn: a person who is told how long, or nobody, so that the others may pass. */
export type Waiting = OnWait | "background";

/** One operation's turn: a token bucket, kept as the time at which it would be full again. */
class Turns {
  private readonly interval: number;
  private readonly waiting: Waiter[] = [];
  private fullAt = 0;
  private callOff: (() => void) | undefined;

  constructor(
    private readonly quota: Quota,
    private readonly clock: Clock,
  ) {
    this.interval = intervalOf(quota);
  }

  take(signal: AbortSignal, onWait: ((ms: number) => void) | "background"): Promise<void> {
    if (signal.aborted) return Promise.reject(aborted());
    if (this.waiting.length === 0 && this.isFree()) {
      this.spend();
      return Promise.resolve();
    }
    if (onWait === "background") return this.queue(signal, true);
    const ahead = this.waiting.filter(({ isBackground }) => !isBackground).length;
    const wait = this.nextFreeAt() - this.clock.now() + ahead * this.interval;
    const turn = this.queue(signal, false);
    // Only now, since whoever is told may stop the call.
    onWait(wait);
    return turn;
  }

  private queue(signal: AbortSignal, isBackground: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        isBackground,
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
      this.insert(waiter);
      this.watch();
    });
  }

  private insert(waiter: Waiter): void {
    const behind = waiter.isBackground
      ? -1
      : this.waiting.findIndex(({ isBackground }) => isBackground);
    this.waiting.splice(behind === -1 ? this.waiting.length : behind, 0, waiter);
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
    return firstFree(this.fullAt, this.quota);
  }

  private isFree(): boolean {
    return this.clock.now() >= this.nextFreeAt();
  }

  private spend(): void {
    this.fullAt = Math.max(this.fullAt, this.clock.now()) + this.interval;
  }
}

const aborted = () => new DOMException("Stopped while waiting for its turn", "AbortError");

/** The windows beside this one, which use the same quota. */
export interface OtherWindows {
  readonly quota: SharedQuota;
  /** Is told why the windows cannot agree; each then keeps to the quota on its own. */
  readonly onProblem: (problem: unknown) => void;
}

/**
 * Keeps calls within the published quotas, which are shared by everything of an account and Region (domain.md §3). Calls
 * of one operation go in the order in which they came, those that nobody waits for at the end.
 */
export class Pacer {
  private readonly turns = new Map<string, Turns>();

  constructor(
    private readonly clock: Clock = systemClock,
    private readonly others?: OtherWindows,
  ) {}

  /** Resolves when the operation may be called. */
  async take(operation: string, signal: AbortSignal, waiting?: Waiting): Promise<void> {
    const tell = (ms: number): void => {
      if (typeof waiting === "function") waiting(operation, ms);
    };
    const turns = this.turnsOf(operation);
    await turns.take(signal, waiting === "background" ? waiting : tell);
    const ms = await this.waitForOthers(operation);
    if (ms === 0) return;
    tell(ms);
    await this.pause(ms, signal);
  }

  /** Turns are taken from the other windows only now, when this window's own calls before this one have gone. */
  private async waitForOthers(operation: string): Promise<number> {
    if (this.others === undefined) return 0;
    try {
      return await this.others.quota.reserve(operation, quotaOf(operation));
    } catch (problem) {
      this.others.onProblem(problem);
      return 0;
    }
  }

  private pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        callOff();
        reject(aborted());
      };
      const callOff = this.clock.after(ms, () => {
        signal.removeEventListener("abort", leave);
        resolve();
      });
      signal.addEventListener("abort", leave, { once: true });
      if (signal.aborted) leave();
    });
  }

  private turnsOf(operation: string): Turns {
    const known = this.turns.get(operation);
    if (known !== undefined) return known;
    const turns = new Turns(quotaOf(operation), this.clock);
    this.turns.set(operation, turns);
    return turns;
  }
}
