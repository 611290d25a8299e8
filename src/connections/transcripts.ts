import { assembleTranscript } from "../domain/assembleTranscript";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import { hasEnded } from "../domain/contact";
import type { ConnectGateway } from "../domain/gateway";
import { readRedactedTranscripts, readTranscripts } from "../domain/readTranscripts";
import type { BroughtBack, Conversation, TranscriptPart } from "../domain/transcript";

export interface ConversationOptions {
  readonly signal: AbortSignal;
  /** Told how many contacts have been read, and of large files how far they have come. */
  readonly onProgress?: (done: number, bytes?: Bytes) => void;
}

export interface Bytes {
  readonly received: number;
  readonly total: number;
}

/** Smaller ones are there before anybody could read how far they are. */
const LARGE_BYTES = 512 * 1024;

type Part = TranscriptPart<Contact>;

/** Some 100 MB of conversations; the oldest use goes first. */
const KEPT_ITEMS = 100_000;

/** Reads conversations. A stored transcript never changes, so that it is read once and kept for a while. */
export class Transcripts {
  private readonly kept = new Map<string, Part>();
  private keptItems = 0;

  constructor(
    private readonly gatewayOf: (connection: Connection) => Promise<ConnectGateway>,
    private readonly now: (connection: Connection) => number,
  ) {}

  /** The conversation of these contacts, which come oldest first. Only an abort rejects. */
  async conversation(
    connection: Connection,
    contacts: readonly Contact[],
    { signal, onProgress }: ConversationOptions,
  ): Promise<Conversation<Contact>> {
    const missing = contacts.filter((contact) => !this.kept.has(keyOf(connection, contact)));
    let done = contacts.length - missing.length;
    onProgress?.(done);
    const read = await readTranscripts(await this.gatewayOf(connection), missing, {
      signal,
      now: this.now(connection),
      onPart: () => onProgress?.((done += 1)),
      onBytes: countLarge((bytes) => onProgress?.(done, bytes)),
    });
    const parts = new Map(read.map((part) => [part.contact.id, part]));
    const inOrder = contacts.flatMap(
      (contact) => parts.get(contact.id) ?? this.kept.get(keyOf(connection, contact)) ?? [],
    );
    for (const part of inOrder) this.keep(connection, part);
    return assembleTranscript(inOrder);
  }

  /** The same as Contact Lens redacted it. It is asked for rarely, so it is not kept. */
  async redactedConversation(
    connection: Connection,
    contacts: readonly Contact[],
    signal: AbortSignal,
  ): Promise<Conversation<Contact>> {
    const gateway = await this.gatewayOf(connection);
    const now = this.now(connection);
    return assembleTranscript(await readRedactedTranscripts(gateway, contacts, { signal, now }));
  }

  /** What an association would bring back of these contacts: of one that goes on there is no file yet. */
  async broughtBack(
    connection: Connection,
    contacts: readonly Contact[],
    options: ConversationOptions,
  ): Promise<BroughtBack> {
    const ended = contacts.filter(hasEnded);
    const { messageCount, sections } = await this.conversation(connection, ended, options);
    const read = sections.filter(({ absence }) => absence === undefined).length;
    return { messages: messageCount, unread: contacts.length - read };
  }

  /** Forgets what was read of a connection. */
  forget(connection: Connection): void {
    for (const key of [...this.kept.keys()])
      if (key.startsWith(`${connection.id}/`)) this.drop(key);
  }

  private keep(connection: Connection, part: Part): void {
    if (part.content.kind !== "transcript") return;
    const key = keyOf(connection, part.contact);
    this.drop(key);
    this.kept.set(key, part);
    this.keptItems += part.content.items.length;
    for (const oldest of this.kept.keys()) {
      if (this.keptItems <= KEPT_ITEMS) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const content = this.kept.get(key)?.content;
    if (content?.kind === "transcript") this.keptItems -= content.items.length;
    this.kept.delete(key);
  }
}

const keyOf = (connection: Connection, contact: Contact): string =>
  `${connection.id}/${contact.id}`;

/** Adds up how far the large files have come; told at most once for each percent of all of them. */
function countLarge(
  tell: (bytes: Bytes) => void,
): (contact: Contact, received: number, total: number) => void {
  const files = new Map<string, Bytes>();
  let told = 0;
  return ({ id }, received, total) => {
    if (total < LARGE_BYTES) return;
    files.set(id, { received, total });
    const sum = [...files.values()].reduce((one, other) => ({
      received: one.received + other.received,
      total: one.total + other.total,
    }));
    if (sum.received - told < sum.total / 100) return;
    told = sum.received;
    tell(sum);
  };
}
