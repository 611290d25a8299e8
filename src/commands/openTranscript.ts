import { l10n } from "vscode";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import type { Lineage } from "../domain/history";
import { historyOf } from "../domain/history";
import type { App } from "./app";
import { chosenChat } from "./chosenContact";
import type { PastChoice } from "./chosenRow";
import { showConversation } from "./conversation";

/** Shows a contact's transcript, or a whole chain's with what that was continued from; a test chat that goes on, as its customer sees it. */
export async function openTranscript(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenChat(app, argument, l10n.t("Open Transcript"));
  if (chosen === undefined) return;
  const live = app.testChats.runningOn(chosen.connection, chosen.choice.contactId);
  if (live === undefined) await showTranscript(app, chosen.connection, chosen.choice);
  else live.show();
}

export async function showTranscript(
  app: App,
  connection: Connection,
  choice: PastChoice,
): Promise<void> {
  const signal = app.panels.ask();
  const [lineage, names] = await Promise.all([
    app.chats.lineage(connection, choice.contactId, signal),
    app.chats.readNames(connection),
  ]);
  if (signal.aborted) return;
  const content = { connection, names, lineage, choice };
  const contacts = contactsToRead(lineage, choice);
  const page = app.panels.show({
    ...content,
    conversation: { kind: "loading", done: 0, total: contacts.length },
  });
  await showConversation(app, page, content, contacts);
}

/** Oldest first. */
export function contactsToRead(
  lineage: Lineage,
  { kind, contactId }: PastChoice,
): readonly Contact[] {
  const [session] = lineage.chains;
  if (kind === "contact") return session.contacts.filter(({ id }) => id === contactId);
  const last = session.contacts.at(-1) ?? session.contacts[0];
  const older = historyOf(lineage, last.id).contacts.filter(
    ({ initialContactId }) => initialContactId !== session.initialContactId,
  );
  return [...older.toReversed(), ...session.contacts];
}
