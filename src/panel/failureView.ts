import { l10n } from "vscode";
import type { Failure } from "../domain/failure";
import { isRefusedAssociation } from "../wording/associationFailures";
import { checkAdvice, checkText } from "../wording/checks";
import { describeFailure } from "../wording/failures";
import { checkLines } from "./checkLines";
import type { AssociationReport } from "./content";
import type { ActionButton, Fact, FailureView } from "./protocol";
import { isWorthRetrying } from "./retry";
import { wayBackButtons } from "./waysBack";

/** Why an association failed: the service's own words first, then what the plan knows, then what usually leads to it. */
export function associationFailureView(
  failure: Failure,
  { plan, noted }: AssociationReport,
): FailureView {
  const view = failureView(failure, noted === undefined && isWorthRetrying(failure, plan));
  if (plan.checks.length === 0 || !isRefusedAssociation(failure)) return view;
  const problems = plan.checks.filter(({ verdict }) => verdict === "problem");
  const advice = new Set(problems.map(checkAdvice).filter((text) => text !== undefined));
  return {
    ...view,
    buttons: [...view.buttons.slice(0, -1), whyButton(), ...view.buttons.slice(-1)],
    ...(problems[0] && { likely: l10n.t("Most likely: {0}.", checkText(problems[0])) }),
    checks: {
      title: l10n.t("Checked before the call"),
      items: checkLines(plan.checks),
    },
    ...(view.next && {
      next: { ...view.next, items: advice.size > 0 ? [...advice] : view.next.items },
    }),
  };
}

const whyButton = (): ActionButton => ({
  label: l10n.t("Why Is There No History?"),
  act: { action: "whyNoHistory" },
});

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
    buttons: buttons(failure, canRetry),
  };
}

/** What repairs comes first, and then the same thing again. */
function buttons(failure: Failure, canRetry: boolean): readonly ActionButton[] {
  const retry: ActionButton = { label: l10n.t("Retry"), act: { action: "retry" } };
  const [first, ...others] = [...wayBackButtons(failure), ...(canRetry ? [retry] : [])];
  return [
    ...(first === undefined ? [] : [{ ...first, primary: true }]),
    ...others,
    { label: l10n.t("Show Log"), act: { action: "showLog" } },
  ];
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
