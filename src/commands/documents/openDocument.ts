import { commands, l10n, window, workspace } from "vscode";
import { shortId } from "../../wording/contacts";
import type { App } from "../app";
import { askContact } from "../askContact";
import { chosenChat } from "../chosenContact";
import type { DocumentForm } from "./transcriptUri";
import { transcriptUri } from "./transcriptUri";

export const openAsDocument = (app: App, argument: unknown): Promise<void> =>
  open(app, argument, { title: l10n.t("Open Transcript as Document"), form: "md" });

export const openRawTranscript = (app: App, argument: unknown): Promise<void> =>
  open(app, argument, { title: l10n.t("Open Raw Transcript"), form: "json" });

async function open(
  app: App,
  argument: unknown,
  { title, form }: { readonly title: string; readonly form: DocumentForm },
): Promise<void> {
  const chosen = await chosenChat(app, argument, title);
  if (chosen === undefined) return;
  const document = await workspace.openTextDocument(
    transcriptUri(chosen, form, app.panels.hidesPersonal),
  );
  await window.showTextDocument(document, { preview: true });
}

/** Two transcripts side by side in VS Code's own diff editor; the second one is asked for. */
export async function compareTranscripts(app: App, argument: unknown): Promise<void> {
  const title = l10n.t("Compare Transcripts");
  const first = await chosenChat(app, argument, title);
  const second = first && (await askContact(app, l10n.t("Compare Transcripts: the Other One")));
  if (first === undefined || second === undefined) return;
  const { hidesPersonal } = app.panels;
  await commands.executeCommand(
    "vscode.diff",
    transcriptUri(first, "md", hidesPersonal),
    transcriptUri(second, "md", hidesPersonal),
    `${shortId(first.choice.contactId)} ↔ ${shortId(second.choice.contactId)}`,
  );
}
