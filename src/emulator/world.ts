import type { TranscriptItem } from "./seed/transcript";

/** Times are milliseconds since the epoch, UTC. */
export interface ContactRecord {
  readonly id: string;
  readonly initialContactId: string;
  readonly previousContactId?: string;
  relatedContactId?: string;
  readonly channel: "CHAT" | "VOICE" | "TASK" | "EMAIL";
  /** Value of `connect:Subtype`. */
  readonly subtype: string;
  readonly initiationMethod: string;
  readonly initiatedAt: number;
  enqueuedAt?: number;
  connectedToAgentAt?: number;
  endedAt?: number;
  disconnectReason?: string;
  queueId?: string;
  agentId?: string;
  readonly attributes: Record<string, string>;
  /** What TagContact gave it. */
  tags?: Readonly<Record<string, string>>;
  /** Started with `PersistentChat`, or associated since: persistence is set only once (domain.md §1.5). */
  persistent: boolean;
}

export interface UserRecord {
  readonly id: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface QueueRecord {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface FlowRecord {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Such as `CONTACT_FLOW`. */
  readonly type: string;
  /** JSON in Amazon Connect's flow language. */
  readonly content: string;
}

/** Where an instance keeps its chat transcripts (`CHAT_TRANSCRIPTS` storage). */
export interface TranscriptStorage {
  readonly associationId: string;
  readonly bucket: string;
  readonly prefix: string;
}

export interface InstanceRecord {
  readonly id: string;
  readonly alias: string;
  readonly createdAt: number;
  readonly transcriptStorage?: TranscriptStorage;
  /** The instance attributes that are switched on, such as `CONTACT_LENS`. */
  readonly enabled: ReadonlySet<string>;
  readonly users: ReadonlyMap<string, UserRecord>;
  readonly queues: ReadonlyMap<string, QueueRecord>;
  readonly flows: ReadonlyMap<string, FlowRecord>;
  readonly contacts: ContactStore;
}

/** Contacts by id, and sorted by initiation time so that a page costs the same among a thousand and a million. */
export interface ContactStore {
  readonly size: number;
  get(id: string): ContactRecord | undefined;
  /** The contacts of one session in order of initiation. */
  session(initialContactId: string): readonly ContactRecord[];
  /** All contacts, oldest first. */
  readonly byInitiation: readonly ContactRecord[];
  /** The contacts of one channel, oldest first. */
  ofChannel(channel: string): readonly ContactRecord[];
  add(contact: ContactRecord): void;
}

/** An object of a bucket; its body is made when it is read, so that a million transcripts cost nothing until then. */
export interface StoredObject {
  readonly key: string;
  readonly lastModified: number;
  /** Not there before this time: transcripts are written some time after the chat's end (domain.md §1.5). */
  readonly availableAt: number;
  body(): Buffer;
}

export interface Bucket {
  readonly name: string;
  get(key: string): StoredObject | undefined;
  /** Objects whose key begins with the prefix and comes behind `after`, in key order. */
  list(prefix: string, after?: string): Iterable<StoredObject>;
  put(object: StoredObject): void;
  delete(key: string): void;
  /** Whether the object was there and was deleted. */
  wasDeleted(key: string): boolean;
}

/** Everything that the emulator knows; lives in memory only. */
export interface World {
  readonly accountId: string;
  readonly region: string;
  readonly instances: ReadonlyMap<string, InstanceRecord>;
  readonly buckets: ReadonlyMap<string, Bucket>;
  /** What had been said in a chat that was going on when the world began. */
  saidBefore(contact: ContactRecord): readonly TranscriptItem[];
}

/** Builds a world as of `now`; the same seed and `now` always give the same world. */
export type Seed = (now: number) => World;
