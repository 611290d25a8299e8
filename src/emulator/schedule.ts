interface Task {
  /** Milliseconds since the epoch, by the emulator's clock. */
  readonly at: number;
  readonly act: (at: number) => void;
}

/** Things that happen at their time: as seen from outside, since whoever asks first lets happen what was due until then. */
export class Schedule {
  /** In order of time; of equal times, the one planned first. */
  readonly #tasks: Task[] = [];

  /** When the next thing happens. */
  get next(): number | undefined {
    return this.#tasks[0]?.at;
  }

  plan(at: number, act: (at: number) => void): void {
    const later = this.#tasks.findIndex((task) => task.at > at);
    this.#tasks.splice(later === -1 ? this.#tasks.length : later, 0, { at, act });
  }

  /** What happens may plan more, which happens too if it was due. */
  runDue(now: number): void {
    for (let [next] = this.#tasks; next && next.at <= now; [next] = this.#tasks) {
      this.#tasks.shift();
      next.act(next.at);
    }
  }
}
