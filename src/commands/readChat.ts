import { l10n, ProgressLocation, window } from "vscode";
import type { Contact } from "../domain/contact";
import type { Conversation } from "../domain/transcript";
import type { PanelContent } from "../panel/content";
import type { App } from "./app";
import type { ChosenChat } from "./chosenContact";
import { contactsToRead } from "./openTranscript";

export interface ReadChat {
  readonly content: PanelContent;
  readonly conversation: Conversation<Contact>;
}

/** Reads a chat's transcripts without a panel. Rejects with a `Failure`, also where the signal ends it. */
export async function readChat(
  { chats, transcripts }: App,
  { connection, choice }: ChosenChat,
  signal: AbortSignal,
): Promise<ReadChat> {
  const [lineage, names] = await Promise.all([
    chats.lineage(connection, choice.contactId, signal),
    chats.readNames(connection),
  ]);
  const contacts = contactsToRead(lineage, choice);
  const conversation = await transcripts.conversation(connection, contacts, { signal });
  return { content: { connection, names, lineage }, conversation };
}

/** The same where a person waits for it. */
export const readChatInView = (app: App, chosen: ChosenChat): Promise<ReadChat> =>
  readInView((signal) => readChat(app, chosen, signal));

/** Reads while a notification says so, which can end it. */
export const readInView = <Value>(read: (signal: AbortSignal) => Promise<Value>): Promise<Value> =>
  Promise.resolve(
    window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: l10n.t("Reading transcripts"),
        cancellable: true,
      },
      (_, token) => {
        const abort = new AbortController();
        token.onCancellationRequested(() => abort.abort());
        return read(abort.signal);
      },
    ),
  );
