import { l10n, window } from "vscode";
import type { PanelContent } from "../../panel/content";
import { shortId } from "../../wording/contacts";
import type { App } from "../app";
import { chosenChat } from "../chosenContact";
import type { ReadChat } from "../readChat";
import { readChatInView, readInView } from "../readChat";
import { saveText } from "../saveText";
import type { PersonalData } from "./askHow";
import { askHow } from "./askHow";
import type { Exported } from "./exported";
import { exportedAsRedacted, exportedOf } from "./exported";
import { exportText } from "./formats";

/** Writes a contact's transcript, or a whole chain's with what that was continued from, to a file. */
export async function exportTranscript(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenChat(app, argument, l10n.t("Export Transcript"));
  if (chosen !== undefined) await exportChat(app, await readChatInView(app, chosen));
}

/** Writes what the panel shows. */
export async function exportShown(app: App, content: PanelContent): Promise<void> {
  const { conversation } = content;
  if (conversation?.kind === "ready")
    await exportChat(app, { content, conversation: conversation.conversation });
}

async function exportChat(app: App, chat: ReadChat): Promise<void> {
  const how = await askHow();
  const first = chat.conversation.sections[0]?.contact;
  if (how === undefined || first === undefined) return;
  const exported = await exportedAs(how.personal, app, chat);
  if (exported === undefined) return;
  await saveText(exportText(exported, how.format), {
    title: l10n.t("Export Transcript"),
    name: `transcript-${shortId(first.id)}.${how.format}`,
  });
}

async function exportedAs(
  personal: PersonalData,
  app: App,
  chat: ReadChat,
): Promise<Exported | undefined> {
  return personal === "contactLens"
    ? redactedByContactLens(app, chat)
    : exportedOf(chat.content, chat.conversation, personal === "hide");
}

/** Says so where there is nothing to export. */
async function redactedByContactLens(
  { transcripts }: App,
  { content, conversation }: ReadChat,
): Promise<Exported | undefined> {
  const contacts = conversation.sections.map(({ contact }) => contact);
  const redacted = await readInView((signal) =>
    transcripts.redactedConversation(content.connection, contacts, signal),
  );
  const absences = redacted.sections.flatMap(({ absence }) => absence ?? []);
  if (absences.length < contacts.length) return exportedAsRedacted(content, redacted);
  for (const absence of absences) if (absence.kind === "failure") throw absence.failure;
  await window.showWarningMessage(
    l10n.t("Nothing was exported: Contact Lens stored no redacted transcript that can be read."),
  );
  return undefined;
}
