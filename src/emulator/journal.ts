export type ServiceName = "connect" | "participant" | "s3";

/** One request, as tests want to look at it. */
export interface JournalEntry {
  readonly service: ServiceName | "unknown";
  /** AWS's name of the operation; `Unknown` where the emulator has none. */
  readonly operation: string;
  /** What was answered; 0 where nothing was. */
  readonly status: number;
  /** Milliseconds since the epoch, by the emulator's clock. */
  readonly time: number;
  readonly method: string;
  readonly path: string;
  /** The operation's input: members of path, query and body under their names in the service model. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  /** True where the request changed the world: of the repetitions of one association, only the first. */
  readonly changed: boolean;
  readonly clientToken?: string | undefined;
  /** Error name of a refusal. */
  readonly error?: string | undefined;
  /** The fault that was asked for and used up by this request. */
  readonly fault?: string | undefined;
  /** Which attempt of the SDK it was, from 1. */
  readonly attempt?: number | undefined;
}

const KEPT = 10_000;

/** The last ten thousand requests. */
export class Journal {
  #entries: JournalEntry[] = [];

  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length >= 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
  }

  /** Oldest first. */
  entries(): readonly JournalEntry[] {
    return this.#entries.slice(-KEPT);
  }
}
