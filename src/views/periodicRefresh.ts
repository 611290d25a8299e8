export interface PeriodicRefreshParts {
  /** 0 where nothing is read by itself. */
  readonly minutes: () => number;
  /** Whether a person may be looking at the view. */
  readonly isWatched: () => boolean;
  readonly read: () => Promise<void>;
}

const MINUTE = 60_000;

/** Reads the lists anew every few minutes while somebody may be looking at them. */
export class PeriodicRefresh {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: PeriodicRefreshParts) {
    this.restart();
  }

  /** To be called when the minutes have changed. */
  restart(): void {
    clearTimeout(this.timer);
    const minutes = this.parts.minutes();
    if (minutes > 0) this.timer = setTimeout(() => void this.turn(), minutes * MINUTE);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  /** The next turn comes only when this one is over, however long the quota makes it wait. */
  private async turn(): Promise<void> {
    if (this.parts.isWatched()) await this.parts.read();
    this.restart();
  }
}
