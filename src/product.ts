import type { EventEmitter, ExtensionContext, LogOutputChannel, TreeView } from "vscode";
import { l10n, window, workspace } from "vscode";
import type { Access } from "./aws";
import { runCommand, runPanelAction } from "./commands";
import type { App } from "./commands/app";
import type { CommandName } from "./commands/names";
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

/** Joins the parts; loaded at the first question that VS Code asks. */
export function createProduct({ context, view, changed }: ProductParts): Product {
  const log = window.createOutputChannel("Contact Chains", { log: true });
  const sandboxConnection: SandboxConnection = {
    kind: "sandbox",
    id: "sandbox",
    name: l10n.t("Sandbox"),
    ...sandboxInstance,
  };
  const connections = (): readonly Connection[] => [sandboxConnection];
  const sandbox = new Sandbox(async () =>
    (await import("./emulator")).startEmulator({ quotas: false }),
  );
  const gateways = new Gateways(openGateway(log), sandbox);
  const lookBackDays = () =>
    workspace.getConfiguration("contactChains").get<number>("lookBackDays", 7);
  const now = () => Date.now();
  const chats = new Chats({
    gateway: (connection) => gateways.of(connection),
    lookBackDays,
    now,
    warn: (message) => log.warn(message),
  });
  const tree = new ChatTree({ connections, chats, sandbox, lookBackDays, now, changed });
  const panels = createPanels({
    extensionUri: context.extensionUri,
    log,
    onAction: (action, content) => void runPanelAction(app, action, content),
  });
  const transcripts = new Transcripts((connection) => gateways.of(connection));
  const app: App = { connections, gateways, sandbox, chats, transcripts, tree, view, panels, log };
  context.subscriptions.push(
    log,
    sandbox,
    gateways,
    chats,
    panels,
    sandbox.onDidChange(() => void restartSandboxConnection()),
  );
  async function restartSandboxConnection(): Promise<void> {
    await gateways.close(sandboxConnection.id);
    tree.refresh(sandboxConnection);
  }
  return { tree, run: (name, [argument]) => runCommand(app, name, argument) };
}
