import { l10n } from "vscode";
import type { Proof } from "../domain/testChat/proof";
import { isProven } from "../domain/testChat/proof";
import type { TranscriptItem } from "../domain/transcript";
import { eventText, roleLabel } from "../wording/events";
import { failureLine } from "../wording/failures";
import { dayTime } from "../wording/times";
import type { ProofState } from "./content";
import type { Fact, ProofView, Verdict } from "./protocol";

/** Whether what GetTranscript told is what the plan said: item by item where it is not. */
export const proofView = (state: ProofState): ProofView => ({
  title: l10n.t("Proof"),
  verdict: verdictOf(state),
  facts: state.kind === "ready" ? factsOf(state.proof) : [],
  buttons:
    state.kind === "reading"
      ? []
      : [{ label: l10n.t("Read Back Again"), act: { action: "proveAgain" } }],
});

const reading = (): Verdict => ({
  tone: "neutral",
  text: l10n.t("Reading back what GetTranscript tells of the past…"),
  differences: [],
});

function verdictOf(state: ProofState): Verdict {
  switch (state.kind) {
    case "reading":
      return reading();
    case "failed":
      return {
        tone: "bad",
        text: l10n.t("What came back could not be read."),
        differences: [failureLine(state.failure)],
      };
    case "ready":
      if (isProven(state.proof)) return provenVerdict(state.proof);
      return state.isFinal ? differingVerdict(state.proof) : reading();
  }
}

const provenVerdict = (proof: Proof): Verdict => ({
  tone: "good",
  text: l10n.t(
    "Predicted {0} = returned {1}: every item came back, in its order, and no other.",
    proof.predictedCount,
    proof.returnedCount - proof.unjudgedCount,
  ),
  differences: notJudged(proof),
});

const differingVerdict = (proof: Proof): Verdict => ({
  tone: "warning",
  text: l10n.t(
    "Predicted {0}, returned {1}: what came back differs from the plan.",
    proof.predictedCount,
    proof.returnedCount - proof.unjudgedCount,
  ),
  differences: [
    ...differences(proof.missing, (item) => l10n.t("Did not come back: {0}", item)),
    ...differences(proof.unpredicted, (item) => l10n.t("Came back, not predicted: {0}", item)),
    ...differences(proof.misplaced, (item) => l10n.t("Came back at another place: {0}", item)),
    ...notJudged(proof),
  ],
});

const notJudged = ({ unreadContactIds, unjudgedCount }: Proof): readonly string[] =>
  unreadContactIds.length === 0
    ? []
    : [
        l10n.t(
          "Contacts without a transcript that could be read here: {0}. Of them nothing was predicted; {1} items came back.",
          unreadContactIds.length,
          unjudgedCount,
        ),
      ];

const SHOWN = 20;

function differences(
  items: readonly TranscriptItem[],
  word: (item: string) => string,
): readonly string[] {
  const more = items.length - SHOWN;
  return [
    ...items.slice(0, SHOWN).map((item) => word(itemLine(item))),
    ...(more > 0 ? [word(l10n.t("{0} more items", more))] : []),
  ];
}

const SHOWN_CHARACTERS = 80;

/** An item in one line. */
function itemLine(item: TranscriptItem): string {
  const time = item.time === undefined ? l10n.t("no time") : dayTime(item.time);
  if (item.kind === "event")
    return `${time} · ${eventText(item.event, { name: item.displayName, role: item.role })}`;
  const said = "content" in item ? item.content : undefined;
  const text = (said ?? item.contentType ?? "").replace(/\s+/g, " ");
  const shown = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  return `${time} · ${item.displayName ?? roleLabel(item.role)}: ${shown}`;
}

const count = (items: number): string =>
  items === 1 ? l10n.t("1 item") : l10n.t("{0} items", items);

const factsOf = (proof: Proof): readonly Fact[] => [
  { label: l10n.t("Predicted"), value: count(proof.predictedCount) },
  { label: l10n.t("Returned"), value: count(proof.returnedCount) },
  { label: l10n.t("The same, in order"), value: count(proof.agreeingCount) },
  {
    label: l10n.t("Event chat.rehydrated"),
    value: proof.hasEvent ? l10n.t("came") : l10n.t("did not come; AWS does not say when it does"),
  },
];
