import { l10n } from "vscode";
import type { Try, TriedFailure, TriedProof, TryResult } from "../domain/tries";
import { continuedFromOf, failureOf, resultOf } from "../domain/tries";
import type { TryFilter } from "../domain/tryFilter";
import { shortId } from "./contacts";
import { typeLabel } from "./plans";
import { fullTime } from "./times";

/** What came of a try, in a few words: `Continued from c3000000`. */
export function tryTitle(tried: Try): string {
  const made = continuedFromOf(tried);
  if (made !== undefined) return l10n.t("Continued from {0}", shortId(made));
  return tried.outcome.kind === "failed" ? l10n.t("Continuing failed") : l10n.t("No answer");
}

/** From which contact to which chat: `c3000000 → c4000000`. */
export const tryRoute = (tried: Try): string => {
  const { sourceContactId, currentContactId: current } = tried.intent;
  const to = current === undefined ? l10n.t("new chat") : shortId(current);
  return `${shortId(continuedFromOf(tried) ?? sourceContactId)} → ${to}`;
};

/** How it went and what it was, in a few words. */
export const tryDetail = (tried: Try): string =>
  [
    failureOf(tried)?.answer.name ?? resultLabel(resultOf(tried)),
    typeLabel(tried.intent.rehydrationType),
    ...(tried.operation === "StartChatContact" ? [l10n.t("from its start")] : []),
    tried.connection.name,
  ].join(" · ");

export function resultLabel(result: TryResult): string {
  switch (result) {
    case "agrees":
      return l10n.t("as planned");
    case "differs":
      return l10n.t("differs from the plan");
    case "failed":
      return l10n.t("failed");
    case "unanswered":
      return l10n.t("no answer");
  }
}

export type NamedValue = readonly [name: string, value: string];

/** Everything that is kept of a try. */
export function tryFacts(tried: Try): readonly NamedValue[] {
  const { at, connection, operation, flow, intent, plan } = tried;
  return [
    [l10n.t("Sent"), fullTime(at)],
    [l10n.t("Instance"), `${connection.name}, ${connection.instanceId}, ${connection.region}`],
    [l10n.t("Call"), operation],
    ...fact(l10n.t("Started with flow"), flow && `${flow.name}, ${flow.id}`),
    [l10n.t("Rehydration type"), intent.rehydrationType],
    [l10n.t("Past contact"), intent.sourceContactId],
    ...fact(l10n.t("Current chat"), intent.currentContactId),
    [l10n.t("Client token"), intent.clientToken],
    [l10n.t("Plan"), planText(tried)],
    ...(plan.carried.length === 0 ? [] : [carriedFact(tried)]),
    [l10n.t("Result"), resultLabel(resultOf(tried))],
    ...answerFacts(tried),
    ...(tried.proof === undefined ? [] : [proofFact(tried.proof)]),
  ];
}

const proofFact = (proof: TriedProof): NamedValue => [
  l10n.t("Proof"),
  l10n.t(
    "predicted {0}, returned {1}, in agreement {2}",
    proof.predictedCount,
    proof.returnedCount,
    proof.agreeingCount,
  ),
];

function planText({ plan: { carried, leftOut } }: Try): string {
  const [first] = carried;
  if (first === undefined) return l10n.t("Nothing to continue from");
  return l10n.t(
    "continues from {0}, carries {1}, leaves out {2}",
    first.id,
    carried.length,
    leftOut.length,
  );
}

const carriedFact = ({ plan }: Try): NamedValue => [
  l10n.t("Planned to be carried"),
  plan.carried.map(({ id }) => id).join(", "),
];

function answerFacts(tried: Try): readonly NamedValue[] {
  const { outcome } = tried;
  const made = continuedFromOf(tried);
  return [
    ...fact(l10n.t("Continued from"), made),
    ...(outcome.kind === "made" ? callFacts(outcome.answer) : failureFacts(failureOf(tried))),
  ];
}

const failureFacts = (failure: TriedFailure | undefined): readonly NamedValue[] =>
  failure === undefined
    ? []
    : [
        [l10n.t("Error"), `${failure.answer.name}: ${failure.answer.message}`],
        ...fact(l10n.t("HTTP status"), failure.answer.status),
        ...callFacts(failure.answer),
      ];

const callFacts = (call: {
  readonly requestId?: string;
  readonly attempts?: number;
}): readonly NamedValue[] => [
  ...fact(l10n.t("Request ID"), call.requestId),
  ...fact(l10n.t("Attempts"), call.attempts === 1 ? undefined : call.attempts),
];

const fact = (name: string, value: string | number | undefined): readonly NamedValue[] =>
  value === undefined ? [] : [[name, String(value)]];

/** As lines of text, to be passed on. */
export const tryText = (tried: Try): string =>
  tryFacts(tried)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

/** Which tries are listed, in a few words; empty where all are. */
export const tryFilterText = ({ results, connections, contactId }: TryFilter): string =>
  [results.map(resultLabel).join(", "), connections.map(({ name }) => name).join(", "), contactId]
    .filter((part) => part !== "")
    .join(" · ");

/** What of the notebook is not listed; empty where everything is. */
export const unreadText = (newer: number, damaged: number): string =>
  [
    newer === 0 ? "" : l10n.t("{0} of a newer version of the extension are not listed.", newer),
    damaged === 0 ? "" : l10n.t("{0} could not be read and were kept aside.", damaged),
  ]
    .filter((part) => part !== "")
    .join(" ");
