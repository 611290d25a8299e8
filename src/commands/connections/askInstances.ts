import { l10n } from "vscode";
import type { Instance } from "../../domain/contact";
import { Failure } from "../../domain/failure";
import { instanceReferenceOf } from "../../domain/instanceReference";
import { failureLine } from "../../wording/failures";
import type { App } from "../app";
import { note } from "../contactItems";
import { offerWaysBack } from "../offerWaysBack";
import type { StepItem } from "../quickPickStep";
import { askManyStep } from "../quickPickStep";
import type { Step } from "../steps";
import type { NewConnections } from "./addConnection";

type Choice = NonNullable<NewConnections["instances"]>[number];

/** The instances that ListInstances finds, several at once; any by its id or ARN where listing is denied. */
export const askInstances =
  (app: App, title: string): Step<NewConnections> =>
  async (draft, position) => {
    const { credentials, region } = draft;
    if (credentials === undefined || region === undefined)
      throw new Error("Instances were asked before the account was known.");
    const answer = await askManyStep<Choice>({
      title,
      ...position,
      placeholder: l10n.t("Which instances? Choose some, or paste an instance id or ARN"),
      typed: typedInstance,
      load: async (show, signal, offer) => {
        const read = async (): Promise<Failure | undefined> => {
          try {
            show(itemsOf(await app.accounts.instances(credentials, region, signal), region));
            return undefined;
          } catch (error) {
            if (error instanceof Failure) return error;
            throw error;
          }
        };
        for (let failure = await read(); failure !== undefined; failure = await read()) {
          show([note(failureLine(failure), l10n.t("Paste an instance id or ARN, or go back."))]);
          await offerWaysBack(app, { failure, at: { region } }, { offer, signal });
          if (signal.aborted) return;
        }
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, instances: answer.value } }
      : answer;
  };

const itemsOf = (instances: readonly Instance[], region: string): readonly StepItem<Choice>[] =>
  instances.length > 0
    ? instances.map(instanceItem)
    : [note(l10n.t("No instances in {0}. Go back for another Region.", region))];

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
