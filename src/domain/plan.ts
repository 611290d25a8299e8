import type { AssociationAnswer, RehydrationType } from "./association";
import type { Chain } from "./chain";
import { mostRecentlyEnded } from "./chain";
import type { Check } from "./checks";
import { checkPlan } from "./checks";
import type { Contact } from "./contact";
import type { History, Lineage } from "./history";
import { historyOf, MAX_PAST_CONTACTS } from "./history";

/** What a person chose. */
export interface PlanRequest {
  readonly rehydrationType: RehydrationType;
  /** The contact chosen, or any contact of the chain chosen. In the lineage's first chain. */
  readonly pastContactId: string;
  /** Followed from the past chain. */
  readonly lineage: Lineage;
  /** The chat that is to receive the history; checks about it are left out while it is not chosen. */
  readonly current?: Contact | undefined;
}

/** A contact that the current chat would not get, and why. */
export interface LeftOut {
  readonly contact: Contact;
  /** `later`: of the past session, but not linked before the continued-from contact. `beyondLimit`: older than 100 contacts. */
  readonly reason: "later" | "beyondLimit";
}

/** What the current chat would get of the past. */
export interface Carried {
  /** Newest first, at most 100; begins with the continued-from contact. */
  readonly carried: readonly Contact[];
  /** Newest first. */
  readonly leftOut: readonly LeftOut[];
  /** True where the limit cuts off contacts that were not even read. */
  readonly moreBeyondLimit: boolean;
}

/** What an association would do, worked out before the call. */
export interface AssociationPlan extends Carried {
  readonly rehydrationType: RehydrationType;
  readonly currentContactId?: string;
  /** What to send: with `ENTIRE_PAST_SESSION` always the session's initial contact (domain.md §1.4). */
  readonly sourceContactId: string;
  /** What the service is expected to continue from; absent where the session has no ended chat, or the source is not known. */
  readonly continuedFrom?: Contact;
  readonly checks: readonly Check[];
}

/** The service's answer beside the plan. */
export type PlanComparison =
  | { readonly kind: "agrees" }
  | {
      readonly kind: "differs";
      readonly expectedContactId?: string;
      readonly actualContactId: string;
      /** Where the plan had the contact that was really used. */
      readonly actualWas: "carried" | "leftOut" | "notInPlan";
    };

/**
 * Works an association out before it is made. The source comes out right for the type whatever contact of the past chain was
 * chosen.
 */
export function planAssociation(request: PlanRequest): AssociationPlan {
  const { rehydrationType, pastContactId, lineage, current } = request;
  const session = lineage.chains[0];
  const entire = rehydrationType === "ENTIRE_PAST_SESSION";
  const sourceContactId = entire ? session.initialContactId : pastContactId;
  const continuedFrom = entire
    ? mostRecentlyEnded(session)
    : session.contacts.find((contact) => contact.id === pastContactId);
  const history = historyOf(lineage, continuedFrom?.id);
  const outcome = carry(session, history);
  return {
    rehydrationType,
    sourceContactId,
    ...(current && { currentContactId: current.id }),
    ...(continuedFrom && { continuedFrom }),
    ...outcome,
    checks: checkPlan({
      rehydrationType,
      session,
      sourceContactId,
      continuedFrom,
      history,
      current,
    }),
  };
}

function carry(session: Chain<Contact>, history: History): Carried {
  const linked = new Set(history.contacts);
  const later = session.contacts.filter((contact) => !linked.has(contact)).reverse();
  const beyondLimit = history.contacts.slice(MAX_PAST_CONTACTS);
  return {
    carried: history.contacts.slice(0, MAX_PAST_CONTACTS),
    leftOut: [
      ...later.map((contact): LeftOut => ({ contact, reason: "later" })),
      ...beyondLimit.map((contact): LeftOut => ({ contact, reason: "beyondLimit" })),
    ],
    moreBeyondLimit: history.more,
  };
}

/** Holds what the service really continued from against the plan. */
export function comparePlan(
  plan: AssociationPlan,
  answer: Pick<AssociationAnswer, "continuedFromContactId">,
): PlanComparison {
  const actualContactId = answer.continuedFromContactId;
  const expected = plan.continuedFrom;
  if (expected?.id === actualContactId) return { kind: "agrees" };
  const isActual = (contact: Contact): boolean => contact.id === actualContactId;
  const wasLeftOut = plan.leftOut.some(({ contact }) => isActual(contact));
  return {
    kind: "differs",
    ...(expected && { expectedContactId: expected.id }),
    actualContactId,
    actualWas: plan.carried.some(isActual) ? "carried" : wasLeftOut ? "leftOut" : "notInPlan",
  };
}
