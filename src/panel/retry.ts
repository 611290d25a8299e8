import type { Check } from "../domain/checks";
import type { Failure } from "../domain/failure";
import type { AssociationPlan } from "../domain/plan";
import { isRefusedAssociation } from "../wording/associationFailures";
import { mayHeal } from "../wording/failures";

/** What no waiting changes. */
const lasting: ReadonlySet<Check["id"]> = new Set<Check["id"]>([
  "sourceIsChat",
  "currentIsChat",
  "currentIsActive",
  "currentIsNotPersistent",
  "currentIsAnotherChat",
]);

/**
 * Whether the same request is worth another try. A refused one is where nothing lasting stands against it: a past chat ends,
 * and its transcript is written a minute or two later.
 */
export const isWorthRetrying = (failure: Failure, plan: AssociationPlan): boolean =>
  mayHeal(failure) ||
  (isRefusedAssociation(failure) &&
    !plan.checks.some(({ id, verdict }) => verdict === "problem" && lasting.has(id)));
