import { l10n } from "vscode";
import type { Instance } from "../../domain/contact";
import { Failure } from "../../domain/failure";
import { instanceReferenceOf } from "../../domain/instanceReference";
import { failureLine } from "../../wording/failures";
import type { App } from "../app";
import { separator } from "../contactItems";
import type { StepItem } from "../quickPickStep";
import { askManyStep } from "../quickPickStep";
import type { Step } from "../steps";
import type { NewConnections } from "./addConnection";

type Choice = NonNullable<NewConnections["instances"]>[number];

/** The instances that ListInstances finds, several at once; any by its id or ARN where listing is denied. */
export const askInstances =
  ({ accounts }: App, title: string): Step<NewConnections> =>
  async (draft, position) => {
    const { credentials, region } = draft;
    if (credentials === undefined || region === undefined)
      throw new Error("Instances were asked before the account was known.");
    const answer = await askManyStep<Choice>({
      title,
      ...position,
      placeholder: l10n.t("Which instances? Choose some, or paste an instance id or ARN"),
      typed: typedInstance,
      load: async (show, signal) => {
        try {
          const instances = await accounts.instances(credentials, region, signal);
          show(
            instances.length > 0
              ? instances.map(instanceItem)
              : [separator(l10n.t("No instances in {0}. Go back for another Region.", region))],
          );
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          show([
            separator(
              `${failureLine(error)} ${l10n.t("Paste an instance id or ARN, or go back.")}`,
            ),
          ]);
        }
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, instances: answer.value } }
      : answer;
  };

const instanceItem = ({ id, alias }: Instance): StepItem<Choice> => ({
  label: alias ?? id,
  ...(alias !== undefined && { description: id }),
  value: { id, name: alias ?? id },
});

function typedInstance(text: string): StepItem<Choice> | undefined {
  const id = instanceReferenceOf(text);
  return id === undefined
    ? undefined
    : {
        label: id,
        description: l10n.t("as typed"),
        alwaysShow: true,
        picked: true,
        value: { id, name: id },
      };
}
