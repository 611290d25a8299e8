import type { ExtensionContext, TextDocumentContentProvider, TreeDataProvider, Uri } from "vscode";
import { commands, EventEmitter, window, workspace } from "vscode";
import { commandNames, recordScheme } from "./commands/names";
import { awaitFlow } from "./flows/awaitFlow";
import { panelType } from "./panel/panelType";
import type { Product } from "./product";
import type { ViewParts } from "./views/viewParts";

/**
 * Tells VS Code what there is and loads the product at the first question, so that activation costs next to nothing
 * (design §7).
 */
export function activate(context: ExtensionContext): void {
  const chatView = createView("contactChains.chats", async () => (await product()).tree);
  const tryView = createView("contactChains.tries", async () => (await product()).tries);
  const recordsChanged = new EventEmitter<Uri>();
  const records: TextDocumentContentProvider = {
    onDidChange: recordsChanged.event,
    provideTextDocumentContent: async (uri) => (await product()).recordText(uri),
  };
  let loading: Promise<Product> | undefined;
  const load = async (): Promise<Product> =>
    (await import("./product")).createProduct({ context, ...chatView, tryView, recordsChanged });
  const product = (): Promise<Product> => (loading ??= load());
  context.subscriptions.push(
    chatView.changed,
    chatView.view,
    tryView.changed,
    tryView.view,
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

type Tree<Node> = Required<
  Pick<TreeDataProvider<Node>, "getChildren" | "getTreeItem" | "getParent">
>;

/** A view whose rows the tree is asked for once they are to be seen. */
function createView<Node>(id: string, tree: () => Promise<Tree<Node>>): ViewParts<Node> {
  const changed = new EventEmitter<Node | undefined>();
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (await tree()).getChildren(node),
    getTreeItem: async (node) => (await tree()).getTreeItem(node),
    getParent: async (node) => (await tree()).getParent(node),
  };
  const options = { treeDataProvider: provider, showCollapseAll: true };
  return { view: window.createTreeView(id, options), changed };
}
