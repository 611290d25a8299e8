import * as z from "zod/mini";
import { parseIsoTime } from "./isoTime";
import type {
  Attachment,
  DamagedTranscript,
  MessageFormat,
  Transcript,
  TranscriptItem,
} from "./transcript";

/** Absent, null or of another type: all the same to a reader of somebody else's file. */
const text = z.catch(z.optional(z.string()), undefined);
const listOf = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.array(schema), []);

const participantSchema = z.object({
  ParticipantId: text,
  ParticipantRole: text,
  DisplayName: text,
});

const attachmentSchema = z.object({
  AttachmentId: text,
  AttachmentName: text,
  ContentType: text,
  Status: text,
});

const itemSchema = z.object({
  Id: text,
  Type: text,
  AbsoluteTime: text,
  ContentType: text,
  Content: text,
  ContactId: text,
  RelatedContactId: text,
  ParticipantId: text,
  ParticipantRole: text,
  DisplayName: text,
  Attachments: listOf(z.catch(attachmentSchema, {})),
});

const fileSchema = z.object({
  ContactId: text,
  InitialContactId: text,
  Participants: listOf(z.catch(participantSchema, {})),
  Transcript: z.array(z.unknown()),
});

type FileItem = z.infer<typeof itemSchema>;
type Participant = z.infer<typeof participantSchema>;
/** The parts of an item that do not depend on its kind. */
type Base = Omit<Extract<TranscriptItem, { kind: "unknown" }>, "kind" | "type" | "content">;
type Participants = ReadonlyMap<string, Participant>;

/**
 * Reads a stored transcript. Never throws: the text comes from outside, so whatever it holds is either an item, an item of
 * kind `unknown`, or a damaged file. `contactId` is the contact whose file it is.
 */
export function parseTranscript(json: string, contactId: string): Transcript | DamagedTranscript {
  if (json.trim() === "") return { kind: "damaged", reason: "empty" };
  const value = parseJson(json);
  if (value === undefined) return { kind: "damaged", reason: "notJson" };
  const file = fileSchema.safeParse(value);
  if (!file.success) return { kind: "damaged", reason: "notATranscript" };
  const { ContactId: ownId = contactId, InitialContactId, Participants, Transcript } = file.data;
  const participants = byId(Participants);
  return {
    kind: "transcript",
    contactId: ownId,
    initialContactId: InitialContactId,
    items: Transcript.map((raw, index) => toItem(raw, { index, contactId: ownId, participants })),
  };
}

const BYTE_ORDER_MARK = "\uFEFF";

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.startsWith(BYTE_ORDER_MARK) ? json.slice(1) : json);
  } catch {
    return undefined;
  }
}

const byId = (participants: readonly Participant[]): Participants =>
  new Map(
    participants.flatMap((participant) =>
      participant.ParticipantId === undefined ? [] : [[participant.ParticipantId, participant]],
    ),
  );

/** Where in which file an item was found. */
interface Place {
  readonly index: number;
  readonly contactId: string;
  readonly participants: Participants;
}

const NO_FIELDS: FileItem = { Attachments: [] };

function toItem(raw: unknown, place: Place): TranscriptItem {
  const parsed = itemSchema.safeParse(raw);
  const item = parsed.success ? parsed.data : NO_FIELDS;
  const kept = isShallow(raw, MAX_DEPTH) ? raw : undefined;
  return withKind(item, baseOf(item, kept, place));
}

function baseOf(item: FileItem, raw: unknown, place: Place): Base {
  const contactId = item.ContactId ?? item.RelatedContactId ?? place.contactId;
  const participant = place.participants.get(item.ParticipantId ?? "");
  return {
    id: item.Id ?? `${place.contactId} ${place.index}`,
    time: item.AbsoluteTime === undefined ? undefined : parseIsoTime(item.AbsoluteTime),
    contactId,
    role: item.ParticipantRole ?? participant?.ParticipantRole,
    displayName: item.DisplayName ?? participant?.DisplayName,
    participantId: item.ParticipantId,
    contentType: item.ContentType,
    raw,
  };
}

const CONNECT_TYPE = "application/vnd.amazonaws.connect.";
const EVENT_TYPE = `${CONNECT_TYPE}event.`;
const INTERACTIVE_TYPE = `${CONNECT_TYPE}message.interactive`;

function withKind(item: FileItem, base: Base): TranscriptItem {
  const contentType = mediaType(item.ContentType);
  if (contentType.startsWith(EVENT_TYPE)) {
    return { ...base, kind: "event", event: contentType.slice(EVENT_TYPE.length) };
  }
  if (item.Type === "ATTACHMENT") {
    return { ...base, kind: "attachment", attachments: item.Attachments.map(toAttachment) };
  }
  const content = item.Content;
  if (content !== undefined) {
    if (isMessageFormat(contentType)) {
      return { ...base, kind: "message", format: contentType, content };
    }
    if (contentType === INTERACTIVE_TYPE) return { ...base, kind: "interactive", content };
    if (contentType === `${INTERACTIVE_TYPE}.response`) {
      return { ...base, kind: "interactiveResponse", content };
    }
  }
  return { ...base, kind: "unknown", type: item.Type, content };
}

/** `text/plain; charset=utf-8` → `text/plain`. */
const mediaType = (contentType = ""): string => {
  const parameters = contentType.indexOf(";");
  return parameters < 0 ? contentType : contentType.slice(0, parameters).trim();
};

const isMessageFormat = (contentType: string): contentType is MessageFormat =>
  contentType === "text/plain" ||
  contentType === "text/markdown" ||
  contentType === "application/json";

const toAttachment = (attachment: z.infer<typeof attachmentSchema>): Attachment => ({
  id: attachment.AttachmentId,
  name: attachment.AttachmentName,
  contentType: attachment.ContentType,
  status: attachment.Status,
});

/** Deeper than any item of Connect, and shallow enough for every recursive serializer on the way to the page. */
const MAX_DEPTH = 32;

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
