import type { ContactSummary } from "./contact";
import type { Failure } from "./failure";

/** What every item of a stored chat has, as far as its file tells (domain.md §3.5). */
export interface ItemBase {
  /** The service's id; made up from contact and position where the file has none. */
  readonly id: string;
  /** ms since the epoch; undefined where the file's time cannot be read. */
  readonly time: number | undefined;
  /** The contact on which it was originally sent. */
  readonly contactId: string;
  /** `AGENT`, `CUSTOMER`, `SYSTEM`, `CUSTOM_BOT`, `SUPERVISOR`; an open set. Undefined for what no participant did. */
  readonly role: string | undefined;
  readonly displayName: string | undefined;
  readonly participantId: string | undefined;
  readonly contentType: string | undefined;
  /** The item as it was in the file; undefined where it is nested too deep to be shown or sent on. */
  readonly raw: unknown;
}

export type MessageFormat = "text/plain" | "text/markdown" | "application/json";

export interface MessageItem extends ItemBase {
  readonly kind: "message";
  readonly format: MessageFormat;
  readonly content: string;
}

/** A list picker and the like. `content` is JSON text: see `readInteractive`. */
export interface InteractiveItem extends ItemBase {
  readonly kind: "interactive";
  readonly content: string;
}

/** What a customer picked. `content` is JSON text: see `readInteractiveResponse`. */
export interface InteractiveResponseItem extends ItemBase {
  readonly kind: "interactiveResponse";
  readonly content: string;
}

export interface Attachment {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly contentType: string | undefined;
  /** `APPROVED`, `REJECTED`, `IN_PROGRESS`; an open set. */
  readonly status: string | undefined;
}

export interface AttachmentItem extends ItemBase {
  readonly kind: "attachment";
  readonly attachments: readonly Attachment[];
}

export interface EventItem extends ItemBase {
  readonly kind: "event";
  /** What follows `application/vnd.amazonaws.connect.event.`, such as `participant.joined`; an open set. */
  readonly event: string;
}

/** Anything else; kept so that nothing of a conversation is hidden. */
export interface UnknownItem extends ItemBase {
  readonly kind: "unknown";
  readonly type: string | undefined;
  readonly content: string | undefined;
}

export type TranscriptItem =
  | AttachmentItem
  | EventItem
  | InteractiveItem
  | InteractiveResponseItem
  | MessageItem
  | UnknownItem;

/** One stored file. */
export interface Transcript {
  readonly kind: "transcript";
  readonly contactId: string;
  readonly initialContactId: string | undefined;
  /** In the file's order. */
  readonly items: readonly TranscriptItem[];
}

/** What was said so far in a chat that goes on. */
export interface LiveTranscript {
  readonly kind: "live";
  readonly items: readonly TranscriptItem[];
}

export interface DamagedTranscript {
  readonly kind: "damaged";
  readonly reason: "empty" | "notJson" | "notATranscript";
}

/** Why there is nothing to read of a contact. */
export type Absence =
  | DamagedTranscript
  /** The chat goes on, and Contact Lens does not tell what is said: it does not listen, or it could not be asked. */
  | { readonly kind: "active"; readonly failure?: Failure }
  /** The chat ended so lately that the file may still come. */
  | { readonly kind: "notWrittenYet" }
  | { readonly kind: "missing"; readonly bucket?: string; readonly key?: string }
  | { readonly kind: "deleted"; readonly reason?: string }
  | { readonly kind: "tooLarge"; readonly bytes: number }
  | { readonly kind: "noStorage" }
  /** Contact Lens's redacted transcript was asked for, and it stored none. */
  | { readonly kind: "notRedacted" }
  | { readonly kind: "failure"; readonly failure: Failure };

export type TranscriptContent = Transcript | LiveTranscript | Absence;

/** A contact of a history with what was found of its transcript. */
export interface TranscriptPart<C extends ContactSummary = ContactSummary> {
  readonly contact: C;
  readonly content: TranscriptContent;
}

/** How a contact came out of the one before it in the conversation. */
export type Beginning =
  | "start"
  | "transfer"
  | "queueTransfer"
  /** The flow that runs after the end, such as a survey. */
  | "disconnect"
  | "persistentLink"
  | "other";

/** What was said on one contact. */
export interface Section<C extends ContactSummary = ContactSummary> {
  readonly contact: C;
  readonly beginning: Beginning;
  /** True for the first section of each chain. */
  readonly startsChain: boolean;
  /** By time. */
  readonly items: readonly TranscriptItem[];
  /** Why the contact's own file gave nothing; there may be items even so, found in a later contact's file. */
  readonly absence?: Absence;
  /** True where the chat goes on and more will be said. */
  readonly isLive?: true;
}

/** A whole conversation across contacts and chains. */
export interface Conversation<C extends ContactSummary = ContactSummary> {
  /** Oldest first; one a contact. */
  readonly sections: readonly Section<C>[];
  readonly itemCount: number;
  /** Items of kind message, interactive, interactiveResponse and attachment: what people would call messages. */
  readonly messageCount: number;
  /** How many items were found again under the same id and left out. */
  readonly repeatedCount: number;
}

/** How much of the past an association brings back. */
export interface BroughtBack {
  readonly messages: number;
  /** How many of the contacts have no transcript that can be read. */
  readonly unread: number;
}
