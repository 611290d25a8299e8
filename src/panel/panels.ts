import { randomBytes } from "node:crypto";
import type { LogOutputChannel, Webview, WebviewPanel } from "vscode";
import { env, l10n, Uri, ViewColumn, window } from "vscode";
import type { PanelAction, PanelContent } from "./content";
import { contactIdsOf, copyText } from "./copyText";
import { tabTitle } from "./headerView";
import { PageFeed } from "./pageFeed";
import { pageHtml } from "./pageHtml";
import type { DrawnPage } from "./panelView";
import { drawPage } from "./panelView";
import type { Action, CopyTarget, FromPage } from "./protocol";
import { parseFromPage } from "./protocol";

export interface PanelsOptions {
  readonly extensionUri: Uri;
  readonly log: Pick<LogOutputChannel, "warn">;
  /** Called with what the panel shows at that moment. */
  readonly onAction: (action: PanelAction, content: PanelContent) => void;
}

/** One thing that the panel was asked to show. */
export interface PanelPage {
  /** False once the panel shows something else or was closed. */
  readonly isShown: boolean;
  /** A newer state of the same thing; dropped when the panel shows something else or was closed. */
  update(content: PanelContent): void;
}

export interface Panels {
  /** Opens the preview panel, or takes the open one for this content. */
  show(content: PanelContent): PanelPage;
  dispose(): void;
}

export const createPanels = (options: PanelsOptions): Panels => {
  let open: OpenPanel | undefined;
  return {
    show: (content) => {
      open ??= new OpenPanel(options, () => (open = undefined));
      return open.show(content);
    },
    dispose: () => open?.dispose(),
  };
};

/** The one preview panel while it is open. */
class OpenPanel {
  private readonly panel: WebviewPanel;
  private readonly feed: PageFeed;
  private drawn: DrawnPage | undefined;
  private isOpen = true;

  constructor(
    private readonly options: PanelsOptions,
    private readonly closed: () => void,
  ) {
    const root = Uri.joinPath(options.extensionUri, "dist", "webview");
    this.panel = window.createWebviewPanel(
      "contactChains.panel",
      l10n.t("Contact Chains"),
      ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [root] },
    );
    const { webview } = this.panel;
    this.feed = new PageFeed((message) => webview.postMessage(message));
    webview.onDidReceiveMessage((data: unknown) => this.receive(data));
    this.panel.onDidChangeViewState(() => {
      if (!this.panel.visible) this.feed.hidden();
    });
    this.panel.onDidDispose(() => {
      this.isOpen = false;
      this.closed();
    });
    webview.html = htmlOf(webview, root);
  }

  show(content: PanelContent): PanelPage {
    this.panel.reveal();
    void this.feed.show(this.take(content));
    const page = this.feed.current;
    const isShown = (): boolean => this.isOpen && this.feed.current === page;
    return {
      get isShown() {
        return isShown();
      },
      update: (newer) => {
        if (isShown()) void this.feed.update(this.take(newer));
      },
    };
  }

  dispose(): void {
    this.panel.dispose();
  }

  private take(content: PanelContent): DrawnPage {
    this.drawn = drawPage(content, this.drawn);
    this.panel.title = tabTitle(content);
    return this.drawn;
  }

  private receive(data: unknown): void {
    const parsed = parseFromPage(data);
    if (parsed.kind === "read") this.obey(parsed.message);
    else this.options.log.warn(`The panel sent what is not understood. ${parsed.problem}`);
  }

  private obey(message: FromPage): void {
    switch (message.type) {
      case "ready":
        void this.feed.ready();
        break;
      case "problem":
        this.options.log.warn(`The panel could not read a message. ${message.text}`);
        break;
      case "act":
        if (message.page === this.feed.current) this.act(message.act);
        break;
      case "copy":
        if (message.page === this.feed.current) void this.copy(message.what);
        break;
      case "open":
        if (message.page === this.feed.current) void env.openExternal(Uri.parse(message.url, true));
        break;
    }
  }

  private act(action: Action): void {
    const { drawn } = this;
    if (drawn === undefined) return;
    if ("contactId" in action && !contactIdsOf(drawn).has(action.contactId)) {
      this.options.log.warn("The panel named a contact that it does not show.");
      return;
    }
    this.options.onAction(action, drawn.content);
  }

  private async copy(what: CopyTarget): Promise<void> {
    const text = this.drawn && copyText(what, this.drawn);
    if (text === undefined) return;
    await env.clipboard.writeText(text);
    await this.feed.say(l10n.t("Copied"));
  }
}

const htmlOf = (webview: Webview, root: Uri): string =>
  pageHtml({
    cspSource: webview.cspSource,
    nonce: randomBytes(18).toString("base64"),
    script: webview.asWebviewUri(Uri.joinPath(root, "panel.js")).toString(),
    style: webview.asWebviewUri(Uri.joinPath(root, "panel.css")).toString(),
  });
