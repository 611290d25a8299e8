import { l10n } from "vscode";
import type { PanelContent } from "../../panel/content";
import { shortId } from "../../wording/contacts";
import type { App } from "../app";
import { chosenChat } from "../chosenContact";
import type { ReadChat } from "../readChat";
import { readChatInView } from "../readChat";
import { saveText } from "../saveText";
import { askHow } from "./askHow";
import { exportedOf } from "./exported";
import { exportText } from "./formats";

/** Writes a contact's transcript, or a whole chain's with what that was continued from, to a file. */
export async function exportTranscript(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenChat(app, argument, l10n.t("Export Transcript"));
  if (chosen !== undefined) await exportChat(await readChatInView(app, chosen));
}

/** Writes what the panel shows. */
export async function exportShown(content: PanelContent): Promise<void> {
  const { conversation } = content;
  if (conversation?.kind === "ready")
    await exportChat({ content, conversation: conversation.conversation });
}

async function exportChat({ content, conversation }: ReadChat): Promise<void> {
  const how = await askHow();
  const first = conversation.sections[0]?.contact;
  if (how === undefined || first === undefined) return;
  const exported = exportedOf(content, conversation, how.hidesPersonal);
  await saveText(exportText(exported, how.format), {
    title: l10n.t("Export Transcript"),
    name: `transcript-${shortId(first.id)}.${how.format}`,
  });
}
