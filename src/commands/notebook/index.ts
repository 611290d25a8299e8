import { l10n, window } from "vscode";
import { tryText } from "../../wording/tries";
import type { App } from "../app";
import { copied } from "../copied";
import { saveText } from "../saveText";
import { repeat } from "./repeat";
import { chosenTry, connectionOfTry } from "./chosenTry";
import { showTry } from "./showTry";

/** Shows a try as it was, with the transcript read again. */
export async function openTry(app: App, argument: unknown): Promise<void> {
  const tried = await chosenTry(app, argument, l10n.t("Open Try"));
  const connection = tried && connectionOfTry(app, tried);
  if (tried && connection) await showTry(app, connection, tried);
}

/** The same source and rehydration type for another chat. */
export async function repeatTry(app: App, argument: unknown): Promise<void> {
  const tried = await chosenTry(app, argument, l10n.t("Repeat on Another Chat"));
  const connection = tried && connectionOfTry(app, tried);
  if (tried && connection) await repeat(app, connection, tried);
}

export async function copyTry(app: App, argument: unknown): Promise<void> {
  const tried = await chosenTry(app, argument, l10n.t("Copy Try"));
  if (tried !== undefined) await copied(tryText(tried));
}

export async function removeTry(app: App, argument: unknown): Promise<void> {
  const tried = await chosenTry(app, argument, l10n.t("Remove Try"));
  if (tried !== undefined) await app.notebook.remove(tried.id);
}

/** All tries, whatever the filter, as JSON. */
export async function exportNotebook({ notebook }: App): Promise<void> {
  const { tries } = await notebook.read();
  const exported = { exportedAt: new Date().toISOString(), tries };
  await saveText(`${JSON.stringify(exported, undefined, 2)}\n`, {
    title: l10n.t("Export Notebook"),
    name: "contact-chains-notebook.json",
  });
}

export async function clearNotebook({ notebook }: App): Promise<void> {
  const clear = l10n.t("Clear the Notebook");
  const answer = await window.showWarningMessage(
    l10n.t("Clear the notebook of tries?"),
    {
      modal: true,
      detail: l10n.t(
        "Every try in it goes, in all windows, and so does what was kept aside. The chats themselves stay as they are. This can't be undone.",
      ),
    },
    clear,
  );
  if (answer === clear) await notebook.clear();
}
