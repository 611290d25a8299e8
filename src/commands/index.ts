import { l10n, window } from "vscode";
import { Failure } from "../domain/failure";
import { failureLine } from "../wording/failures";
import type { PanelAction, PanelContent } from "../panel/content";
import type { App } from "./app";
import { addConnection } from "./connections/addConnection";
import {
  moveConnectionDown,
  moveConnectionUp,
  removeConnection,
} from "./connections/arrangeConnections";
import { editConnection } from "./connections/editConnection";
import { continuePastChat } from "./continuePastChat";
import { copyContactId } from "./copyContactId";
import { loadMore } from "./loadMore";
import type { CommandName } from "./names";
import { openTranscript } from "./openTranscript";
import { actOnPanel } from "./panelActions";
import { refresh } from "./refresh";
import { resetSandbox, startSandbox, stopSandbox } from "./sandbox";

/** A handler takes what VS Code hands over: a row, or nothing from the palette. */
type Handler = (app: App, argument: unknown) => Promise<void> | void;

const table: Readonly<Record<CommandName, Handler>> = {
  "contactChains.continuePastChat": continuePastChat,
  "contactChains.openTranscript": openTranscript,
  "contactChains.copyContactId": copyContactId,
  "contactChains.refresh": refresh,
  "contactChains.loadMore": loadMore,
  "contactChains.startSandbox": startSandbox,
  "contactChains.stopSandbox": stopSandbox,
  "contactChains.resetSandbox": resetSandbox,
  "contactChains.addConnection": addConnection,
  "contactChains.editConnection": editConnection,
  "contactChains.removeConnection": removeConnection,
  "contactChains.moveConnectionUp": moveConnectionUp,
  "contactChains.moveConnectionDown": moveConnectionDown,
  "contactChains.showLog": ({ log }) => log.show(),
};

/** Runs a command: what it throws is caught, logged and shown at this one place. */
export const runCommand = (app: App, name: CommandName, argument: unknown): Promise<void> =>
  guarded(app, name, () => table[name](app, argument));

/** Does what was asked for in the panel. */
export const runPanelAction = (
  app: App,
  action: PanelAction,
  content: PanelContent,
): Promise<void> => guarded(app, `panel ${action.action}`, () => actOnPanel(app, action, content));

async function guarded(app: App, name: string, run: () => Promise<void> | void): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Failure && error.kind === "aborted") return;
    await showFailure(app, name, error);
  }
}

async function showFailure({ log }: App, name: string, error: unknown): Promise<void> {
  const text = textOf(error);
  log.error(name, error instanceof Failure ? error.message : error);
  const showLog = l10n.t("Show Log");
  if ((await window.showErrorMessage(text, showLog)) === showLog) log.show();
}

/** What went wrong unexpectedly stays in the log; the person reads one sentence. */
const textOf = (error: unknown): string =>
  error instanceof Failure
    ? failureLine(error)
    : l10n.t("Contact Chains met an unexpected problem. The log has the details.");
