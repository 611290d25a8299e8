import type { Contact } from "../domain/contact";
import type { Lineage } from "../domain/history";
import { historyOf, MAX_PAST_CONTACTS } from "../domain/history";
import type { LeftOut } from "../domain/plan";
import type { AssociationReport } from "./content";

/** What the current chat gets, or would get. */
export interface Taken {
  /** Newest first. */
  readonly carried: readonly Contact[];
  /** Newest first. */
  readonly leftOut: readonly LeftOut[];
  /** True where the service's answer speaks of a contact that the plan knows nothing of. */
  readonly unknown: boolean;
}

/** By the plan; where the service continued from another contact, worked out anew from that one. */
export function takenBy(report: AssociationReport, lineage: Lineage | undefined): Taken {
  const { plan, outcome } = report;
  if (outcome.kind !== "done" || outcome.comparison.kind === "agrees")
    return { carried: plan.carried, leftOut: plan.leftOut, unknown: false };
  const actual = lineage && historyOf(lineage, outcome.answer.continuedFromContactId).contacts;
  if (actual === undefined || actual.length === 0)
    return { carried: [], leftOut: [], unknown: true };
  const carried = actual.slice(0, MAX_PAST_CONTACTS);
  const known = [...plan.carried, ...plan.leftOut.map(({ contact }) => contact)];
  const taken = new Set(carried.map(({ id }) => id));
  return {
    carried,
    leftOut: known
      .filter(({ id }) => !taken.has(id))
      .map((contact): LeftOut => ({ contact, reason: "later" })),
    unknown: false,
  };
}
