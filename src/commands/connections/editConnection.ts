import { l10n, window } from "vscode";
import type { AwsConnection } from "../../domain/connection";
import type { App } from "../app";
import type { StepItem } from "../quickPickStep";
import { askStep } from "../quickPickStep";
import type { TagChoice } from "./askTag";
import { tagItems } from "./askTag";
import { chosenConnection } from "./chosenConnection";

type Change = (connection: AwsConnection) => Promise<AwsConnection | undefined>;

/** Name, tag and the read-only switch; where it leads is not changed but added anew. */
export async function editConnection(app: App, argument: unknown): Promise<void> {
  const connection = await chosenConnection(app, argument, l10n.t("Edit Connection"));
  if (connection === undefined) return;
  const answer = await askStep<Change>({
    title: l10n.t("Edit {0}", connection.name),
    step: 1,
    totalSteps: 1,
    placeholder: l10n.t("What should change?"),
    load: (show) => {
      show(changes(connection));
      return Promise.resolve();
    },
  });
  if (answer.kind !== "picked") return;
  const changed = await answer.value(connection);
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
  const answer = await askStep<TagChoice>({
    title: l10n.t("Tag of {0}", connection.name),
    step: 1,
    totalSteps: 1,
    placeholder: l10n.t("What is it for?"),
    load: (show) => {
      show(tagItems());
      return Promise.resolve();
    },
  });
  if (answer.kind !== "picked") return undefined;
  return answer.value === "none" ? connection : { ...connection, tag: answer.value };
};

const setReadOnly =
  (readOnly: boolean): Change =>
  (connection) =>
    Promise.resolve({ ...connection, readOnly });
