import type { Contact } from "../domain/contact";
import type { Lineage } from "../domain/history";
import { historyOf, MAX_PAST_CONTACTS } from "../domain/history";
import type { LeftOut } from "../domain/plan";
import type { AssociationReport } from "./content";
import { madeFrom } from "./content";

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
  if (!("comparison" in outcome) || outcome.comparison.kind === "agrees")
    return { carried: plan.carried, leftOut: plan.leftOut, unknown: false };
  const actual = lineage && historyOf(lineage, madeFrom(outcome)).contacts;
  if (actual === undefined || actual.length === 0)
    return { carried: [], leftOut: [], unknown: true };
  const carried = actual.slice(0, MAX_PAST_CONTACTS);
  const leftOutFor = (why: LeftOut["reason"]) =>
    plan.leftOut.flatMap(({ contact, reason }) => (reason === why ? [contact] : []));
  const known = [...leftOutFor("later"), ...plan.carried, ...leftOutFor("beyondLimit")];
  const taken = new Set(carried.map(({ id }) => id));
  return {
    carried,
    leftOut: known
      .filter(({ id }) => !taken.has(id))
      .map((contact): LeftOut => ({ contact, reason: "later" })),
    unknown: false,
  };
}
