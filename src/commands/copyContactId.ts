import { env, l10n, window } from "vscode";
import type { App } from "./app";
import { askContact } from "./askContact";
import { chosenRow, contactIdOf } from "./chosenRow";

export async function copyContactId(app: App, argument: unknown): Promise<void> {
  const contactId =
    contactIdOf(chosenRow(argument)) ??
    (await askContact(app, l10n.t("Copy Contact ID")))?.choice.contactId;
  if (contactId === undefined) return;
  await env.clipboard.writeText(contactId);
  window.setStatusBarMessage(l10n.t("$(check) Copied {0}", contactId), 3000);
}
