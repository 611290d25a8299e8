import { l10n } from "vscode";
import { askStep } from "../quickPickStep";
import type { StepItem } from "../quickPickStep";
import type { Step } from "../steps";
import type { NewConnections } from "./addConnection";

export type TagChoice = NonNullable<NewConnections["tag"]>;

export const tagItems = (): readonly StepItem<TagChoice>[] => [
  { label: `$(dash) ${l10n.t("No tag")}`, value: "none" },
  { label: "$(beaker) dev", value: "dev" },
  { label: "$(server) staging", value: "staging" },
  {
    label: "$(flame) prod",
    description: l10n.t("marked wherever something is sent to it"),
    value: "prod",
  },
];

export const askTag =
  (title: string): Step<NewConnections> =>
  async (draft, position) => {
    const answer = await askStep<TagChoice>({
      title,
      ...position,
      placeholder: l10n.t("What is it for?"),
      load: (show) => {
        show(tagItems());
        return Promise.resolve();
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, tag: answer.value } }
      : answer;
  };
