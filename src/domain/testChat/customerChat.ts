import type { AssociationAnswer, RehydrationType } from "../association";
import type { Failure } from "../failure";
import type { InteractiveAnswer } from "../interactive";
import type { TranscriptItem } from "../transcript";

/** A flow that a chat can begin with. */
export interface ContactFlow {
  readonly id: string;
  readonly name: string;
}

/** What a new chat is to continue from its start. */
export interface Continuation {
  readonly rehydrationType: RehydrationType;
  readonly sourceContactId: string;
}

/**
 * A confirmed wish to start a chat. The client token is made with it and kept over retries, so that one wish never becomes two
 * chats.
 */
export interface ChatIntent {
  readonly flowId: string;
  /** What the others read as the customer's name. */
  readonly displayName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly continuation?: Continuation;
  readonly clientToken: string;
}

/** What the customer wrote, with a client token that is kept over retries. */
export interface OutgoingMessage {
  readonly text: string;
  /** Sent in place of the text, where it answers an interactive message. */
  readonly answer?: InteractiveAnswer;
  readonly clientToken: string;
}

/** The items of one chat as GetTranscript tells them, each list oldest first (domain.md §4.1). */
export interface ReturnedTranscript {
  /** Of past chats: those with `RelatedContactId`. */
  readonly past: readonly TranscriptItem[];
  readonly current: readonly TranscriptItem[];
}

/** How the customer's connection is. */
export type ChatLine =
  | { readonly kind: "connecting" }
  | { readonly kind: "open" }
  /** It is tried again until the chat has ended; `failure` says why the last try failed. */
  | { readonly kind: "lost"; readonly failure?: Failure }
  /** For good; `failure` where that is only known by a refusal. */
  | { readonly kind: "ended"; readonly failure?: Failure };

/** Is told what happens in a chat. */
export interface ChatListener {
  /** A new item; told once, and mostly in order. */
  said(item: TranscriptItem): void;
  /** Somebody is typing just now. */
  typing(by: TranscriptItem): void;
  line(line: ChatLine): void;
}

/**
 * A chat in which we are the customer: the participant service (domain.md §3.3). Its tokens stay inside. Methods reject with a
 * `Failure` and nothing else.
 */
export interface CustomerChat {
  readonly contactId: string;
  /** What the service said that the chat was continued from, when it was started; absent where it said nothing. */
  readonly continued?: AssociationAnswer;
  /** Connects, and stays connected until the chat has ended. */
  open(listener: ChatListener): void;
  /** Resolves with the id of the item that the message becomes. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<string>;
  /** Tells the others that the customer is typing. */
  type(signal: AbortSignal): Promise<void>;
  /** The customer leaves, and with that the chat ends. */
  end(signal: AbortSignal): Promise<void>;
  /** All that GetTranscript tells, over all its pages. */
  transcript(signal: AbortSignal): Promise<ReturnedTranscript>;
  /** Hangs up; the chat goes on. */
  dispose(): void;
}
