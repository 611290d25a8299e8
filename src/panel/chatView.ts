import { l10n } from "vscode";
import { failureLine } from "../wording/failures";
import type { Outgoing, PanelContent, TestChatReport } from "./content";
import type { ActionButton, ChatView } from "./protocol";

/** What the customer of a test chat has at hand below the transcript. */
export function chatView(report: TestChatReport, content: PanelContent): ChatView {
  const disabled = whyDisabled(report);
  const question = questionView(report, disabled);
  return {
    title: l10n.t("Your side of the chat"),
    state: stateOf(report),
    typing: typingText(report),
    outgoing: report.outgoing.map(outgoingView),
    ...(question && { question }),
    composer: {
      label: l10n.t("Message of the customer"),
      placeholder: l10n.t(
        "Write as {0}. Enter sends, Shift+Enter begins a new line",
        report.displayName,
      ),
      send: l10n.t("Send"),
      ...(disabled !== undefined && { disabled }),
    },
    buttons: buttonsOf(report, content),
    newest: l10n.t("Newest message"),
  };
}

function stateOf({ line }: TestChatReport): ChatView["state"] {
  switch (line.kind) {
    case "starting":
      return { tone: "neutral", text: l10n.t("Starting…") };
    case "notStarted":
      return { tone: "bad", text: l10n.t("Not started") };
    case "connecting":
      return { tone: "neutral", text: l10n.t("Connecting…") };
    case "open":
      return { tone: "good", text: l10n.t("Connected") };
    case "lost":
      return {
        tone: "warning",
        text: withFailure(l10n.t("The connection was lost. It is tried again."), line),
      };
    case "ended":
      return { tone: "neutral", text: withFailure(l10n.t("The chat has ended."), line) };
  }
}

const withFailure = (
  text: string,
  { failure }: Extract<TestChatReport["line"], { kind: "lost" | "ended" }>,
): string => (failure === undefined ? text : `${text} ${failureLine(failure)}`);

function whyDisabled({ line }: TestChatReport): string | undefined {
  switch (line.kind) {
    case "open":
    case "lost":
      return undefined;
    case "ended":
      return l10n.t("The chat has ended, so nothing can be written any more.");
    case "notStarted":
      return l10n.t("The chat was not started.");
    default:
      return l10n.t("You can write as soon as the chat is connected.");
  }
}

/** While an answer is under way there is no second one. */
function questionView(
  { question, outgoing }: TestChatReport,
  chatDisabled: string | undefined,
): ChatView["question"] {
  if (question === undefined) return undefined;
  const isAnswering = outgoing.some(({ failure }) => failure === undefined);
  const answered =
    question.isAnswered || isAnswering ? l10n.t("This was answered already.") : undefined;
  const disabled = answered ?? chatDisabled;
  return { itemId: question.item.id, ...(disabled !== undefined && { disabled }) };
}

const typingText = ({ typing, line }: TestChatReport): string =>
  typing === undefined || line.kind !== "open"
    ? ""
    : l10n.t("{0} is typing…", typing.displayName ?? l10n.t("Somebody"));

function outgoingView({ message, failure }: Outgoing): ChatView["outgoing"][number] {
  const { text, clientToken } = message;
  return failure === undefined
    ? { text, state: l10n.t("Sending…"), failed: false, buttons: [] }
    : {
        text,
        state: l10n.t("Not sent. {0}", failureLine(failure)),
        failed: true,
        buttons: [
          { label: l10n.t("Send Again"), act: { action: "sendAgain", clientToken } },
          { label: l10n.t("Discard"), act: { action: "discardMessage", clientToken } },
        ],
      };
}

function buttonsOf({ line }: TestChatReport, content: PanelContent): readonly ActionButton[] {
  const { association, connection, conversation } = content;
  const isContinued = association !== undefined && association.outcome.kind !== "failed";
  const last =
    conversation?.kind === "ready" ? conversation.conversation.sections.at(-1) : undefined;
  switch (line.kind) {
    case "open":
    case "lost":
      return [
        ...(isContinued
          ? []
          : [
              {
                label: l10n.t("Continue a Past Chat Here…"),
                act: { action: "continueHere" },
              } satisfies ActionButton,
            ]),
        { label: l10n.t("End Chat"), act: { action: "endChat" } },
      ];
    case "ended":
      return last === undefined
        ? []
        : [
            {
              label: l10n.t("Wait for Transcript"),
              act: { action: "waitForTranscript", contactId: last.contact.id },
            },
            ...(connection.kind === "sandbox"
              ? [
                  {
                    label: l10n.t("Advance Sandbox Clock…"),
                    act: { action: "advanceClock" },
                  } satisfies ActionButton,
                ]
              : []),
          ];
    default:
      return [];
  }
}
