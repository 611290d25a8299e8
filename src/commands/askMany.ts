import type { QuickPickItem } from "vscode";
import { l10n, window } from "vscode";

export interface Choice<Value> extends QuickPickItem {
  readonly value: Value;
}

/** None chosen is an answer: then it narrows nothing. */
export async function askMany<Value>(
  title: string,
  choices: readonly Choice<Value>[] | Promise<readonly Choice<Value>[]>,
): Promise<readonly Value[] | undefined> {
  const answer = await window.showQuickPick(choices, {
    title,
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
    placeHolder: l10n.t("Choose any number; none for all"),
  });
  return answer?.map(({ value }) => value);
}
