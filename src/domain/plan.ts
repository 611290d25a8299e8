import type { AssociationAnswer, RehydrationType } from "./association";
import type { Check } from "./checks";
import type { Contact } from "./contact";
import type { Lineage } from "./history";

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

export declare const planAssociation: (request: PlanRequest) => AssociationPlan;
export declare const comparePlan: (
  plan: AssociationPlan,
  answer: Pick<AssociationAnswer, "continuedFromContactId">,
) => PlanComparison;
