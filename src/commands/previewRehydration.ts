import { l10n } from "vscode";
import type { App } from "./app";
import { askChat } from "./askChat";
import { askConnection, onlyConnection } from "./askConnection";
import type { Draft } from "./chosenRow";
import { chosenRow, draftOf } from "./chosenRow";
import { showPreview } from "./showPreview";
import { askSteps } from "./steps";

/** What both rehydration types would bring back; asks for the past chat where the row does not say it, and only reads. */
export async function previewRehydration(app: App, argument: unknown): Promise<void> {
  const start: Draft = { ...onlyConnection(app), ...draftOf(chosenRow(argument)) };
  const title = l10n.t("Preview Rehydration");
  const placeholder = l10n.t(
    "Which past chat? Choose a chat or one of its contacts, or paste a contact id",
  );
  const chosen = await askSteps<Draft>(
    [
      ...(start.connection === undefined ? [askConnection<Draft>(app, title)] : []),
      ...(start.past === undefined
        ? [askChat<Draft>(app, { title, placeholder, endedOnly: true })]
        : []),
    ],
    start,
  );
  if (chosen?.connection === undefined || chosen.past === undefined) return;
  const { connection, past, currentContactId } = chosen;
  await showPreview(app, connection, {
    past,
    ...(currentContactId !== undefined && { currentContactId }),
  });
}
