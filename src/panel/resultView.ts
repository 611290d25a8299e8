import { l10n } from "vscode";
import type { RehydrationType } from "../domain/association";
import type { Contact } from "../domain/contact";
import type { PlanComparison } from "../domain/plan";
import type { Names } from "../wording/contacts";
import { beginningLabel, handledBy, shortId } from "../wording/contacts";
import type { Taken } from "./carriedParts";
import { takenBy } from "./carriedParts";
import type { AssociationReport, PanelContent } from "./content";
import type { Fact, PartList, ResultView, Verdict } from "./protocol";
import { spanText } from "./rows";

export const typeLabel = (type: RehydrationType): string =>
  type === "ENTIRE_PAST_SESSION" ? l10n.t("Entire past session") : l10n.t("From segment");

/** What was asked, what came back, whether the plan said so, and what the chat now has of the past. */
export function resultView(report: AssociationReport, content: PanelContent): ResultView {
  const taken = takenBy(report, content.lineage);
  const verdict = verdictOf(report);
  return {
    title: l10n.t("Result"),
    askedTitle: l10n.t("Asked"),
    asked: askedFacts(report),
    answeredTitle: l10n.t("Answered"),
    answered: answeredFacts(report),
    ...(verdict && { verdict }),
    parts: partLists(report, taken, content.names),
  };
}

const contactFact = (label: string, contactId: string): Fact => ({
  label,
  value: contactId,
  code: true,
  copy: { kind: "contactId", contactId },
});

const askedFacts = ({ intent }: AssociationReport): readonly Fact[] => [
  {
    label: l10n.t("Rehydration type"),
    value: typeLabel(intent.rehydrationType),
    title: intent.rehydrationType,
  },
  contactFact(l10n.t("Past contact"), intent.sourceContactId),
  contactFact(l10n.t("Current chat"), intent.currentContactId),
  { label: l10n.t("Client token"), value: intent.clientToken, code: true },
];

function answeredFacts({ outcome }: AssociationReport): readonly Fact[] {
  switch (outcome.kind) {
    case "pending":
      return [{ label: l10n.t("Continued from"), value: l10n.t("waiting for the service…") }];
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
  if (outcome.kind !== "done") return undefined;
  return outcome.comparison.kind === "agrees"
    ? { tone: "good", text: l10n.t("The answer agrees with the plan."), differences: [] }
    : {
        tone: "warning",
        text: l10n.t("The answer differs from the plan."),
        differences: differences(outcome.comparison),
      };
}

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

function partLists(report: AssociationReport, taken: Taken, names: Names): readonly PartList[] {
  const isDone = report.outcome.kind === "done";
  const inOrder = (contacts: readonly Contact[]) =>
    contacts.toReversed().map((contact) => ({
      contactId: contact.id,
      shortId: shortId(contact.id),
      text: `${handledBy(contact, names)} · ${beginningLabel(contact)}`,
      title: `${contact.id}\n${spanText(contact)}`,
    }));
  return [
    {
      part: "carried",
      title: isDone ? l10n.t("Carried") : l10n.t("Would be carried"),
      empty: taken.unknown ? l10n.t("Not known") : l10n.t("Nothing"),
      contacts: inOrder(taken.carried),
    },
    {
      part: "leftOut",
      title: isDone ? l10n.t("Left out") : l10n.t("Would be left out"),
      empty: taken.unknown ? l10n.t("Not known") : l10n.t("Nothing"),
      contacts: inOrder(taken.leftOut.map(({ contact }) => contact)),
    },
  ];
}
