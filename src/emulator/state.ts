import type { Attachment } from "./attachments";
import type { Chat, Participant } from "./chats";
import { Derived } from "./derived";
import { FaultQueue } from "./faults";
import { Journal } from "./journal";
import { Limiter } from "./limiter";
import type {
  ContactSearchSummary,
  DescribeContactResponse,
  SearchContactsResponse,
} from "@aws-sdk/client-connect";
import type { Found } from "./contactSearch";
import { Memory } from "./memory";
import type { Connection } from "./participants";
import { Schedule } from "./schedule";
import type { Stream } from "./streams";
import type { ToWire } from "./wire";
import type { ContactRecord, Seed, World } from "./world";

export interface StateOptions {
  readonly seed: Seed;
  /** Milliseconds since the epoch, UTC. */
  readonly now: () => number;
  readonly quotas: boolean;
  /** Added to every answer of a service. */
  readonly latencyMs: number;
  /** Host and port that clients reach it by, such as `127.0.0.1:4599`; empty where there is no server. */
  readonly host?: string;
  /** Told of errors that nobody expected. */
  readonly report: (error: unknown) => void;
}

/** The emulator's clock: the real one, and what a test moved it forward. */
export class Clock {
  #ahead = 0;

  constructor(private readonly base: () => number) {}

  now(): number {
    return this.base() + this.#ahead;
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}

/** What was answered to a client token: the same wish again gets the same answer. */
export interface Promised {
  readonly input: string;
  readonly answer: object;
}

/** All that one emulator knows between two resets. */
export interface State {
  readonly world: World;
  readonly clock: Clock;
  /** Absent where quotas are not enforced. */
  readonly limiter: Limiter | undefined;
  readonly faults: FaultQueue;
  readonly journal: Journal;
  /** What the latest searches found, so that their next pages need not search again. */
  readonly searches: Memory<string, Found>;
  /** The latest pages of searches, by query and place. */
  readonly pages: Derived<string, ToWire<SearchContactsResponse>>;
  /** How SearchContacts tells the latest contacts. */
  readonly summaries: Derived<ContactRecord, ToWire<ContactSearchSummary>>;
  /** How DescribeContact tells the latest contacts. */
  readonly descriptions: Derived<ContactRecord, ToWire<DescribeContactResponse>>;
  /** Chats that somebody here takes part in, by their session's initial contact. */
  readonly chats: Map<string, Chat>;
  /** By participant token. */
  readonly participants: Map<string, Participant>;
  /** By connection token. */
  readonly connections: Map<string, Connection>;
  /** By id. */
  readonly attachments: Map<string, Attachment>;
  /** What was to be streamed, by id. */
  readonly streams: Map<string, Stream>;
  /** By the ticket that opens a websocket. */
  readonly tickets: Map<string, Connection>;
  /** What happens by itself as time goes by. */
  readonly schedule: Schedule;
  /** By operation, owner and client token. */
  readonly promised: Map<string, Promised>;
  /** How many requests changed the world. */
  changes: number;
  readonly latencyMs: number;
  readonly host: string;
  readonly report: (error: unknown) => void;
}

const createState = (options: StateOptions): State => ({
  world: options.seed(options.now()),
  clock: new Clock(options.now),
  limiter: options.quotas ? new Limiter() : undefined,
  faults: new FaultQueue(),
  journal: new Journal(),
  searches: new Memory(8),
  pages: new Derived(32),
  summaries: new Derived(20_000),
  descriptions: new Derived(1000),
  chats: new Map(),
  participants: new Map(),
  connections: new Map(),
  tickets: new Map(),
  attachments: new Map(),
  streams: new Map(),
  schedule: new Schedule(),
  promised: new Map(),
  changes: 0,
  latencyMs: options.latencyMs,
  host: options.host ?? "",
  report: options.report,
});

/** One emulator without its socket. */
export class Sandbox {
  #state: State;

  constructor(private readonly options: StateOptions) {
    this.#state = createState(options);
  }

  get state(): State {
    return this.#state;
  }

  /** Lets happen what was due by now. */
  catchUp(): void {
    const { schedule, clock } = this.#state;
    schedule.runDue(clock.now());
  }

  /** Moves the clock forward, and lets happen what is due by then. */
  advance(seconds: number): void {
    this.#state.clock.advance(seconds * 1000);
    this.catchUp();
  }

  /** Everything as it was at the start: world, clock, faults, journal, quotas. */
  reset(): void {
    for (const { lines } of this.#state.chats.values()) for (const line of lines) line.close();
    this.#state = createState(this.options);
  }
}
