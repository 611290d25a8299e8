import { l10n } from "vscode";
import type { App } from "../app";
import { connectionOf } from "../askChat";
import type { Draft } from "../chosenRow";
import { activeChatItem, note, typedContact } from "../contactItems";
import { askStep } from "../quickPickStep";
import type { Step } from "../steps";

/** The new chat that is to receive the history: one that goes on, or any contact id. */
export const askCurrentChat =
  <D extends Draft>({ chats }: App, title: string): Step<D> =>
  async (draft, position) => {
    const connection = connectionOf(draft);
    const answer = await askStep<string>({
      title,
      ...position,
      placeholder: l10n.t(
        "Which chat gets the history? Choose an active chat, or paste a contact id",
      ),
      typed: (text) => typedContact(text, connection),
      load: async (show, signal) => {
        const [active, names] = await Promise.all([
          chats.activeChats(connection, signal),
          chats.readNames(connection),
        ]);
        show(
          active.length === 0
            ? [note(l10n.t("No active chats. Paste the contact id of the new chat."))]
            : active.map((contact) => activeChatItem(contact, names)),
        );
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, currentContactId: answer.value } }
      : answer;
  };
