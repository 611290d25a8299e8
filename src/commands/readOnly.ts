import { l10n, window } from "vscode";
import type { Connection } from "../domain/connection";
import { isReadOnly } from "../domain/connection";
import type { App } from "./app";

/** Whether the connection is read-only now, however it was when a page was made; says so where it is. */
export async function refusesChanges(
  { connections }: Pick<App, "connections">,
  known: Connection,
): Promise<boolean> {
  const connection = connections().find(({ id }) => id === known.id) ?? known;
  if (!isReadOnly(connection)) return false;
  await window.showWarningMessage(
    l10n.t(
      "{0} is read-only. Edit the connection to start or continue chats on it.",
      connection.name,
    ),
  );
  return true;
}
