import { l10n } from "vscode";
import type { CheckVerdict } from "../domain/checks";
import type { Failure } from "../domain/failure";
import { checkText, verdictWord } from "../wording/checks";
import { describeFailure } from "../wording/failures";
import type { AssociationReport } from "./content";
import type { ActionButton, Fact, FailureView } from "./protocol";
import { isWorthRetrying } from "./retry";

const states: Readonly<Record<CheckVerdict, "met" | "broken" | "unknown">> = {
  ok: "met",
  problem: "broken",
  unknown: "unknown",
};

const rank: readonly CheckVerdict[] = ["problem", "unknown", "ok"];

/** Why an association failed: the service's own words first, then ours. */
export function associationFailureView(failure: Failure, { plan }: AssociationReport): FailureView {
  const checks = rank.flatMap((verdict) => plan.checks.filter((each) => each.verdict === verdict));
  return {
    ...failureView(failure, isWorthRetrying(failure, plan)),
    ...(checks.length > 0 && {
      checks: {
        title: l10n.t("Checked before the call"),
        items: checks.map((check) => ({
          state: states[check.verdict],
          word: verdictWord(check.verdict),
          text: checkText(check),
        })),
      },
    }),
  };
}

/** Any failure that leaves nothing else to show. */
export function failureView(failure: Failure, canRetry: boolean): FailureView {
  const { headline, meaning, causes, next } = describeFailure(failure);
  return {
    headline,
    meaning,
    serviceTitle: l10n.t("The service's answer to {0}", failure.operation),
    message: failure.answer.message,
    facts: answerFacts(failure),
    copyLabel: l10n.t("Copy the failure"),
    ...(causes.length > 0 && { causes: { title: l10n.t("Usual causes"), items: [...causes] } }),
    ...(next.length > 0 && { next: { title: l10n.t("What to do"), items: [...next] } }),
    buttons: buttons(canRetry),
  };
}

function buttons(canRetry: boolean): readonly ActionButton[] {
  const showLog: ActionButton = { label: l10n.t("Show Log"), act: { action: "showLog" } };
  return canRetry
    ? [{ label: l10n.t("Retry"), primary: true, act: { action: "retry" } }, showLog]
    : [showLog];
}

const fact = (label: string, value: string | number | undefined): readonly Fact[] =>
  value === undefined ? [] : [{ label, value: String(value), code: true }];

const answerFacts = ({ answer }: Failure): readonly Fact[] => [
  ...fact(l10n.t("Error"), answer.name),
  ...fact(l10n.t("HTTP status"), answer.status),
  ...fact(l10n.t("Request ID"), answer.requestId),
  ...(answer.attempts !== undefined && answer.attempts > 1
    ? fact(l10n.t("Attempts"), answer.attempts)
    : []),
];
