import { l10n } from "vscode";
import type { App } from "./app";
import { askChat } from "./askChat";
import { askConnection, onlyConnection } from "./askConnection";
import type { ChosenChat } from "./chosenContact";
import type { Draft } from "./chosenRow";
import { askSteps } from "./steps";

/** Asks for an instance where there are several, and for a chat or contact of it. */
export async function askContact(app: App, title: string): Promise<ChosenChat | undefined> {
  const start: Draft = onlyConnection(app);
  const placeholder = l10n.t(
    "Which chat? Choose a chat or one of its contacts, or paste a contact id",
  );
  const chosen = await askSteps<Draft>(
    [
      ...(start.connection === undefined ? [askConnection<Draft>(app, title)] : []),
      askChat<Draft>(app, { title, placeholder, endedOnly: false }),
    ],
    start,
  );
  return chosen?.connection === undefined || chosen.past === undefined
    ? undefined
    : { connection: chosen.connection, choice: chosen.past };
}
