import { commands } from "vscode";

/** Takes the active answer of every question until it is done. */
export async function withActiveAnswers(doing: PromiseLike<unknown>): Promise<void> {
  const state = { isDone: false };
  const done = Promise.resolve(doing).finally(() => (state.isDone = true));
  while (!state.isDone)
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  await done;
}
