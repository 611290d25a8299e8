import { l10n } from "vscode";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import type { Lineage } from "../domain/history";
import { historyOf } from "../domain/history";
import type { App } from "./app";
import { askContact } from "./askContact";
import type { PastChoice } from "./chosenRow";
import { chosenRow, contactIdOf } from "./chosenRow";
import { showConversation } from "./conversation";

/** Shows a contact's transcript, or a whole chain's with what that was continued from. */
export async function openTranscript(app: App, argument: unknown): Promise<void> {
  const row = chosenRow(argument);
  const contactId = contactIdOf(row);
  if (row === undefined || contactId === undefined) {
    const asked = await askContact(app, l10n.t("Open Transcript"));
    if (asked !== undefined) await showTranscript(app, asked.connection, asked.choice);
    return;
  }
  const kind = row.kind === "contact" ? "contact" : "chain";
  await showTranscript(app, row.connection, { kind, contactId });
}

export async function showTranscript(
  app: App,
  connection: Connection,
  choice: PastChoice,
): Promise<void> {
  const { signal } = new AbortController();
  const [lineage, names] = await Promise.all([
    app.chats.lineage(connection, choice.contactId, signal),
    app.chats.readNames(connection),
  ]);
  const content = { connection, names, lineage };
  const contacts = contactsToRead(lineage, choice);
  const page = app.panels.show({
    ...content,
    conversation: { kind: "loading", done: 0, total: contacts.length },
  });
  await showConversation(app, page, content, contacts);
}

/** Oldest first. */
function contactsToRead(lineage: Lineage, { kind, contactId }: PastChoice): readonly Contact[] {
  const [session] = lineage.chains;
  if (kind === "contact") return session.contacts.filter(({ id }) => id === contactId);
  const last = session.contacts.at(-1) ?? session.contacts[0];
  const older = historyOf(lineage, last.id).contacts.filter(
    ({ initialContactId }) => initialContactId !== session.initialContactId,
  );
  return [...older.toReversed(), ...session.contacts];
}
