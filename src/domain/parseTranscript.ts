import * as z from "zod/mini";
import { parseIsoTime } from "./isoTime";
import type {
  Attachment,
  DamagedTranscript,
  ItemBase,
  MessageFormat,
  Transcript,
  TranscriptItem,
} from "./transcript";

/**
 * A JSON object of the file, field by field: absent, null or of another type is all the same. Items are read so and not by
 * schemas, which take several times as long for a file of 5 MB.
 */
class Fields {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    this.values = isObject(value) ? value : {};
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === "string" ? value : undefined;
  }

  list(name: string): readonly Fields[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.map((inner) => new Fields(inner)) : [];
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const fileSchema = z.looseObject({ Transcript: z.array(z.unknown()) });

type Without<Keys extends PropertyKey, Item> = Item extends unknown ? Omit<Item, Keys> : never;
/** The parts of an item that depend on its kind. */
type OfKind = Without<keyof ItemBase, TranscriptItem>;
type Participants = ReadonlyMap<string, Fields>;

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
  const fields = new Fields(file.data);
  const ownId = fields.text("ContactId") ?? contactId;
  const participants = byId(fields.list("Participants"));
  return {
    kind: "transcript",
    contactId: ownId,
    initialContactId: fields.text("InitialContactId"),
    items: readItems(file.data.Transcript, { contactId: ownId, participants }),
  };
}

/** Where items were found. */
interface Source {
  readonly contactId: string;
  readonly participants?: Participants;
}

/** Reads items as a transcript file holds them; never throws. */
export const readItems = (
  items: readonly unknown[],
  { contactId, participants = new Map<string, Fields>() }: Source,
): readonly TranscriptItem[] =>
  items.map((raw, index) => toItem(raw, { index, contactId, participants }));

const BYTE_ORDER_MARK = "\uFEFF";

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.startsWith(BYTE_ORDER_MARK) ? json.slice(1) : json);
  } catch {
    return undefined;
  }
}

const byId = (participants: readonly Fields[]): Participants =>
  new Map(
    participants.flatMap((participant): [string, Fields][] => {
      const id = participant.text("ParticipantId");
      return id === undefined ? [] : [[id, participant]];
    }),
  );

/** Where in which file an item was found. */
interface Place extends Required<Source> {
  readonly index: number;
}

const NOBODY = new Fields(undefined);

function toItem(raw: unknown, place: Place): TranscriptItem {
  const item = new Fields(raw);
  const participant = place.participants.get(item.text("ParticipantId") ?? "") ?? NOBODY;
  return {
    id: item.text("Id") ?? `${place.contactId} ${place.index}`,
    time: parseIsoTime(item.text("AbsoluteTime") ?? ""),
    contactId: item.text("ContactId") ?? item.text("RelatedContactId") ?? place.contactId,
    role: item.text("ParticipantRole") ?? participant.text("ParticipantRole"),
    displayName: item.text("DisplayName") ?? participant.text("DisplayName"),
    participantId: item.text("ParticipantId"),
    contentType: item.text("ContentType"),
    raw: isShallow(raw, MAX_DEPTH) ? raw : undefined,
    // Last: the engine takes ten times as long to add to what was spread.
    ...ofKind(item),
  };
}

const CONNECT_TYPE = "application/vnd.amazonaws.connect.";
const EVENT_TYPE = `${CONNECT_TYPE}event.`;
const INTERACTIVE_TYPE = `${CONNECT_TYPE}message.interactive`;
const RESPONSE_TYPE = `${INTERACTIVE_TYPE}.response`;

function ofKind(item: Fields): OfKind {
  const contentType = mediaType(item.text("ContentType"));
  if (contentType.startsWith(EVENT_TYPE)) {
    return { kind: "event", event: contentType.slice(EVENT_TYPE.length) };
  }
  if (item.text("Type") === "ATTACHMENT") {
    return { kind: "attachment", attachments: item.list("Attachments").map(toAttachment) };
  }
  const content = item.text("Content");
  if (content !== undefined) {
    if (isMessageFormat(contentType)) return { kind: "message", format: contentType, content };
    if (contentType === INTERACTIVE_TYPE) return { kind: "interactive", content };
    if (contentType === RESPONSE_TYPE) return { kind: "interactiveResponse", content };
  }
  return { kind: "unknown", type: item.text("Type"), content };
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

const toAttachment = (attachment: Fields): Attachment => ({
  id: attachment.text("AttachmentId"),
  name: attachment.text("AttachmentName"),
  contentType: attachment.text("ContentType"),
  status: attachment.text("Status"),
});

/** Deeper than any item of Connect, and shallow enough for every recursive serializer on the way to the page. */
const MAX_DEPTH = 32;

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
