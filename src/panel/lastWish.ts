/** Where pages are read before they are shown: only what was asked for last is still wanted. */
export class LastWish {
  private pending: AbortController | undefined;

  /** Aborted as soon as something else is asked for, or shown. */
  begin(): AbortSignal {
    this.end();
    this.pending = new AbortController();
    return this.pending.signal;
  }

  end(): void {
    this.pending?.abort();
    this.pending = undefined;
  }
}
