import { l10n } from "vscode";
import type { Contact } from "../domain/contact";
import type { Participant } from "../domain/redaction/people";
import type { Redactor } from "../domain/redaction/redact";
import { redactorOf } from "../domain/redaction/redact";
import type { Proof } from "../domain/testChat/proof";
import type { TranscriptItem } from "../domain/transcript";
import { redactionWords } from "../wording/redaction";
import type {
  AssociationReport,
  ConversationState,
  Outgoing,
  PanelContent,
  ProofState,
  TestChatReport,
} from "./content";
import type { Entry } from "./entries";
import type { MessageBody, MessageRow, Row } from "./protocol";
import { rowOf } from "./rows";

export interface HiddenContent {
  /** Without personal data, but for the conversation: that is hidden row by row, since it may be long. */
  readonly content: PanelContent;
  readonly redactor: Redactor;
}

/** `speaker` is somebody who speaks and may not be in the content yet. */
export function hideContent(content: PanelContent, speaker?: Participant): HiddenContent {
  const { names, lineage, association, conversation, testChat } = content;
  const redactor = redactorOf(
    conversation?.kind === "ready" ? conversation.conversation.sections : [],
    {
      agentNames: names.agents,
      words: redactionWords(),
      beside: {
        agentIds: contactsOf(content).flatMap(({ agentId }) => agentId ?? []),
        participants: [...participantsOf(testChat), ...(speaker ? [speaker] : [])],
      },
    },
  );
  return {
    redactor,
    content: {
      ...content,
      names: { ...names, agents: redactor.agentNames },
      ...(lineage && {
        lineage: { ...lineage, gaps: lineage.gaps.map((gap) => hideFailureOf(gap, redactor)) },
      }),
      ...(association && { association: hideAssociation(association, redactor) }),
      ...(conversation && { conversation: hideState(conversation, redactor) }),
      ...(testChat && { testChat: hideTestChat(testChat, redactor) }),
    },
  };
}

/** Everybody whose handler is shown, oldest first, so that agents are numbered the same before and after the transcript was read. */
function contactsOf({ lineage, association, preview }: PanelContent): readonly Contact[] {
  const plans = [
    ...(association ? [association.plan] : []),
    ...(preview?.choices.map(({ plan }) => plan) ?? []),
  ];
  return [
    ...(lineage?.chains.toReversed().flatMap(({ contacts }) => contacts) ?? []),
    ...plans.flatMap(({ carried, leftOut }) => [
      ...carried.toReversed(),
      ...leftOut.map(({ contact }) => contact),
    ]),
    ...(association?.current ? [association.current] : []),
  ];
}

function participantsOf(testChat: TestChatReport | undefined): readonly Participant[] {
  if (testChat === undefined) return [];
  const { typing, proof } = testChat;
  return [
    customerOf(testChat),
    ...(typing ? [typing] : []),
    ...(proof?.kind === "ready" ? itemsOf(proof.proof) : []),
  ];
}

const customerOf = ({ displayName }: TestChatReport): Participant => ({
  role: "CUSTOMER",
  displayName,
  participantId: undefined,
});

const itemsOf = ({ missing, unpredicted, misplaced }: Proof) => [
  ...missing,
  ...unpredicted,
  ...misplaced,
];

const hideFailureOf = <Part extends Pick<Outgoing, "failure">>(
  part: Part,
  redactor: Redactor,
): Part => (part.failure ? { ...part, failure: redactor.failure(part.failure) } : part);

const hideAssociation = (report: AssociationReport, redactor: Redactor): AssociationReport =>
  "failure" in report.outcome
    ? { ...report, outcome: hideFailureOf(report.outcome, redactor) }
    : report;

const hideState = (state: ConversationState, redactor: Redactor): ConversationState =>
  state.kind === "failed" ? hideFailureOf(state, redactor) : state;

function hideTestChat(testChat: TestChatReport, redactor: Redactor): TestChatReport {
  const { displayName, line, typing, outgoing, proof } = testChat;
  return {
    ...testChat,
    displayName: redactor.pseudonymOf(customerOf(testChat)) ?? displayName,
    line: "failure" in line ? hideFailureOf(line, redactor) : line,
    ...(typing && { typing: redactor.item(typing) }),
    outgoing: outgoing.map((one) => ({
      ...hideFailureOf(one, redactor),
      message: { ...one.message, text: redactor.text(one.message.text) },
    })),
    ...(proof && { proof: hideProof(proof, redactor) }),
  };
}

function hideProof(state: ProofState, redactor: Redactor): ProofState {
  if (state.kind === "reading") return state;
  if (state.kind === "failed") return hideFailureOf(state, redactor);
  const { missing, unpredicted, misplaced } = state.proof;
  const hide = (items: typeof missing) => items.map((item) => redactor.item(item));
  return {
    ...state,
    proof: {
      ...state.proof,
      missing: hide(missing),
      unpredicted: hide(unpredicted),
      misplaced: hide(misplaced),
    },
  };
}

/** The row of an entry without personal data, as it was said where the item is revealed. */
export function hiddenRow(
  entry: Entry,
  { content, redactor }: HiddenContent,
  revealed: ReadonlySet<string>,
): Row {
  const hidden = rowOf(hideEntry(entry, redactor), content.names);
  if (entry.kind !== "item" || hidden.kind !== "message") return hidden;
  const row = rowOf(entry, content.names);
  if (row.kind !== "message" || saysTheSame(row, hidden)) return hidden;
  return revealed.has(entry.item.id)
    ? { ...row, reveal: { label: l10n.t("Hide Again"), revealed: true } }
    : {
        ...hidden,
        body: withChoice(hidden.body, row.body),
        reveal: { label: l10n.t("Reveal"), revealed: false },
      };
}

/** Options that read the same once they are hidden are not all the one that was chosen. */
function withChoice(hidden: MessageBody, body: MessageBody): MessageBody {
  if (hidden.kind !== "interactive" || body.kind !== "interactive") return hidden;
  const options = hidden.options.map((option, index) => ({
    ...option,
    chosen: body.options[index]?.chosen ?? false,
  }));
  return { ...hidden, options };
}

/** Whether nothing was hidden but who it came from. */
const saysTheSame = (one: MessageRow, other: MessageRow): boolean =>
  JSON.stringify(one.body) === JSON.stringify(other.body);

/** Without what is not shown of it, which would be gone through for nothing. */
const shownOf = (item: TranscriptItem): TranscriptItem =>
  item.kind === "unknown" ? item : { ...item, raw: undefined };

function hideEntry(entry: Entry, redactor: Redactor): Entry {
  switch (entry.kind) {
    case "item":
      return { ...entry, item: redactor.item(shownOf(entry.item)) };
    case "absence":
      return { ...entry, absence: redactor.absence(entry.absence) };
    case "gap":
      return { ...entry, gap: hideFailureOf(entry.gap, redactor) };
    default:
      return entry;
  }
}
