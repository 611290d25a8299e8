import { l10n } from "vscode";
import type { Failure } from "../domain/failure";
import type { PlanComparison } from "../domain/plan";
import { shortId } from "../wording/contacts";
import { failureLine } from "../wording/failures";
import { typeLabel } from "../wording/plans";
import { dayTime, fullTime } from "../wording/times";
import { takenBy } from "./carriedParts";
import type { AssociationReport, PanelContent } from "./content";
import { madeFrom } from "./content";
import { partLists } from "./partLists";
import type { ActionButton, Fact, ResultView, Verdict } from "./protocol";

/** What was asked, what came back, whether the plan said so, and what the chat now has of the past. */
export function resultView(report: AssociationReport, content: PanelContent): ResultView {
  const taken = takenBy(report, content.lineage);
  const verdict = verdictOf(report);
  return {
    title: l10n.t("Result"),
    askedTitle: l10n.t("Asked"),
    asked: askedFacts(report),
    buttons: buttonsOf(report),
    answeredTitle: l10n.t("Answered"),
    answered: answeredFacts(report),
    ...(verdict && { verdict }),
    parts: partLists(taken, content.names, madeFrom(report.outcome) !== undefined),
  };
}

function buttonsOf({ noted }: AssociationReport): readonly ActionButton[] {
  const repeat: ActionButton = {
    label: l10n.t("Repeat on Another Chat…"),
    act: { action: "repeat" },
  };
  const copy: ActionButton = { label: l10n.t("Copy as Code…"), act: { action: "copyAsCode" } };
  return noted === undefined ? [copy] : [repeat, copy];
}

/** A contact by its whole id, to copy. */
export const contactFact = (label: string, contactId: string): Fact => ({
  label,
  value: contactId,
  code: true,
  copy: { kind: "contactId", contactId },
});

const askedFacts = ({ intent, flow, noted }: AssociationReport): readonly Fact[] => [
  ...(noted === undefined
    ? []
    : [{ label: l10n.t("Sent"), value: dayTime(noted.at), title: fullTime(noted.at) }]),
  {
    label: l10n.t("Rehydration type"),
    value: typeLabel(intent.rehydrationType),
    title: intent.rehydrationType,
  },
  contactFact(l10n.t("Past contact"), intent.sourceContactId),
  ...(intent.currentContactId === undefined
    ? []
    : [contactFact(l10n.t("Current chat"), intent.currentContactId)]),
  ...(flow === undefined
    ? []
    : [{ label: l10n.t("Started with flow"), value: flow.name, title: flow.id }]),
  ...(intent.clientToken === undefined
    ? []
    : [{ label: l10n.t("Client token"), value: intent.clientToken, code: true }]),
];

function answeredFacts({ outcome }: AssociationReport): readonly Fact[] {
  switch (outcome.kind) {
    case "pending":
      return [{ label: l10n.t("Continued from"), value: l10n.t("waiting for the service…") }];
    case "found":
    case "recorded":
      return [
        contactFact(l10n.t("Continued from"), outcome.continuedFromContactId),
        { label: l10n.t("Known by"), value: l10n.t("the current chat's record") },
      ];
    case "failed":
      return [{ label: l10n.t("Continued from"), value: l10n.t("nothing: the call failed") }];
    case "done": {
      const { continuedFromContactId, requestId, attempts } = outcome.answer;
      return [
        contactFact(l10n.t("Continued from"), continuedFromContactId),
        ...(requestId === undefined
          ? []
          : [{ label: l10n.t("Request ID"), value: requestId, code: true }]),
        ...(attempts > 1 ? [{ label: l10n.t("Attempts"), value: String(attempts) }] : []),
      ];
    }
  }
}

function verdictOf({ outcome }: AssociationReport): Verdict | undefined {
  if (outcome.kind === "found") return foundVerdict(outcome.failure);
  if (!("comparison" in outcome)) return undefined;
  const { comparison, kind } = outcome;
  const [agrees, differs] = kind === "done" ? answerVerdicts() : recordVerdicts();
  return comparison.kind === "agrees"
    ? { tone: "good", text: agrees, differences: [] }
    : { tone: "warning", text: differs, differences: differences(comparison) };
}

const answerVerdicts = () =>
  [
    l10n.t("The answer agrees with the plan."),
    l10n.t("The answer differs from the plan."),
  ] as const;

const recordVerdicts = () =>
  [
    l10n.t("The current chat's record has the link that was planned."),
    l10n.t("The current chat's record has another link than planned."),
  ] as const;

/** Honest about where it comes from: the answer that would have said it never came. */
const foundVerdict = (failure: Failure): Verdict => ({
  tone: "good",
  text: l10n.t("The current chat's record has the link that was planned."),
  differences: [
    l10n.t("The call itself ended with: {0}", failureLine(failure)),
    l10n.t(
      "Before the call the chat continued nothing, so an earlier attempt was done and only its answer was lost. Nothing has to be sent again.",
    ),
  ],
});

type Difference = Extract<PlanComparison, { kind: "differs" }>;

const whereItWas: Readonly<Record<Difference["actualWas"], () => string>> = {
  carried: () => l10n.t("The plan carried it, so less of the past comes back than planned."),
  leftOut: () => l10n.t("The plan left it out, so more of the past comes back than planned."),
  notInPlan: () =>
    l10n.t("The plan did not know it. Refresh the tree, then look at its transcript."),
};

const differences = (difference: Difference): readonly string[] => [
  difference.expectedContactId === undefined
    ? l10n.t("The plan expected nothing to continue from.")
    : l10n.t("The plan expected {0}.", shortId(difference.expectedContactId)),
  l10n.t("The service continued from {0}.", shortId(difference.actualContactId)),
  whereItWas[difference.actualWas](),
];
