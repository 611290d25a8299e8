import { commands } from "vscode";

/** Takes the active answer of every question until it is done. */
export async function withActiveAnswers(doing: Promise<void>): Promise<void> {
  const state = { isDone: false };
  const done = doing.finally(() => (state.isDone = true));
  while (!state.isDone)
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  await done;
}
