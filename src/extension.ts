import type { ExtensionContext, TextDocumentContentProvider, TreeDataProvider, Uri } from "vscode";
import { commands, EventEmitter, window, workspace } from "vscode";
import { commandNames, recordScheme } from "./commands/names";
import { awaitFlow } from "./flows/awaitFlow";
import { panelType } from "./panel/panelType";
import type { ChatNode } from "./views/chatNode";

/**
 * Tells VS Code what there is and loads the product at the first question, so that activation costs next to nothing
 * (design §7).
 */
export function activate(context: ExtensionContext): void {
  const changed = new EventEmitter<ChatNode | undefined>();
  const provider: TreeDataProvider<ChatNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (await product()).tree.getChildren(node),
    getTreeItem: async (node) => (await product()).tree.getTreeItem(node),
    getParent: async (node) => (await product()).tree.getParent(node),
  };
  const view = window.createTreeView("contactChains.chats", {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const recordsChanged = new EventEmitter<Uri>();
  const records: TextDocumentContentProvider = {
    onDidChange: recordsChanged.event,
    provideTextDocumentContent: async (uri) => (await product()).recordText(uri),
  };
  const load = () =>
    import("./product").then(({ createProduct }) =>
      createProduct({ context, view, changed, recordsChanged }),
    );
  let loading: ReturnType<typeof load> | undefined;
  const product = () => (loading ??= load());
  context.subscriptions.push(
    changed,
    view,
    recordsChanged,
    workspace.registerTextDocumentContentProvider(recordScheme, records),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel, state) => (await product()).revivePanel(panel, state),
    }),
    awaitFlow(() => void import("./flows").then(({ helpWithFlows }) => helpWithFlows(context))),
    window.registerUriHandler({ handleUri: async (uri) => (await product()).openLink(uri) }),
    ...commandNames.map((name) =>
      commands.registerCommand(name, async (...args: unknown[]) =>
        (await product()).run(name, args),
      ),
    ),
  );
}
