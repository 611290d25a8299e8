import { l10n, window } from "vscode";
import type { Connection } from "../domain/connection";

/** Whether nothing may be sent that changes the instance. */
export const isReadOnly = (connection: Connection): boolean =>
  connection.kind === "aws" && connection.readOnly;

export async function sayReadOnly({ name }: Connection): Promise<void> {
  await window.showWarningMessage(
    l10n.t("{0} is read-only. Edit the connection to start or continue chats on it.", name),
  );
}
