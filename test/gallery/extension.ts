import type { ExtensionContext } from "vscode";
import { commands, Uri, window } from "vscode";
import { Panels } from "../../src/panel/panels";
import { sheets } from "./specimens";

/** Shows one specimen after the other, over and over: the first by itself, the next by `gallery.next`, each in a panel of its own. */
export async function activate({ extensionUri, subscriptions }: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("Gallery", { log: true });
  const specimens = Object.values(sheets).flatMap((sheet) => Object.values(sheet));
  let shown = -1;
  let panels: Panels | undefined;

  function showNext(): void {
    shown = (shown + 1) % specimens.length;
    const { content, hidesPersonal = false } = specimens[shown]!;
    panels?.dispose();
    panels = new Panels({
      extensionUri: Uri.joinPath(extensionUri, "../../.."),
      log,
      onAction: () => undefined,
      onRevive: () => undefined,
      hidesPersonal: () => hidesPersonal,
    });
    panels.show(content);
  }

  subscriptions.push(log, commands.registerCommand("gallery.next", showNext));
  await commands.executeCommand("workbench.action.closeSidebar");
  showNext();
}
