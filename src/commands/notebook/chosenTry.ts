import { l10n, window } from "vscode";
import type { Connection } from "../../domain/connection";
import type { Try } from "../../domain/tries";
import { listTime } from "../../wording/times";
import { tryDetail, tryRoute } from "../../wording/tries";
import type { TryNode } from "../../views/tries/tryNode";
import type { App } from "../app";
import type { StepItem } from "../quickPickStep";
import { askStep } from "../quickPickStep";
import { note } from "../contactItems";

/** The try that a row stands for, or one that is asked for. */
export async function chosenTry(
  app: App,
  argument: unknown,
  title: string,
): Promise<Try | undefined> {
  if (isTryNode(argument)) return argument.kind === "try" ? argument.tried : undefined;
  const answer = await askStep<Try>({
    title,
    step: 1,
    totalSteps: 1,
    placeholder: l10n.t("Which try?"),
    load: async (show) => {
      const { tries } = await app.notebook.read();
      show(tries.length === 0 ? [note(l10n.t("The notebook is empty."))] : tries.map(tryPick));
    },
  });
  return answer.kind === "picked" ? answer.value : undefined;
}

const isTryNode = (value: unknown): value is TryNode =>
  typeof value === "object" &&
  value !== null &&
  "kind" in value &&
  (value.kind === "try" || value.kind === "tryDay");

const tryPick = (tried: Try): StepItem<Try> => ({
  label: `${listTime(tried.at, Date.now())}  ${tryRoute(tried)}`,
  description: tryDetail(tried),
  value: tried,
});

/** The connection that the try went through; says so where it is not there now. */
export function connectionOfTry({ connections }: App, tried: Try): Connection | undefined {
  const { id, name } = tried.connection;
  const connection = connections().find((each) => each.id === id);
  if (connection === undefined)
    void window.showInformationMessage(
      l10n.t(
        "The connection {0} is not there now: it was removed, or the workspace is not trusted. The try can still be copied and exported.",
        name,
      ),
    );
  return connection;
}
