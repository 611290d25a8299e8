import type { ExtensionContext, LogOutputChannel } from "vscode";
import { l10n, Uri, window } from "vscode";
import { Notebook } from "./connections/notebook/notebook";
import type { TryNode } from "./views/tries/tryNode";
import { TryTree } from "./views/tries/tryTree";
import type { ViewParts } from "./views/viewParts";

/** The notebook of this machine, and its view. */
export function openNotebook(
  { globalStorageUri, subscriptions }: ExtensionContext,
  parts: ViewParts<TryNode>,
  log: LogOutputChannel,
): { readonly notebook: Notebook; readonly tries: TryTree } {
  const folder = Uri.joinPath(globalStorageUri, "tries").fsPath;
  const notebook = new Notebook(folder, toldOnce(log));
  const tries = new TryTree({ ...parts, notebook, now: () => Date.now() });
  subscriptions.push(
    notebook,
    notebook.onDidChange(() => tries.redraw()),
  );
  return { notebook, tries };
}

/** The log has every problem; a person is told of the first one. */
function toldOnce(log: LogOutputChannel): (problem: unknown) => void {
  let isTold = false;
  return (problem) => {
    log.error(`A try could not be written into the notebook. ${String(problem)}`);
    if (isTold) return;
    isTold = true;
    const text = l10n.t(
      "The notebook of tries could not be written. What you send is not affected; the log says why.",
    );
    const showLog = l10n.t("Show Log");
    void window.showWarningMessage(text, showLog).then((answer) => {
      if (answer === showLog) log.show();
    });
  };
}
