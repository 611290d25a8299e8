import { transcriptKey } from "../records";
import type { ContactRecord, StoredObject, TranscriptStorage } from "../world";
import { createRandom, hashOf } from "./random";
import type { Speaker, Turn } from "./turns";
import { createIdSource, uuidOf } from "./uuids";

export type EndedContact = ContactRecord & { readonly endedAt: number };

export const hasEnd = (contact: ContactRecord): contact is EndedContact =>
  contact.endedAt !== undefined;

/** Whose transcripts they are. */
export interface Owner {
  readonly accountId: string;
  readonly instanceId: string;
}

/** An item of a transcript file, in the service's own words (domain.md §3.5). */
export interface TranscriptItem {
  /** ISO 8601 with milliseconds, UTC. */
  readonly AbsoluteTime: string;
  readonly Content?: string;
  readonly ContentType: string;
  readonly Id: string;
  readonly Type: "EVENT" | "MESSAGE" | "ATTACHMENT";
  readonly ParticipantId?: string;
  readonly DisplayName?: string;
  readonly ParticipantRole?: string;
  readonly Attachments?: readonly {
    readonly AttachmentId: string;
    readonly AttachmentName: string;
    readonly ContentType: string;
    readonly Status: string;
  }[];
}

/** A transcript file as it lies in the bucket (domain.md §3.5). */
export interface TranscriptFile {
  readonly Version: string;
  readonly AWSAccountId: string;
  readonly InstanceId: string;
  readonly InitialContactId: string;
  readonly ContactId: string;
  readonly Participants: readonly { readonly ParticipantId: string }[];
  readonly Transcript: readonly TranscriptItem[];
}

/** The service writes a transcript some time after the chat's end (domain.md §1.5). */
const WRITTEN_AFTER = 60_000;

export const EVENT_TYPE = "application/vnd.amazonaws.connect.event.";

/** How long a turn takes, relative to others: what is longer takes longer to type. */
const effortOf = (turn: Turn): number =>
  turn.kind === "message" ? 2 + Math.min(turn.content.length, 240) / 20 : 1;

/** When a turn was: the first at the contact's beginning, the last at its end, one with a time of its own then. */
const fixedTime = (
  turns: readonly Turn[],
  index: number,
  contact: EndedContact,
): number | undefined => {
  if (index === 0) return contact.initiatedAt;
  if (index === turns.length - 1) return contact.endedAt;
  return turns[index]?.at;
};

/** Times for the turns, never going back, spread by effort between those that are fixed. */
export const timesOf = (contact: EndedContact, turns: readonly Turn[]): number[] => {
  const random = createRandom(hashOf(contact.id));
  const times: number[] = [];
  let efforts: number[] = [];
  let from = contact.initiatedAt;
  turns.forEach((turn, index) => {
    efforts.push((efforts.at(-1) ?? 0) + effortOf(turn) * (0.6 + random.next()));
    const to = fixedTime(turns, index, contact);
    if (to === undefined) return;
    const whole = efforts.at(-1) ?? 1;
    for (const effort of efforts) times.push(from + Math.round(((to - from) * effort) / whole));
    efforts = [];
    from = to;
  });
  return times;
};

export const participantId = (contact: ContactRecord, { role, name }: Speaker): string =>
  uuidOf(`${contact.initialContactId} ${role} ${name}`);

const contentOf = (
  turn: Turn,
  id: string,
): Pick<TranscriptItem, "Content" | "ContentType" | "Type" | "Attachments"> => {
  switch (turn.kind) {
    case "event":
      return { ContentType: `${EVENT_TYPE}${turn.event}`, Type: "EVENT" };
    case "message":
      return { Content: turn.content, ContentType: turn.contentType, Type: "MESSAGE" };
    case "attachment":
      return {
        ContentType: turn.contentType,
        Type: "ATTACHMENT",
        Attachments: [
          {
            AttachmentId: turn.id ?? uuidOf(`${id} attachment`),
            AttachmentName: turn.name,
            ContentType: turn.contentType,
            Status: "APPROVED",
          },
        ],
      };
  }
};

/** What tells an item apart from others of the same turn. */
interface Stamp {
  readonly id: string;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly participantId: string | undefined;
}

export const itemOf = (turn: Turn, { id, at, participantId: by }: Stamp): TranscriptItem => ({
  AbsoluteTime: new Date(at).toISOString(),
  ...contentOf(turn, id),
  Id: id,
  ...(turn.by &&
    by !== undefined && {
      ParticipantId: by,
      DisplayName: turn.by.name,
      ParticipantRole: turn.by.role,
    }),
});

export const fileOf = (
  owner: Owner,
  contact: ContactRecord,
  items: readonly TranscriptItem[],
): TranscriptFile => {
  const ids = new Set(items.flatMap(({ ParticipantId: id }) => (id === undefined ? [] : [id])));
  return {
    Version: "2019-08-26",
    AWSAccountId: owner.accountId,
    InstanceId: owner.instanceId,
    InitialContactId: contact.initialContactId,
    ContactId: contact.id,
    Participants: [...ids].map((id) => ({ ParticipantId: id })),
    Transcript: items,
  };
};

/** The transcript of an ended contact whose turns were these. */
export const buildTranscript = (
  owner: Owner,
  contact: EndedContact,
  turns: readonly Turn[],
): TranscriptFile => {
  const times = timesOf(contact, turns);
  const itemId = createIdSource(contact.id);
  const known = new Map<string, string>();
  const idOf = (speaker: Speaker): string => {
    const key = `${speaker.role} ${speaker.name}`;
    const id = known.get(key) ?? participantId(contact, speaker);
    known.set(key, id);
    return id;
  };
  const items = turns.map((turn, index) =>
    itemOf(turn, {
      id: itemId(index),
      at: times[index] ?? contact.endedAt,
      participantId: turn.by && idOf(turn.by),
    }),
  );
  return fileOf(owner, contact, items);
};

/** The stored file of an ended contact; it is made whenever somebody reads it. */
export const transcriptObject = (
  storage: TranscriptStorage,
  contact: EndedContact,
  body: () => Buffer,
): StoredObject => ({
  key: transcriptKey(storage, contact),
  lastModified: contact.endedAt + WRITTEN_AFTER,
  availableAt: contact.endedAt + WRITTEN_AFTER,
  body,
});

export const asBody = (file: TranscriptFile): Buffer => Buffer.from(JSON.stringify(file), "utf8");
