import { homedir } from "node:os";
import { FileSystemError, l10n, Uri, window, workspace } from "vscode";
import type { PanelContent } from "../../panel/content";
import { shortId } from "../../wording/contacts";
import type { App } from "../app";
import { chosenChat } from "../chosenContact";
import type { ReadChat } from "../readChat";
import { readChatInView } from "../readChat";
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
  await save(exportText(exported, how.format), `transcript-${shortId(first.id)}.${how.format}`);
}

/** Asks for the place until the file is written, or the person gives it up. */
async function save(text: string, name: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  const place = await window.showSaveDialog({
    title: l10n.t("Export Transcript"),
    defaultUri: Uri.joinPath(folder, name),
  });
  if (place === undefined) return;
  try {
    await workspace.fs.writeFile(place, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    const again = l10n.t("Choose Another Place");
    const sentence = l10n.t("{0} could not be written. {1}", place.fsPath, error.message);
    if ((await window.showErrorMessage(sentence, again)) === again) await save(text, name);
    return;
  }
  window.setStatusBarMessage(l10n.t("$(check) Exported to {0}", place.fsPath), 5000);
}
