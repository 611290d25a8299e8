import type { AssociationAnswer, AssociationIntent, RehydrationType } from "../domain/association";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import type { Failure } from "../domain/failure";
import type { Lineage } from "../domain/history";
import type { AssociationPlan, PlanComparison } from "../domain/plan";
import type {
  ChatLine,
  ContactFlow,
  Continuation,
  OutgoingMessage,
} from "../domain/testChat/customerChat";
import type { Proof } from "../domain/testChat/proof";
import type { Question } from "../domain/testChat/question";
import type { BroughtBack, Conversation, TranscriptItem } from "../domain/transcript";
import type { Names } from "../wording/contacts";

/** What the panel is to show, in the product's own terms; the panel words and draws it. */
export interface PanelContent {
  readonly connection: Connection;
  readonly names: Names;
  /** What was asked for where a transcript is read: a whole chain with what it continues, or one contact. */
  readonly choice?: { readonly kind: "chain" | "contact"; readonly contactId: string };
  /** Of a continued chat; absent where only a transcript is read. */
  readonly association?: AssociationReport;
  /** What could be made of a past contact, before anything is called. */
  readonly preview?: PreviewReport;
  /** A chat in which the person is the customer. */
  readonly testChat?: TestChatReport;
  /** The chains of the picture. */
  readonly lineage?: Lineage;
  /** Absent where there is nothing to read, as after an association that failed. */
  readonly conversation?: ConversationState;
}

export interface PreviewReport {
  /** What `FROM_SEGMENT` would continue from. */
  readonly pastContactId: string;
  /** The chat that would receive the history; absent while it is not chosen. */
  readonly current?: Contact;
  /** One for each type. */
  readonly choices: readonly PreviewChoice[];
}

export interface PreviewChoice {
  readonly plan: AssociationPlan;
  /** What the transcripts say of the carried contacts; absent while they are being read. */
  readonly brings?: BroughtBack;
}

export interface TestChatReport {
  /** Of this window; a chat that is still to be started has no contact. */
  readonly id: string;
  readonly contactId?: string;
  readonly displayName: string;
  readonly flowName: string;
  readonly line: TestChatLine;
  /** The last interactive message of the session. */
  readonly question?: Question;
  /** Who is typing just now. */
  readonly typing?: TranscriptItem;
  /** What was written and is not in the transcript yet, oldest first. */
  readonly outgoing: readonly Outgoing[];
  /** Whether what the association brought is what the plan said; absent where nothing was continued. */
  readonly proof?: ProofState;
}

export type TestChatLine =
  | { readonly kind: "starting" }
  | { readonly kind: "notStarted"; readonly failure: Failure }
  | ChatLine;

export interface Outgoing {
  readonly message: OutgoingMessage;
  /** Why it was not taken; absent while it is under way. */
  readonly failure?: Failure;
}

export type ProofState =
  | { readonly kind: "reading" }
  /** `isFinal` is false while it may still be that not everything has come. */
  | { readonly kind: "ready"; readonly proof: Proof; readonly isFinal: boolean }
  | { readonly kind: "failed"; readonly failure: Failure };

export interface AssociationReport {
  /** The client token is known only to the window that sent it, and no chat's id while it is not started. */
  readonly intent: Continuation & Partial<AssociationIntent>;
  /** The flow that the chat was started with, where it was to continue from its start. */
  readonly flow?: ContactFlow;
  readonly plan: AssociationPlan;
  /** The chat that receives the history; absent while it is not started. */
  readonly current?: Contact;
  readonly outcome: AssociationOutcome;
  /** Of one that is shown again from the notebook: it is not sent again. */
  readonly noted?: Noted;
}

export interface Noted {
  /** The try's id. */
  readonly id: string;
  /** When it was sent: ms since the epoch, UTC. */
  readonly at: number;
}

/** The association as this window sent it; undefined where another one did, or where a chat was started with it. */
export function sentIntent({ intent, flow }: AssociationReport): AssociationIntent | undefined {
  const { clientToken, currentContactId, ...continuation } = intent;
  return clientToken === undefined || currentContactId === undefined || flow !== undefined
    ? undefined
    : { ...continuation, currentContactId, clientToken };
}

export type AssociationOutcome =
  | { readonly kind: "pending" }
  | {
      readonly kind: "done";
      readonly answer: AssociationAnswer;
      readonly comparison: PlanComparison;
    }
  /** The call failed, but the current chat's record has the link that was planned: an earlier attempt was done. */
  | {
      readonly kind: "found";
      readonly continuedFromContactId: string;
      readonly failure: Failure;
    }
  /** Made before the window was loaded: what the current chat's record says now. */
  | {
      readonly kind: "recorded";
      readonly continuedFromContactId: string;
      readonly comparison: PlanComparison;
    }
  | { readonly kind: "failed"; readonly failure: Failure };

/** What the current chat continues from now; undefined while nothing is known to be made. */
export function madeFrom(outcome: AssociationOutcome): string | undefined {
  switch (outcome.kind) {
    case "done":
      return outcome.answer.continuedFromContactId;
    case "found":
    case "recorded":
      return outcome.continuedFromContactId;
    default:
      return undefined;
  }
}

export type ConversationState =
  | {
      readonly kind: "loading";
      readonly done: number;
      readonly total: number;
      /** How far the files under way have come, where these are large. */
      readonly bytes?: { readonly received: number; readonly total: number };
      /** Absent where nothing has begun that could be ended. */
      readonly stop?: () => void;
    }
  | { readonly kind: "ready"; readonly conversation: Conversation<Contact> }
  | { readonly kind: "failed"; readonly failure: Failure };

/** What a person asks for in the panel. Copying is done by the panel itself. */
export type PanelAction = PageAction | MendAction | ContactAction | ContinueAction | ChatAction;

/**
 * About the page as a whole. `repeat`: the same for another chat. `retry`: the same association with the same client token, or
 * the transcript once more.
 */
export interface PageAction {
  readonly action:
    | "advanceClock"
    | "copyAsCode"
    | "exportTranscript"
    | "repeat"
    | "retry"
    | "showLog"
    | "stop"
    | "whyNoHistory";
}

/** A way back from a failure: of one contact's part, or of the page. */
export interface MendAction {
  readonly action: "signIn" | "copyIamStatement" | "openAwsConfig";
  readonly contactId?: string;
}

export interface ContactAction {
  readonly action: "openTranscript" | "previewRehydration" | "waitForTranscript";
  readonly contactId: string;
}

export interface ContinueAction {
  readonly action: "continuePastChat";
  readonly contactId: string;
  /** Offered first, where the person chose one already. */
  readonly rehydrationType?: RehydrationType;
}

/** In a test chat: by the customer, or about what the customer wrote. */
export type ChatAction =
  | { readonly action: "sendMessage"; readonly text: string }
  | { readonly action: "answer"; readonly itemId: string; readonly option: number }
  | { readonly action: "sendAgain" | "discardMessage"; readonly clientToken: string }
  | { readonly action: "type" | "endChat" | "continueHere" | "proveAgain" };
