import { l10n } from "vscode";
import type { App } from "./app";
import { chosenContact } from "./chosenContact";
import { copied } from "./copied";

export async function copyContactId(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenContact(app, argument, l10n.t("Copy Contact ID"));
  if (chosen !== undefined) await copied(chosen.contactId);
}
