import type { AssociationAnswer, AssociationIntent, continuingOperations } from "./association";
import type { Connection } from "./connection";
import type { Contact, ContactSummary } from "./contact";
import type { Failure } from "./failure";
import type { AssociationPlan, LeftOut } from "./plan";
import type { ContactFlow, Continuation } from "./testChat/customerChat";
import { isProven, type Proof } from "./testChat/proof";

/**
 * One association, or one start of a chat with something to continue, that was sent from here: what was asked, what was planned
 * and what came. Ids, times and the service's own words; nothing that was said in a chat, and no names or attributes of it.
 */
export interface Try {
  readonly id: string;
  /** When it was sent: ms since the epoch, UTC. */
  readonly at: number;
  readonly connection: TriedConnection;
  readonly operation: (typeof continuingOperations)[number];
  /** Which the chat was started with, where it was. */
  readonly flow?: ContactFlow;
  readonly intent: TriedIntent;
  /** The chat that was to receive the history; absent while it is not started. */
  readonly current?: TriedContact;
  readonly plan: TriedPlan;
  readonly outcome: TriedOutcome;
  /** Absent where what came back was not read: only a test chat has a participant who may. */
  readonly proof?: TriedProof;
}

/** How what came back stood against the plan, in numbers of items. */
export interface TriedProof extends Pick<
  Proof,
  "predictedCount" | "returnedCount" | "agreeingCount" | "hasEvent"
> {
  readonly isProven: boolean;
}

/** A chat that is not started has no contact. */
export type TriedIntent = Continuation &
  Pick<AssociationIntent, "clientToken"> &
  Partial<Pick<AssociationIntent, "currentContactId">>;

/** As it was then; it may have been edited or removed since. */
export type TriedConnection = Pick<Connection, "kind" | "id" | "name" | "region" | "instanceId">;

export type TriedContact = ContactSummary & Pick<Contact, "relatedContactId">;

export interface TriedPlan extends Pick<AssociationPlan, "moreBeyondLimit" | "checks"> {
  /** Newest first; begins with what was expected to be continued. */
  readonly carried: readonly TriedContact[];
  readonly leftOut: readonly (Omit<LeftOut, "contact"> & { readonly contact: TriedContact })[];
}

export type TriedFailure = Pick<Failure, "kind" | "operation" | "answer">;

export type TriedOutcome =
  /** It is under way, or the window was closed before the answer came. */
  | { readonly kind: "unanswered" }
  | { readonly kind: "made"; readonly answer: AssociationAnswer }
  /** The call failed, but the current chat's record had the link that was planned. */
  | {
      readonly kind: "found";
      readonly continuedFromContactId: string;
      readonly failure: TriedFailure;
    }
  | { readonly kind: "failed"; readonly failure: TriedFailure };

/** What came of a try, for a person who looks for one. */
export type TryResult = "agrees" | "differs" | "failed" | "unanswered";

export const tryResults: readonly TryResult[] = ["agrees", "differs", "failed", "unanswered"];

export function resultOf({ outcome, plan }: Try): TryResult {
  switch (outcome.kind) {
    case "made":
      return outcome.answer.continuedFromContactId === plan.carried[0]?.id ? "agrees" : "differs";
    case "found":
      return "agrees";
    default:
      return outcome.kind;
  }
}

/** What the current chat continued from; undefined where nothing is known to have been made. */
export function continuedFromOf({ outcome }: Try): string | undefined {
  if (outcome.kind === "made") return outcome.answer.continuedFromContactId;
  return outcome.kind === "found" ? outcome.continuedFromContactId : undefined;
}

export const failureOf = ({ outcome }: Try): TriedFailure | undefined =>
  "failure" in outcome ? outcome.failure : undefined;

/** What is kept of a plan. */
export const triedPlan = ({
  carried,
  leftOut,
  moreBeyondLimit,
  checks,
}: AssociationPlan): TriedPlan => ({
  carried: carried.map(triedContact),
  leftOut: leftOut.map(({ contact, reason }) => ({ contact: triedContact(contact), reason })),
  moreBeyondLimit,
  checks,
});

/** What is kept of a contact: not its attributes, nor where its transcript is. */
export function triedContact(contact: Contact): TriedContact {
  const { attributes: _a, storedTranscript: _s, disconnectReason: _d, ...kept } = contact;
  return kept;
}

export const triedConnection = (connection: Connection): TriedConnection => {
  const { kind, id, name, region, instanceId } = connection;
  return { kind, id, name, region, instanceId };
};

export const triedProof = (proof: Proof): TriedProof => {
  const { predictedCount, returnedCount, agreeingCount, hasEvent } = proof;
  return { predictedCount, returnedCount, agreeingCount, hasEvent, isProven: isProven(proof) };
};

export const triedFailure = ({ kind, operation, answer }: Failure): TriedFailure => ({
  kind,
  operation,
  answer,
});

/** The plan as it was, with the contacts' records as they were read now, where they were. */
export function planOf(
  { intent, plan }: Try,
  recordOf: (contact: TriedContact) => Contact,
): AssociationPlan {
  const { rehydrationType, sourceContactId, currentContactId } = intent;
  const carried = plan.carried.map(recordOf);
  const [continuedFrom] = carried;
  return {
    rehydrationType,
    ...(currentContactId !== undefined && { currentContactId }),
    sourceContactId,
    ...(continuedFrom && { continuedFrom }),
    carried,
    leftOut: plan.leftOut.map(({ contact, reason }) => ({ contact: recordOf(contact), reason })),
    moreBeyondLimit: plan.moreBeyondLimit,
    checks: plan.checks,
  };
}

/** A contact whose record could not be read again. */
export const unreadRecord = (contact: TriedContact): Contact => ({
  ...contact,
  attributes: {},
  storedTranscript: { kind: "notListed" },
});
