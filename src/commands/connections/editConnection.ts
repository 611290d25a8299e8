import { l10n, window } from "vscode";
import type { AwsConnection } from "../../domain/connection";
import type { App } from "../app";
import type { StepItem } from "../quickPickStep";
import { askOne } from "../quickPickStep";
import type { TagChoice } from "./askTag";
import { tagItems } from "./askTag";
import { chosenConnection } from "./chosenConnection";

type Change = (connection: AwsConnection) => Promise<AwsConnection | undefined>;

/** Name, tag and the read-only switch; where it leads is not changed but added anew. */
export async function editConnection(app: App, argument: unknown): Promise<void> {
  const connection = await chosenConnection(app, argument, l10n.t("Edit Connection"));
  if (connection === undefined) return;
  const chosen = await askOne<Change>({
    title: l10n.t("Edit {0}", connection.name),
    placeholder: l10n.t("What should change?"),
    items: changes(connection),
  });
  const changed = await chosen?.(connection);
  if (changed !== undefined) await app.connectionStore.update(changed);
}

const changes = ({ name, tag, readOnly }: AwsConnection): StepItem<Change>[] => [
  { label: `$(edit) ${l10n.t("Name")}`, description: name, value: rename },
  { label: `$(tag) ${l10n.t("Tag")}`, description: tag ?? l10n.t("none"), value: retag },
  readOnly
    ? { label: `$(unlock) ${l10n.t("Allow continuing chats")}`, value: setReadOnly(false) }
    : {
        label: `$(lock) ${l10n.t("Make read-only")}`,
        description: l10n.t("nothing is sent that changes the instance"),
        value: setReadOnly(true),
      },
];

const rename: Change = async (connection) => {
  const name = await window.showInputBox({
    title: l10n.t("Rename {0}", connection.name),
    value: connection.name,
    validateInput: (text) =>
      text.trim() === "" ? l10n.t("A connection needs a name.") : undefined,
  });
  return name === undefined ? undefined : { ...connection, name: name.trim() };
};

const retag: Change = async ({ tag, ...connection }) => {
  const chosen = await askOne<TagChoice>({
    title: l10n.t("Tag of {0}", connection.name),
    placeholder: l10n.t("What is it for?"),
    items: tagItems(),
  });
  if (chosen === undefined) return undefined;
  return chosen === "none" ? connection : { ...connection, tag: chosen };
};

const setReadOnly =
  (readOnly: boolean): Change =>
  (connection) =>
    Promise.resolve({ ...connection, readOnly });
