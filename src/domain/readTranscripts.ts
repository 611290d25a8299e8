import { mapConcurrently } from "./concurrently";
import type { Contact } from "./contact";
import { hasEnded } from "./contact";
import { Failure } from "./failure";
import type { ConnectGateway, LiveChat, ReadProgress, TranscriptFile } from "./gateway";
import { parseTranscript, readItems } from "./parseTranscript";
import type { TranscriptContent, TranscriptPart } from "./transcript";

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** ms since the epoch. */
  readonly now: number;
  /** Told of each part as it arrives, in any order. */
  readonly onPart?: (part: TranscriptPart<Contact>) => void;
  /** Told of each piece of a file that arrives. */
  readonly onBytes?: (contact: Contact, ...progress: Parameters<ReadProgress>) => void;
}

const READ_AT_ONCE = 8;

/** Files are usually there one to two minutes after the end (domain.md §1.5); past this they are missing. */
const WRITTEN_WITHIN_MS = 5 * 60 * 1000;

/**
 * Reads the transcripts of contacts, one call each, those of active chats from Contact Lens, and answers in their order. What cannot be read is a part that
 * says why; only an abort rejects.
 */
export const readTranscripts = (
  gateway: Pick<ConnectGateway, "transcriptFile" | "liveChat">,
  contacts: readonly Contact[],
  options: ReadOptions,
): Promise<readonly TranscriptPart<Contact>[]> =>
  mapConcurrently(READ_AT_ONCE, contacts, async (contact) => {
    const part = {
      contact,
      content: await orFailure(
        hasEnded(contact) ? "failure" : "active",
        readContent(gateway, contact, options),
      ),
    };
    options.onPart?.(part);
    return part;
  });

/** The same with what Contact Lens redacted. */
export const readRedactedTranscripts = (
  gateway: Pick<ConnectGateway, "redactedTranscript">,
  contacts: readonly Contact[],
  { signal, now }: Pick<ReadOptions, "signal" | "now">,
): Promise<readonly TranscriptPart<Contact>[]> =>
  mapConcurrently(READ_AT_ONCE, contacts, async (contact) => ({
    contact,
    content: await orFailure(
      "failure",
      gateway
        .redactedTranscript(contact, signal)
        .then((file): TranscriptContent =>
          file === undefined ? { kind: "notRedacted" } : contentOf(contact, file, now),
        ),
    ),
  }));

async function orFailure(
  kind: "failure" | "active",
  reading: Promise<TranscriptContent>,
): Promise<TranscriptContent> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === "aborted") throw error;
    return { kind, failure: error };
  }
}

async function readContent(
  gateway: Pick<ConnectGateway, "transcriptFile" | "liveChat">,
  contact: Contact,
  { signal, now, onBytes }: ReadOptions,
): Promise<TranscriptContent> {
  if (!hasEnded(contact)) return liveContent(contact, await gateway.liveChat(contact.id, signal));
  const file = await gateway.transcriptFile(contact, signal, (received, total) =>
    onBytes?.(contact, received, total),
  );
  return contentOf(contact, file, now);
}

const liveContent = ({ id }: Contact, chat: LiveChat): TranscriptContent =>
  chat.kind === "heard"
    ? { kind: "live", items: readItems(chat.items, { contactId: id }) }
    : { kind: "active" };

/** What a stored file says, or why it says nothing. `now` in ms since the epoch. */
export function contentOf(contact: Contact, file: TranscriptFile, now: number): TranscriptContent {
  switch (file.kind) {
    case "text":
      return parseTranscript(file.text, contact.id);
    case "missing":
      return contact.endedAt !== undefined && now - contact.endedAt < WRITTEN_WITHIN_MS
        ? { kind: "notWrittenYet" }
        : file;
    default:
      return file;
  }
}
