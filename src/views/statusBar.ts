import type { StatusBarItem } from "vscode";
import { l10n, StatusBarAlignment, window } from "vscode";
import type { Sandbox } from "../connections/sandbox";
import type { Connection } from "../domain/connection";
import { duration } from "../wording/times";

export interface StatusSources {
  readonly connections: () => readonly Connection[];
  readonly sandbox: Pick<Sandbox, "aheadMs" | "isRunning" | "isStopped">;
}

/** One item of the status bar, which opens the menu: how many instances are connected, or how the Sandbox is. */
export class StatusBar {
  private readonly item: StatusBarItem;

  constructor(private readonly sources: StatusSources) {
    this.item = window.createStatusBarItem(
      "contactChains.status",
      StatusBarAlignment.Left,
      LOW_PRIORITY,
    );
    this.item.name = "Contact Chains";
    this.item.command = "contactChains.showMenu";
    this.update();
    this.item.show();
  }

  /** Shows what is so now. */
  update(): void {
    const { connections, sandbox } = this.sources;
    const instances = connections().filter(({ kind }) => kind === "aws").length;
    const state = sandboxState(sandbox);
    this.item.text =
      instances === 0 ? `$(beaker) ${state}` : `$(organization) ${instanceCount(instances)}`;
    this.item.tooltip = [
      "Contact Chains",
      ...(instances === 0 ? [] : [instanceCount(instances)]),
      state,
    ].join("\n");
  }

  dispose(): void {
    this.item.dispose();
  }
}

/** To the right of what is about the window itself. */
const LOW_PRIORITY = -100;

function sandboxState({ aheadMs, isRunning, isStopped }: StatusSources["sandbox"]): string {
  if (isStopped) return l10n.t("Sandbox stopped");
  if (aheadMs > 0) return l10n.t("Sandbox running, clock {0} ahead", duration(aheadMs));
  return isRunning ? l10n.t("Sandbox running") : l10n.t("Sandbox ready");
}

const instanceCount = (count: number): string =>
  count === 1 ? l10n.t("1 instance") : l10n.t("{0} instances", count);
