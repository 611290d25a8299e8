import type {
  Disposable,
  EventEmitter,
  ExtensionContext,
  LogOutputChannel,
  WebviewPanel,
} from "vscode";
import { l10n, Uri, window, workspace } from "vscode";
import { runCommand, runDeepLink, runPanelAction, runRevival } from "./commands";
import { tellOfCredentials } from "./commands/waysBack";
import type { App } from "./commands/app";
import { reportText } from "./commands/doctor";
import { complaintOf } from "./commands/doctor/reportUri";
import { FreshTexts } from "./commands/documents/freshTexts";
import { transcriptText } from "./commands/documents/transcriptText";
import { transcriptPlaceOf } from "./commands/documents/transcriptUri";
import { showFilters } from "./commands/filter/showFilters";
import type { CommandName } from "./commands/names";
import { RecordDocuments } from "./commands/records/recordDocuments";
import { TestChats } from "./commands/testChat/testChats";
import { ConnectionStore } from "./connections/connectionStore";
import { CredentialFiles } from "./connections/credentialFiles";
import { Failures } from "./connections/failures";
import { FilterStore } from "./connections/filterStore";
import { Gateways } from "./connections/gateways";
import type { RunningEmulator } from "./connections/sandbox";
import { mfaCodes, showMfaBox } from "./connections/mfaCode";
import { Sandbox } from "./connections/sandbox";
import { SignIns } from "./connections/signIns";
import { Transcripts } from "./connections/transcripts";
import type { Witnesses } from "./connectivity";
import { createAccounts, openGateway } from "./connectivity";
import type { Connection, SandboxConnection } from "./domain/connection";
import { openNotebook } from "./notebook";
import { Panels } from "./panel/panels";
import type { GroupBy } from "./views/chainGroups";
import type { ChatNode } from "./views/chatNode";
import { Chats } from "./views/chats";
import { ChatTree } from "./views/chatTree";
import { PeriodicRefresh } from "./views/periodicRefresh";
import { StatusBar } from "./views/statusBar";
import type { TryNode } from "./views/tries/tryNode";
import type { TryTree } from "./views/tries/tryTree";
import type { ViewParts } from "./views/viewParts";

export interface ProductParts extends ViewParts<ChatNode> {
  readonly context: ExtensionContext;
  readonly recordsChanged: EventEmitter<Uri>;
  readonly tryView: ViewParts<TryNode>;
}

export interface Product {
  readonly tree: ChatTree;
  readonly tries: TryTree;
  run(name: CommandName, args: readonly unknown[]): Promise<void>;
  openLink(link: Uri): Promise<void>;
  /** Takes a panel that was open before the window was loaded, with what its page kept. */
  revivePanel(panel: WebviewPanel, state: unknown): void;
  /** The text of a document that shows a record, a transcript or a report. */
  recordText(uri: Uri): Promise<string>;
}

/** The Sandbox's demo instance: the emulator's contract (design §5). */
const sandboxInstance = { region: "us-east-1", instanceId: "a0000000-0000-4000-8000-000000000001" };

/** Joins the parts; loaded at the first question that VS Code asks. */
export function createProduct(parts: ProductParts): Product {
  const { context, view, changed } = parts;
  const log = window.createOutputChannel("Contact Chains", { log: true });
  const connectionStore = openStore(context, log);
  const filters = openFilters(context, log);
  const sandbox = new Sandbox(startEmulator);
  const sandboxConnection = connectionToSandbox();
  /** A workspace that is not trusted gets no way to an account. */
  const connections = (): readonly Connection[] =>
    workspace.isTrusted ? [...connectionStore.all(), sandboxConnection] : [sandboxConnection];
  const failures = new Failures(tellOfCredentials(() => app));
  const credentialFiles = new CredentialFiles();
  const witnesses = createWitnesses(context, { log, failures, credentialFiles });
  const gateways = new Gateways(openGateway(witnesses), sandbox);
  const gateway = (connection: Connection) => gateways.of(connection);
  const listing = listingOf(filters, sandbox);
  const chats = new Chats({ gateway, ...listing, warn: (message) => log.warn(message) });
  const tree = new ChatTree({ connections, chats, sandbox, ...listing, changed });
  const panels = openPanels(context, log, () => app);
  const freshTexts = new FreshTexts(parts.recordsChanged);
  const app: App = {
    connections,
    connectionStore,
    filters,
    accounts: createAccounts(witnesses),
    gateways,
    failures,
    signIns: new SignIns(),
    credentialFiles,
    sandbox,
    now: listing.now,
    chats,
    transcripts: new Transcripts(gateway, listing.now),
    tree,
    view,
    records: new RecordDocuments({ connections, gateway, freshTexts }),
    freshTexts,
    panels,
    testChats: new TestChats(),
    log,
    ...openNotebook(context, parts.tryView, log),
  };
  context.subscriptions.push(
    ...disposables(app, panels),
    credentialFiles,
    ...listeners(app, sandboxConnection),
    ...statusBar(app),
  );
  return answersOf(app, panels);
}

/** How lists are read and shown. */
const listingOf = (filters: FilterStore, sandbox: Sandbox) => ({
  ...settings,
  filterOf: ({ id }: Connection) => filters.of(id),
  now: ({ kind }: Connection): number => Date.now() + (kind === "sandbox" ? sandbox.aheadMs : 0),
});

const answersOf = (app: App, panels: Panels): Product => ({
  tree: app.tree,
  tries: app.tries,
  run: (name, [argument]) => runCommand(app, name, argument),
  openLink: (link) => runDeepLink(app, link),
  revivePanel: (panel, state) => panels.revive(panel, state),
  recordText: (uri) => {
    const { signal } = new AbortController();
    const fresh = app.freshTexts.take(uri);
    if (fresh !== undefined) return Promise.resolve(fresh);
    const complaint = complaintOf(uri);
    if (complaint !== undefined) return reportText(app, complaint, signal);
    const transcript = transcriptPlaceOf(uri);
    return transcript === undefined
      ? app.records.text(uri, signal)
      : transcriptText(app, transcript, signal);
  },
});

const createWitnesses = (
  { globalStorageUri }: ExtensionContext,
  tellers: Pick<Witnesses, "log" | "failures" | "credentialFiles">,
): Witnesses => ({
  ...tellers,
  askMfaCode: mfaCodes(tellers.failures, showMfaBox),
  quotaFolder: Uri.joinPath(globalStorageUri, "quotas").fsPath,
});

/** What ends with the window. */
type Watcher = Pick<Disposable, "dispose">;

const disposables = (app: App, panels: Panels): readonly Watcher[] => [
  panels,
  workspace.onDidGrantWorkspaceTrust(() => panels.reviveWaiting()),
  app.testChats,
  app.log,
  app.connectionStore,
  app.filters,
  app.signIns,
  app.sandbox,
  app.gateways,
  app.chats,
];

const openPanels = (
  { extensionUri }: ExtensionContext,
  log: LogOutputChannel,
  app: () => App,
): Panels =>
  new Panels({
    extensionUri,
    log,
    onAction: (action, content, here) => void runPanelAction(app(), action, content, here),
    onRevive: (kept, panel) => void runRevival(app(), kept, panel),
    hidesPersonal: settings.hidesPersonal,
  });

const startEmulator = async (): Promise<RunningEmulator> =>
  (await import("./emulator")).startEmulator({ quotas: false });

const connectionToSandbox = (): SandboxConnection => ({
  kind: "sandbox",
  id: "sandbox",
  name: l10n.t("Sandbox"),
  ...sandboxInstance,
});

function statusBar({ connections, connectionStore, sandbox }: App): Watcher[] {
  const bar = new StatusBar({ connections, sandbox });
  const update = () => bar.update();
  return [
    sandbox.onDidChangeState(update),
    sandbox.onDidChange(update),
    sandbox.onDidAdvance(update),
    connectionStore.onDidChange(update),
    workspace.onDidGrantWorkspaceTrust(update),
    bar,
  ];
}

/** There may be other credentials now, for whom they failed. */
function readWaiting({ failures, tree }: App): void {
  for (const connection of failures.waitingConnections()) tree.refresh(connection);
}

/** What makes rows be drawn or read again. */
function listeners(app: App, sandboxConnection: SandboxConnection): Watcher[] {
  const { tree } = app;
  const startAnew = async (): Promise<void> => {
    await app.gateways.close(sandboxConnection.id);
    app.transcripts.forget(sandboxConnection);
    tree.refresh(sandboxConnection);
  };
  const periodic = new PeriodicRefresh({
    minutes: settings.refreshMinutes,
    isWatched: () => app.view.visible && window.state.focused,
    read: () => tree.reread(),
  });
  return [
    periodic,
    ...shownFilters(app),
    app.signIns.onDidEnd(() => readWaiting(app)),
    app.credentialFiles.onDidChange(() => readWaiting(app)),
    app.sandbox.onDidChange(() => void startAnew()),
    app.sandbox.onDidAdvance(() => tree.redraw()),
    app.filters.onDidChange((id) => listAnew(app, id)),
    app.connectionStore.onDidChange(() => tree.redraw()),
    workspace.onDidGrantWorkspaceTrust(() => tree.redraw()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("contactChains.lookBackDays")) tree.refresh();
      if (change.affectsConfiguration("contactChains.groupBy")) tree.redraw();
      if (change.affectsConfiguration("contactChains.refreshMinutes")) periodic.restart();
    }),
  ];
}

function listAnew(app: App, connectionId: string): void {
  const connection = app.connections().find(({ id }) => id === connectionId);
  if (connection !== undefined) app.tree.refresh(connection);
}

function shownFilters(app: App): Disposable[] {
  const show = (): void => showFilters(app);
  show();
  return [
    app.filters.onDidChange(show),
    app.connectionStore.onDidChange(show),
    workspace.onDidGrantWorkspaceTrust(show),
  ];
}

const settings = {
  hidesPersonal: (): boolean =>
    workspace.getConfiguration("contactChains").get<boolean>("hidePersonalData", false),
  lookBackDays: (): number =>
    workspace.getConfiguration("contactChains").get<number>("lookBackDays", 7),
  /** Amazon Connect's quota of searches leaves no room for less than a minute (domain.md §3.2). */
  refreshMinutes: (): number =>
    workspace.getConfiguration("contactChains").get<number>("refreshMinutes", 0),
  groupBy: (): GroupBy =>
    workspace.getConfiguration("contactChains").get<GroupBy>("groupBy", "day"),
};

function openStore({ globalState }: ExtensionContext, log: LogOutputChannel): ConnectionStore {
  const store = new ConnectionStore(globalState);
  if (store.problem !== undefined) {
    log.error(`The stored connections could not be read and were kept aside. ${store.problem}`);
    void window.showWarningMessage(
      l10n.t(
        "The stored connections could not be read. They were kept aside, not lost; add them again or update the extension.",
      ),
    );
  }
  return store;
}

/** A filter that cannot be read only shows more than before. */
function openFilters({ globalState }: ExtensionContext, log: LogOutputChannel): FilterStore {
  const store = new FilterStore(globalState);
  if (store.problem !== undefined)
    log.warn(`The stored filters could not be read and were kept aside. ${store.problem}`);
  return store;
}
