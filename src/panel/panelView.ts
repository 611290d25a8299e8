import { env, l10n } from "vscode";
import type { Conversation } from "../domain/transcript";
import { mayHeal } from "../wording/failures";
import { megabytes } from "../wording/sizes";
import { chatView } from "./chatView";
import { associationFailureView, failureView } from "./failureView";
import type { AssociationReport, ConversationState, PanelContent } from "./content";
import { sentIntent } from "./content";
import type { Entry } from "./entries";
import { entriesOf, sharedStart } from "./entries";
import { headerView } from "./headerView";
import type { RowOfContact } from "./mapView";
import { mapView } from "./mapView";
import type { PageState, RowSource } from "./pageFeed";
import { hiddenRow, hideContent } from "./hiddenContent";
import type { ActionButton, PanelView, Row, TranscriptView, WireView } from "./protocol";
import { previewView } from "./previewView";
import { proofView } from "./proofView";
import { resultView } from "./resultView";
import { rowOf } from "./rows";
import { toolWords } from "./transcriptTools";
import { requestText, responseText } from "./wire";

/** A page together with what it was made from. */
export interface DrawnPage extends PageState {
  /** What the page shows: without personal data, where that is hidden. */
  readonly content: PanelContent;
  /** The same with everything. */
  readonly source: PanelContent;
  readonly entries: readonly Entry[];
  /** The redactor's key; undefined where personal data is shown. */
  readonly hiddenBy: string | undefined;
}

/**
 * The product's content as a finished page: all words, nothing left to decide. Rows are worded when they are asked for; while
 * the conversation is the same, so is the source of its rows. With `revealed`, personal data is hidden but in the items with
 * these ids.
 */
export function drawPage(
  source: PanelContent,
  before?: DrawnPage,
  revealed?: ReadonlySet<string>,
): DrawnPage {
  const entries =
    before && saysTheSame(source, before.source) ? before.entries : entriesFor(source);
  const { content, hiddenBy, worded } = revealed
    ? hiddenWords(source, revealed)
    : plainWords(source);
  const alike = before?.hiddenBy === hiddenBy ? before : undefined;
  const rows = alike?.entries === entries ? alike.rows : rowSource(entries, worded, alike);
  return {
    content,
    source,
    entries,
    rows,
    view: viewOf(content, entries, revealed !== undefined),
    hiddenBy,
  };
}

type Words = Pick<DrawnPage, "content" | "hiddenBy"> & { readonly worded: (entry: Entry) => Row };

const plainWords = (content: PanelContent): Words => ({
  content,
  hiddenBy: undefined,
  worded: (entry) => rowOf(entry, content.names),
});

function hiddenWords(source: PanelContent, revealed: ReadonlySet<string>): Words {
  const hidden = hideContent(source);
  return {
    content: hidden.content,
    hiddenBy: hidden.redactor.key,
    worded: (entry) => hiddenRow(entry, hidden, revealed),
  };
}

/** `before` words entries in the same way. */
const rowSource = (
  entries: readonly Entry[],
  worded: (entry: Entry) => Row,
  before: DrawnPage | undefined,
): RowSource => ({
  length: entries.length,
  ...(before && {
    continues: { source: before.rows, from: sharedStart(before.entries, entries) },
  }),
  slice: (from, to) => entries.slice(from, to).map(worded),
});

function saysTheSame(one: PanelContent, other: PanelContent): boolean {
  return (
    one.conversation?.kind === "ready" &&
    other.conversation?.kind === "ready" &&
    one.conversation.conversation === other.conversation.conversation &&
    one.association === other.association &&
    one.lineage === other.lineage &&
    one.names === other.names
  );
}

const entriesFor = (content: PanelContent): readonly Entry[] =>
  content.conversation?.kind === "ready"
    ? entriesOf(content, content.conversation.conversation)
    : [];

function viewOf(content: PanelContent, entries: readonly Entry[], hides: boolean): PanelView {
  const { lineage, conversation, preview, testChat } = content;
  const failure = failureOf(content);
  return {
    language: env.language,
    header: headerView(content),
    ...(failure && { failure }),
    ...associationViews(content),
    ...(preview && { preview: previewView(preview, content) }),
    ...(lineage && { map: mapView(content, lineage, rowsOfContacts(entries)) }),
    ...(conversation &&
      conversation.kind !== "failed" && {
        transcript: {
          ...transcriptView(conversation, entries.length),
          privacy: privacyView(hides),
        },
      }),
    ...(testChat && { chat: chatView(testChat, content) }),
    copyLabel: l10n.t("Copy"),
  };
}

/** What was asked and answered, and whether it came true. */
function associationViews(content: PanelContent): Pick<PanelView, "proof" | "result" | "wire"> {
  const { association, testChat } = content;
  const wire = association && wireView(association, content);
  return {
    ...(association && { result: resultView(association, content) }),
    ...(testChat?.proof && { proof: proofView(testChat.proof) }),
    ...(wire && { wire }),
  };
}

function failureOf({ association, conversation, testChat }: PanelContent) {
  if (testChat?.line.kind === "notStarted")
    // The same wish with the same client token: whatever stood against it, a second one never starts.
    return failureView(testChat.line.failure, true);
  if (association?.outcome.kind === "failed")
    return associationFailureView(association.outcome.failure, association);
  return conversation?.kind === "failed"
    ? failureView(conversation.failure, mayHeal(conversation.failure))
    : undefined;
}

function rowsOfContacts(entries: readonly Entry[]): RowOfContact {
  const rows = new Map<string, number>();
  entries.forEach((entry, index) => {
    if (entry.kind === "heading") rows.set(entry.section.contact.id, index);
    if (entry.kind === "leftOut") rows.set(entry.leftOut.contact.id, index);
    if (entry.kind === "current") rows.set(entry.contact.id, index);
  });
  return rows;
}

function wireView(
  association: AssociationReport,
  { connection }: PanelContent,
): WireView | undefined {
  const sent = sentIntent(association);
  if (sent === undefined) return undefined;
  const response = responseText(association);
  return {
    title: l10n.t("Request and response"),
    request: {
      title: l10n.t("Request"),
      ...requestText(sent, connection.instanceId),
    },
    ...(response && { response: { title: l10n.t("Response"), ...response } }),
  };
}

function transcriptView(
  state: Exclude<ConversationState, { kind: "failed" }>,
  rows: number,
): Omit<TranscriptView, "privacy"> {
  const words = {
    title: l10n.t("Transcript"),
    empty: l10n.t("There is nothing to read."),
    copyLabel: l10n.t("Copy the transcript"),
    tools: toolWords(),
    rows,
  };
  return state.kind === "ready"
    ? { ...words, summary: summaryOf(state.conversation), buttons: wholeButtons() }
    : {
        ...words,
        summary: "",
        buttons: [],
        loading: loadingText(state),
        ...(state.stop && { stop: { label: l10n.t("Stop"), act: { action: "stop" } } }),
      };
}

const privacyView = (hides: boolean): TranscriptView["privacy"] => ({
  title: l10n.t("Hide personal data"),
  hides,
  ...(hides && {
    note: l10n.t("Personal data is hidden by name and shape. Something may have been missed."),
  }),
});

const wholeButtons = (): readonly ActionButton[] => [
  { label: l10n.t("Export…"), act: { action: "exportTranscript" } },
];

function loadingText(state: Extract<ConversationState, { kind: "loading" }>): string {
  const { done, total, bytes } = state;
  return bytes === undefined
    ? l10n.t("Reading transcripts: {0} of {1}", done, total)
    : l10n.t(
        "Reading transcripts: {0} of {1} ({2} of {3} MB)",
        done,
        total,
        megabytes(bytes.received),
        megabytes(bytes.total),
      );
}

function summaryOf({ sections, messageCount, repeatedCount }: Conversation): string {
  const missing = sections.filter(({ absence }) => absence !== undefined).length;
  return [
    sections.length === 1 ? l10n.t("1 contact") : l10n.t("{0} contacts", sections.length),
    messageCount === 1 ? l10n.t("1 message") : l10n.t("{0} messages", messageCount),
    ...(missing > 0 ? [l10n.t("{0} without a transcript", missing)] : []),
    ...(repeatedCount > 0 ? [l10n.t("{0} repeated items left out", repeatedCount)] : []),
  ].join(" · ");
}
