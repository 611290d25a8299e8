import type {
  Disposable,
  EventEmitter,
  ExtensionContext,
  LogOutputChannel,
  TreeView,
} from "vscode";
import { l10n, window, workspace } from "vscode";
import type { Access } from "./aws";
import { runCommand, runPanelAction } from "./commands";
import type { App } from "./commands/app";
import type { CommandName } from "./commands/names";
import type { Accounts } from "./connections/accounts";
import { ConnectionStore } from "./connections/connectionStore";
import type { OpenGateway } from "./connections/gateways";
import { Gateways } from "./connections/gateways";
import { Sandbox } from "./connections/sandbox";
import { Transcripts } from "./connections/transcripts";
import type { Connection, SandboxConnection } from "./domain/connection";
import { createPanels } from "./panel/panels";
import type { ChatNode } from "./views/chatNode";
import { Chats } from "./views/chats";
import { ChatTree } from "./views/chatTree";

export interface ProductParts {
  readonly context: ExtensionContext;
  readonly view: TreeView<ChatNode>;
  readonly changed: EventEmitter<ChatNode | undefined>;
}

export interface Product {
  readonly tree: ChatTree;
  run(name: CommandName, args: readonly unknown[]): Promise<void>;
}

/** The Sandbox's demo instance: the emulator's contract (design §5). */
const sandboxInstance = { region: "us-east-1", instanceId: "a0000000-0000-4000-8000-000000000001" };

const openGateway =
  (log: LogOutputChannel): OpenGateway =>
  async (connection, sandboxEndpoint) => {
    const { createGateway } = await import("./aws");
    const { region, instanceId } = connection;
    return createGateway({
      region,
      instanceId,
      access: await accessOf(connection, sandboxEndpoint),
      log: (call) => log.info(JSON.stringify(call)),
    });
  };

async function accessOf(
  connection: Connection,
  sandboxEndpoint: () => Promise<string>,
): Promise<Access> {
  if (connection.kind === "sandbox") return { kind: "sandbox", endpoint: await sandboxEndpoint() };
  return connection.profile === undefined
    ? { kind: "default" }
    : { kind: "profile", profile: connection.profile };
}

const accounts: Accounts = {
  profiles: async () => (await import("./aws")).profileNames(),
  instances: async (credentials, region, signal) =>
    (await import("./aws")).listInstances(credentials, region, signal),
};

/** Joins the parts; loaded at the first question that VS Code asks. */
export function createProduct({ context, view, changed }: ProductParts): Product {
  const log = window.createOutputChannel("Contact Chains", { log: true });
  const connectionStore = openStore(context, log);
  const sandbox = new Sandbox(async () =>
    (await import("./emulator")).startEmulator({ quotas: false }),
  );
  const sandboxConnection: SandboxConnection = {
    kind: "sandbox",
    id: "sandbox",
    name: l10n.t("Sandbox"),
    ...sandboxInstance,
  };
  /** A workspace that is not trusted gets no way to an account. */
  const connections = (): readonly Connection[] =>
    workspace.isTrusted ? [...connectionStore.all(), sandboxConnection] : [sandboxConnection];
  const gateways = new Gateways(openGateway(log), sandbox);
  const gateway = (connection: Connection) => gateways.of(connection);
  const now = () => Date.now();
  const chats = new Chats({ gateway, lookBackDays, now, warn: (message) => log.warn(message) });
  const tree = new ChatTree({ connections, chats, sandbox, lookBackDays, now, changed });
  const transcripts = new Transcripts(gateway);
  const panels = createPanels({
    extensionUri: context.extensionUri,
    log,
    onAction: (action, content) => void runPanelAction(app, action, content),
  });
  const app: App = {
    connections,
    connectionStore,
    accounts,
    gateways,
    sandbox,
    chats,
    transcripts,
    tree,
    view,
    panels,
    log,
  };
  context.subscriptions.push(
    log,
    connectionStore,
    sandbox,
    gateways,
    chats,
    panels,
    ...listeners(app, sandboxConnection),
  );
  return { tree, run: (name, [argument]) => runCommand(app, name, argument) };
}

/** What makes rows be drawn or read again. */
function listeners(app: App, sandboxConnection: SandboxConnection): Disposable[] {
  const { tree } = app;
  const startAnew = async (): Promise<void> => {
    await app.gateways.close(sandboxConnection.id);
    app.transcripts.forget(sandboxConnection);
    tree.refresh(sandboxConnection);
  };
  return [
    app.sandbox.onDidChange(() => void startAnew()),
    app.connectionStore.onDidChange(() => tree.redraw()),
    workspace.onDidGrantWorkspaceTrust(() => tree.redraw()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("contactChains.lookBackDays")) tree.refresh();
    }),
  ];
}

const lookBackDays = (): number =>
  workspace.getConfiguration("contactChains").get<number>("lookBackDays", 7);

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
