import { assembleTranscript } from "../domain/assembleTranscript";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import type { ConnectGateway } from "../domain/gateway";
import { readTranscripts } from "../domain/readTranscripts";
import type { Conversation, TranscriptPart } from "../domain/transcript";

export interface ConversationOptions {
  readonly signal: AbortSignal;
  /** Told how many contacts have been read. */
  readonly onProgress?: (done: number) => void;
}

type Part = TranscriptPart<Contact>;

/** Some 100 MB of conversations; the oldest use goes first. */
const KEPT_ITEMS = 100_000;

/** Reads conversations. A stored transcript never changes, so that it is read once and kept for a while. */
export class Transcripts {
  private readonly kept = new Map<string, Part>();
  private keptItems = 0;

  constructor(private readonly gatewayOf: (connection: Connection) => Promise<ConnectGateway>) {}

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
      now: Date.now(),
      onPart: () => onProgress?.((done += 1)),
    });
    const parts = new Map(read.map((part) => [part.contact.id, part]));
    const inOrder = contacts.flatMap(
      (contact) => parts.get(contact.id) ?? this.kept.get(keyOf(connection, contact)) ?? [],
    );
    for (const part of inOrder) this.keep(connection, part);
    return assembleTranscript(inOrder);
  }

  async countMessages(
    connection: Connection,
    contacts: readonly Contact[],
    signal: AbortSignal,
  ): Promise<number> {
    return (await this.conversation(connection, contacts, { signal })).messageCount;
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
