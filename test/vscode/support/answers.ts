import assert from "node:assert/strict";
import type { QuickPick, QuickPickItem } from "vscode";
import { commands, window } from "vscode";
import { eventually } from "../../host/workbench/eventually";

/** Takes the active answer of every question until it is done. */
export async function withActiveAnswers(doing: PromiseLike<unknown>): Promise<void> {
  const state = { isDone: false };
  const done = Promise.resolve(doing).finally(() => (state.isDone = true));
  while (!state.isDone)
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  await done;
}

/**
 * Answers the questions one after the other, each with the item whose label or detail has these words, or by leaving it; tells what was
 * listed in each.
 */
export async function withAnswers(
  words: readonly (string | undefined)[],
  doing: () => Promise<unknown>,
): Promise<readonly (readonly string[])[]> {
  const { createQuickPick } = window;
  const picks: QuickPick<QuickPickItem>[] = [];
  window.createQuickPick = <Item extends QuickPickItem>() => {
    const pick = createQuickPick<Item>();
    picks.push(pick);
    return pick;
  };
  try {
    const done = doing();
    const listed: (readonly string[])[] = [];
    for (const [index, word] of words.entries()) listed.push(await answer(picks, index, word));
    await done;
    return listed;
  } finally {
    window.createQuickPick = createQuickPick;
  }
}

async function answer(
  picks: readonly QuickPick<QuickPickItem>[],
  index: number,
  word: string | undefined,
): Promise<readonly string[]> {
  const matches = ({ label, detail = "" }: QuickPickItem): boolean =>
    word === undefined || label.includes(word) || detail.includes(word);
  await eventually(`a question with ${word}`, () =>
    Promise.resolve(picks[index]?.items.some(matches) === true),
  );
  const pick = picks[index] ?? assert.fail("Nothing is asked.");
  const listed = pick.items.map(({ label, description = "" }) => `${label} ${description}`);
  const hidden = new Promise((resolve) => pick.onDidHide(resolve));
  if (word === undefined) pick.hide();
  else {
    await makeActive(pick, pick.items.find(matches));
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  }
  await hidden;
  return listed;
}

/** Until VS Code has it so: what is accepted is what is active there. */
async function makeActive(
  pick: QuickPick<QuickPickItem>,
  item: QuickPickItem | undefined,
): Promise<void> {
  if (item === undefined || pick.activeItems[0] === item) return;
  const isActive = new Promise((resolve) => pick.onDidChangeActive(resolve));
  pick.activeItems = [item];
  await isActive;
}
