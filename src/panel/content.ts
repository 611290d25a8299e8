import type { AssociationAnswer, AssociationIntent } from "../domain/association";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import type { Failure } from "../domain/failure";
import type { Lineage } from "../domain/history";
import type { AssociationPlan, PlanComparison } from "../domain/plan";
import type { Conversation } from "../domain/transcript";
import type { Names } from "../wording/contacts";

/** What the panel is to show, in the product's own terms; the panel words and draws it. */
export interface PanelContent {
  readonly connection: Connection;
  readonly names: Names;
  /** Of a continued chat; absent where only a transcript is read. */
  readonly association?: AssociationReport;
  /** The chains of the picture. */
  readonly lineage?: Lineage;
  /** Absent where there is nothing to read, as after an association that failed. */
  readonly conversation?: ConversationState;
}

export interface AssociationReport {
  readonly intent: AssociationIntent;
  readonly plan: AssociationPlan;
  /** The chat that receives the history. */
  readonly current: Contact;
  readonly outcome: AssociationOutcome;
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
  | { readonly kind: "failed"; readonly failure: Failure };

/** What the current chat continues from now; undefined while nothing is known to be made. */
export function madeFrom(outcome: AssociationOutcome): string | undefined {
  switch (outcome.kind) {
    case "done":
      return outcome.answer.continuedFromContactId;
    case "found":
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
export type PanelAction =
  /** The same association with the same client token, or the transcript once more. */
  | { readonly action: "retry" }
  | { readonly action: "showLog" | "exportTranscript" | "whyNoHistory" }
  | { readonly action: "stop" }
  | MendAction
  | ContactAction;

/** A way back from a failure: of one contact's part, or of the page. */
export interface MendAction {
  readonly action: "signIn" | "copyIamStatement" | "openAwsConfig";
  readonly contactId?: string;
}

export interface ContactAction {
  readonly action: "continuePastChat" | "openTranscript" | "waitForTranscript";
  readonly contactId: string;
}
