import { l10n, window } from "vscode";
import type { Link } from "./deepLink";
import { Failure } from "../domain/failure";
import { failureLine } from "../wording/failures";
import type { PanelAction, PanelContent } from "../panel/content";
import type { KeptPage } from "../panel/keptPanelSchema";
import type { PagePlace, RevivedPanel } from "../panel/openPanel";
import { advanceSandboxClock } from "./advanceClock";
import type { App } from "./app";
import { addConnection } from "./connections/addConnection";
import { copyAsCode, insertAsCode } from "./code";
import {
  moveConnectionDown,
  moveConnectionUp,
  removeConnection,
} from "./connections/arrangeConnections";
import { editConnection } from "./connections/editConnection";
import { continuePastChat } from "./continuePastChat";
import { copyContactArn, copyContactLink, openInAmazonConnect } from "./contactPage";
import { copyCliCommand } from "./copyCliCommand";
import { copyContactId } from "./copyContactId";
import { copyReport, whyNoHistory } from "./doctor";
import { compareTranscripts, openAsDocument, openRawTranscript } from "./documents/openDocument";
import { exportTranscript } from "./exportTranscript";
import { openAwsConfig } from "./failureActions";
import { clearFilter, filterChats } from "./filter/filterChats";
import { clearFound, goToContact } from "./goToContact";
import { copyDeepLink, openDeepLink } from "./deepLinks";
import { loadMore } from "./loadMore";
import type { CommandName } from "./names";
import { clearNotebook, copyTry, exportNotebook, openTry, removeTry, repeatTry } from "./notebook";
import { clearTryFilter, filterTries } from "./notebook/filterTries";
import { openTranscript } from "./openTranscript";
import { actOnPanel } from "./panelActions";
import { previewRehydration } from "./previewRehydration";
import { showMenu } from "./showMenu";
import {
  showAttributes,
  showContactRecord,
  showReferences,
  showStorageConfiguration,
} from "./records/showRecord";
import { refresh } from "./refresh";
import { revivePage } from "./revivePage";
import { resetSandbox, startSandbox, stopSandbox } from "./sandbox";
import { tryWithContact } from "./tryWithContact";
import { continueHere, endTestChat, startTestChat } from "./testChat";
import { waitForTranscript } from "./waitForTranscript";
import { copyIamStatement, signIn, tellOfFailure } from "./waysBack";

/** A handler takes what VS Code hands over: a row, or nothing from the palette. */
type Handler = (app: App, argument: unknown) => Promise<void> | void;

const table: Readonly<Record<CommandName, Handler>> = {
  "contactChains.continuePastChat": continuePastChat,
  "contactChains.previewRehydration": previewRehydration,
  "contactChains.tryWithContact": tryWithContact,
  "contactChains.startTestChat": startTestChat,
  "contactChains.endTestChat": endTestChat,
  "contactChains.continueHere": continueHere,
  "contactChains.openTranscript": openTranscript,
  "contactChains.exportTranscript": exportTranscript,
  "contactChains.openAsDocument": openAsDocument,
  "contactChains.openRawTranscript": openRawTranscript,
  "contactChains.compareTranscripts": compareTranscripts,
  "contactChains.goToContact": goToContact,
  "contactChains.clearFound": clearFound,
  "contactChains.filterChats": filterChats,
  "contactChains.clearFilter": clearFilter,
  "contactChains.whyNoHistory": whyNoHistory,
  "contactChains.copyReport": copyReport,
  "contactChains.copyContactId": copyContactId,
  "contactChains.showContactRecord": showContactRecord,
  "contactChains.showAttributes": showAttributes,
  "contactChains.showReferences": showReferences,
  "contactChains.showStorageConfiguration": showStorageConfiguration,
  "contactChains.openInAmazonConnect": openInAmazonConnect,
  "contactChains.copyContactArn": copyContactArn,
  "contactChains.copyContactLink": copyContactLink,
  "contactChains.copyCliCommand": copyCliCommand,
  "contactChains.copyAsCode": copyAsCode,
  "contactChains.insertAsCode": insertAsCode,
  "contactChains.refresh": refresh,
  "contactChains.loadMore": loadMore,
  "contactChains.startSandbox": startSandbox,
  "contactChains.stopSandbox": stopSandbox,
  "contactChains.resetSandbox": resetSandbox,
  "contactChains.advanceSandboxClock": advanceSandboxClock,
  "contactChains.addConnection": addConnection,
  "contactChains.editConnection": editConnection,
  "contactChains.removeConnection": removeConnection,
  "contactChains.moveConnectionUp": moveConnectionUp,
  "contactChains.moveConnectionDown": moveConnectionDown,
  "contactChains.waitForTranscript": waitForTranscript,
  "contactChains.signIn": signIn,
  "contactChains.copyIamStatement": copyIamStatement,
  "contactChains.openAwsConfig": openAwsConfig,
  "contactChains.showMenu": showMenu,
  "contactChains.copyDeepLink": copyDeepLink,
  "contactChains.pinPanel": ({ panels }) => panels.pin(),
  "contactChains.hidePersonalData": ({ panels }) => panels.hidePersonal(true),
  "contactChains.showPersonalData": ({ panels }) => panels.hidePersonal(false),
  "contactChains.openTry": openTry,
  "contactChains.repeatTry": repeatTry,
  "contactChains.copyTry": copyTry,
  "contactChains.removeTry": removeTry,
  "contactChains.filterTries": filterTries,
  "contactChains.clearTryFilter": clearTryFilter,
  "contactChains.exportNotebook": exportNotebook,
  "contactChains.clearNotebook": clearNotebook,
  "contactChains.showLog": ({ log }) => log.show(),
};

/** Runs a command: what it throws is caught, logged and shown at this one place. */
export const runCommand = (app: App, name: CommandName, argument: unknown): Promise<void> =>
  guarded(app, name, () => table[name](app, argument));

/** Goes where a link leads; a link never does anything else. */
export const runDeepLink = (app: App, link: Link): Promise<void> =>
  guarded(app, "link", () => openDeepLink(app, link));

/** Does what was asked for in the panel. */
export const runPanelAction = (
  app: App,
  action: PanelAction,
  content: PanelContent,
  here: PagePlace,
): Promise<void> =>
  guarded(app, `panel ${action.action}`, () => actOnPanel(app, action, content, here));

/** Reads again what a panel showed before the window was loaded. */
export const runRevival = (app: App, kept: KeptPage, panel: RevivedPanel): Promise<void> =>
  guarded(app, "revival", () => revivePage(app, kept, panel));

async function guarded(app: App, name: string, run: () => Promise<void> | void): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Failure && error.kind === "aborted") return;
    await showError(app, name, error, () => guarded(app, name, run));
  }
}

async function showError(
  app: App,
  name: string,
  error: unknown,
  retry: () => Promise<void>,
): Promise<void> {
  if (error instanceof Failure) {
    app.log.error(name, error.message);
    if (app.failures.isTold(error)) return;
    const connection = app.failures.originOf(error);
    await tellOfFailure(
      app,
      {
        failure: error,
        ...(connection !== undefined && { at: connection }),
        retry: () => {
          if (connection !== undefined) app.failures.askedAgain(connection);
          return retry();
        },
      },
      failureLine(error),
    );
    return;
  }
  // What went wrong unexpectedly stays in the log; the person reads one sentence.
  app.log.error(name, error);
  const showLog = l10n.t("Show Log");
  const text = l10n.t("Contact Chains met an unexpected problem. The log has the details.");
  if ((await window.showErrorMessage(text, showLog)) === showLog) app.log.show();
}
