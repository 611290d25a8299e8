import type { Connection } from "../domain/connection";
import { l10n } from "vscode";
import { filterText } from "../wording/filters";
import type { App } from "./app";
import type { Draft, PastChoice } from "./chosenRow";
import { chainItems, note, separator, typedContact } from "./contactItems";
import type { StepItem } from "./quickPickStep";
import { askStep } from "./quickPickStep";
import type { Step } from "./steps";

export interface ChatQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** Leave out what still goes on. */
  readonly endedOnly: boolean;
}

/** A whole chain or one of its contacts, out of the listed ones or by id. */
export const askChat =
  <D extends Draft>(app: App, question: ChatQuestion): Step<D> =>
  async (draft, position) => {
    const connection = connectionOf(draft);
    const answer = await askStep<PastChoice>({
      title: question.title,
      placeholder: question.placeholder,
      ...position,
      typed: (text) => {
        const item = typedContact(text, connection);
        return item?.value === undefined
          ? undefined
          : { ...item, value: { kind: "contact", contactId: item.value } };
      },
      load: async (show) => show(await listedChats(app, connection, question.endedOnly)),
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, past: answer.value } }
      : answer;
  };

/** Steps run in order, so the connection is known to every step after the first. */
export function connectionOf({ connection }: Draft): Connection {
  if (connection === undefined)
    throw new Error("A step was asked before the connection was known.");
  return connection;
}

/** The chats of the tree, read first where that was not done. */
export async function listedChats(
  { chats, filters }: App,
  connection: Connection,
  endedOnly: boolean,
): Promise<readonly StepItem<PastChoice>[]> {
  const feed = chats.feed(connection);
  if (!feed.hasRead) await feed.more();
  if (!feed.hasRead && feed.failure !== undefined) throw feed.failure;
  const names = await chats.readNames(connection);
  const items = feed.chains.flatMap((chain) => chainItems(chain, names, endedOnly));
  const filter = filterText(filters.of(connection.id));
  return [
    ...(filter === "" ? [] : [separator(l10n.t("Filtered: {0}", filter))]),
    ...(items.length > 0 ? items : [note(l10n.t("No chats are listed. Paste a contact id."))]),
  ];
}
