import { commands, l10n } from "vscode";
import type { App } from "./app";
import { separator } from "./contactItems";
import type { CommandName } from "./names";
import type { StepItem } from "./quickPickStep";
import { askOne } from "./quickPickStep";

type Choice = CommandName | "contactChains.chats.focus";

/** What the status bar's item opens. */
export async function showMenu(app: App): Promise<void> {
  const chosen = await askOne<Choice>({
    title: l10n.t("Contact Chains"),
    placeholder: l10n.t("What next?"),
    items: items(app),
  });
  if (chosen !== undefined) await commands.executeCommand(chosen);
}

const items = ({ sandbox }: App): readonly StepItem<Choice>[] => [
  item("list-tree", l10n.t("Show Chats"), "contactChains.chats.focus"),
  item("search", l10n.t("Go to Contact…"), "contactChains.goToContact"),
  item("debug-continue", l10n.t("Continue a Past Chat…"), "contactChains.continuePastChat"),
  item("comment-discussion", l10n.t("Open Transcript"), "contactChains.openTranscript"),
  separator(l10n.t("Sandbox")),
  sandbox.isStopped
    ? item("play", l10n.t("Start Sandbox"), "contactChains.startSandbox")
    : item("debug-stop", l10n.t("Stop Sandbox"), "contactChains.stopSandbox"),
  item("discard", l10n.t("Reset Sandbox"), "contactChains.resetSandbox"),
  item("clock", l10n.t("Advance Sandbox Clock…"), "contactChains.advanceSandboxClock"),
  separator(l10n.t("Connections")),
  item("add", l10n.t("Add Connection…"), "contactChains.addConnection"),
  item("go-to-file", l10n.t("Open AWS Config File"), "contactChains.openAwsConfig"),
  item("output", l10n.t("Show Log"), "contactChains.showLog"),
];

const item = (icon: string, label: string, value: Choice): StepItem<Choice> => ({
  label: `$(${icon}) ${label}`,
  value,
});
