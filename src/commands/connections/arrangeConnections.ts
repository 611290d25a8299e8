import { l10n, window } from "vscode";
import type { App } from "../app";
import { chosenConnection } from "./chosenConnection";

export async function removeConnection(app: App, argument: unknown): Promise<void> {
  const connection = await chosenConnection(app, argument, l10n.t("Remove Connection"));
  if (connection === undefined) return;
  const remove = l10n.t("Remove");
  const answer = await window.showWarningMessage(
    l10n.t("Remove the connection {0}?", connection.name),
    { modal: true, detail: l10n.t("The instance itself and the AWS profile stay as they are.") },
    remove,
  );
  if (answer !== remove) return;
  await app.connectionStore.remove(connection.id);
  await app.filters.clear(connection.id);
}

const move =
  (places: number) =>
  async (app: App, argument: unknown): Promise<void> => {
    const connection = await chosenConnection(app, argument, l10n.t("Move Connection"));
    if (connection !== undefined) await app.connectionStore.move(connection.id, places);
  };

export const moveConnectionUp = move(-1);
export const moveConnectionDown = move(1);
