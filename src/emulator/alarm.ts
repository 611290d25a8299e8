import type { Sandbox } from "./state";

/** The longest that a timer of Node can wait. */
const LONGEST = 2 ** 31 - 1;

/** Lets happen what is due also when nobody asks, so that open websockets hear of it in time. */
export class Alarm {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly sandbox: Sandbox) {}

  /** To be called whenever something may have been planned, or the clock moved. */
  set(): void {
    this.clear();
    const { schedule, clock } = this.sandbox.state;
    const { next } = schedule;
    if (next === undefined) return;
    const wait = Math.min(LONGEST, Math.max(0, next - clock.now()));
    this.#timer = setTimeout(() => {
      this.sandbox.catchUp();
      this.set();
    }, wait).unref();
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}
