import { randomBytes } from "node:crypto";
import type { LogOutputChannel, Webview, WebviewPanel } from "vscode";
import { env, l10n, Uri } from "vscode";
import type { TranscriptItem } from "../domain/transcript";
import { announcementOf } from "./announcement";
import type { PanelAction, PanelContent } from "./content";
import { contactIdsOf, copyText } from "./copyText";
import type { Gone } from "./goneView";
import { goneView } from "./goneView";
import { tabTitle } from "./headerView";
import { hideContent } from "./hiddenContent";
import { keptPageOf } from "./keptPage";
import type { KeptPage } from "./keptPanelSchema";
import { LastWish } from "./lastWish";
import type { PageState } from "./pageFeed";
import { PageFeed } from "./pageFeed";
import { pageHtml } from "./pageHtml";
import type { DrawnPage } from "./panelView";
import { drawPage } from "./panelView";
import type { Action, CopyTarget, FromPage } from "./protocol";
import { parseFromPage } from "./protocol";

/** One thing that a panel was asked to show. */
export interface PanelPage {
  /** False once the panel shows something else or was closed. */
  readonly isShown: boolean;
  /** A newer state of the same thing; dropped when the panel shows something else or was closed. */
  update(content: PanelContent): void;
  /** Brings the panel forward. */
  reveal(): void;
  /** Has what came in a chat read out. */
  announce(item: TranscriptItem): void;
}

/** A panel that shows one thing after the other. */
export interface PagePlace {
  /** To be called before a page is read: aborted where another one is asked for, or shown, before it has been read. */
  ask(): AbortSignal;
  show(content: PanelContent): PanelPage;
}

/** A panel whose page is to be read again. */
export interface RevivedPanel extends PagePlace {
  showGone(gone: Gone): void;
}

export interface OpenPanelOptions {
  readonly extensionUri: Uri;
  readonly log: Pick<LogOutputChannel, "warn">;
  /** Called with what the panel shows at that moment, and the place where what its page asks for is shown. */
  readonly onAction: (action: PanelAction, content: PanelContent, here: PagePlace) => void;
  /** Called for a page that is to be read again. */
  readonly onRevive: (page: KeptPage, panel: RevivedPanel) => void;
  /** Whether a new panel hides personal data. */
  readonly hidesPersonal: () => boolean;
}

export const webviewOptions = (extensionUri: Uri) => ({
  enableScripts: true,
  localResourceRoots: [webviewRoot(extensionUri)],
});

const webviewRoot = (extensionUri: Uri): Uri => Uri.joinPath(extensionUri, "dist", "webview");

/** How a panel that VS Code brings back was left. */
export interface Left {
  readonly isPinned: boolean;
  readonly hidesPersonal: boolean;
  readonly of: KeptPage;
  /** The number that its page had: the place in it is kept under that number. */
  readonly page: number;
}

/** One panel while it is open. */
export class OpenPanel implements PagePlace {
  private readonly feed: PageFeed;
  private drawn: DrawnPage | undefined;
  private kept: KeptPage | undefined;
  private pinned: boolean;
  /** Ids of the items that are shown as they were said; undefined while personal data is not hidden. Never kept. */
  private revealed: Set<string> | undefined;
  private readonly wish = new LastWish();
  /** For what its own page asks for, or comes back by itself: whoever waits for that may be somewhere else by then. */
  private readonly withoutFocus: RevivedPanel = {
    ask: () => this.ask(),
    show: (content) => this.put(content),
    showGone: (gone) => this.putGone(gone),
  };
  private isOpen = true;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly options: OpenPanelOptions & {
      /** Called when personal data is hidden or shown. */
      readonly onHiding: () => void;
    },
    left?: Left,
  ) {
    this.pinned = left?.isPinned ?? false;
    this.revealed = (left?.hidesPersonal ?? options.hidesPersonal()) ? new Set() : undefined;
    this.kept = left?.of;
    const { webview } = panel;
    const before = left === undefined ? 0 : left.page - 1;
    this.feed = new PageFeed((message) => webview.postMessage(message), before);
    webview.onDidReceiveMessage((data: unknown) => this.receive(data));
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.feed.hidden();
    });
    panel.onDidDispose(() => (this.isOpen = false));
    webview.options = webviewOptions(options.extensionUri);
    webview.html = htmlOf(webview, webviewRoot(options.extensionUri));
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  get isPinned(): boolean {
    return this.pinned;
  }

  get hidesPersonal(): boolean {
    return this.revealed !== undefined;
  }

  /** Whether there is a page to be read again that could not be read so far. */
  get isWaiting(): boolean {
    return this.drawn === undefined && this.kept !== undefined;
  }

  pin(): void {
    this.pinned = true;
    if (this.drawn !== undefined) void this.feed.update(this.stateOf(this.drawn));
  }

  /** Hides personal data, what was revealed of it too, or shows everything. */
  hidePersonal(hides: boolean): void {
    if (hides === this.hidesPersonal) return;
    this.revealed = hides ? new Set() : undefined;
    this.options.onHiding();
    if (this.drawn === undefined) return;
    void this.feed.update(this.take(this.drawn.source));
    void this.feed.say(
      hides ? l10n.t("Personal data is hidden") : l10n.t("Personal data is shown"),
    );
  }

  /** Reads the page again. */
  revive(): void {
    if (this.kept !== undefined) this.options.onRevive(this.kept, this.withoutFocus);
  }

  ask(): AbortSignal {
    return this.wish.begin();
  }

  /** Comes forward with it. */
  show(content: PanelContent): PanelPage {
    this.panel.reveal();
    return this.put(content);
  }

  dispose(): void {
    this.panel.dispose();
  }

  private put(content: PanelContent): PanelPage {
    this.wish.end();
    this.revealed?.clear();
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
      reveal: () => {
        if (isShown()) this.panel.reveal();
      },
      announce: (item) => {
        if (isShown()) this.announce(item);
      },
    };
  }

  private putGone(gone: Gone): void {
    const view = goneView(gone);
    this.drawn = undefined;
    this.panel.title = view.header.title;
    void this.feed.show(this.stateOf({ view, rows: { length: 0, slice: () => [] } }));
  }

  private take(content: PanelContent): PageState {
    this.drawn = drawPage(content, this.drawn, this.revealed);
    this.kept = keptPageOf(content) ?? this.kept;
    this.panel.title = tabTitle(this.drawn.content);
    return this.stateOf(this.drawn);
  }

  private stateOf({ view, rows }: PageState): PageState {
    const { kept, pinned, hidesPersonal } = this;
    return { view, rows, ...(kept && { kept: { pinned, hidesPersonal, of: kept } }) };
  }

  private announce(item: TranscriptItem): void {
    const source = this.drawn?.source;
    const said =
      source && this.hidesPersonal ? hideContent(source, item).redactor.item(item) : item;
    const text = announcementOf(said);
    if (text !== undefined) void this.feed.announce(text);
  }

  private reveal(index: number, revealed: boolean): void {
    const entry = this.drawn?.entries[index];
    if (this.revealed === undefined || entry?.kind !== "item") return;
    if (revealed) this.revealed.add(entry.item.id);
    else this.revealed.delete(entry.item.id);
    void this.feed.patch(index);
  }

  private receive(data: unknown): void {
    const parsed = parseFromPage(data);
    if (parsed.kind === "read") this.obey(parsed.message);
    else this.options.log.warn(`The panel sent what is not understood. ${parsed.problem}`);
  }

  private obey(message: FromPage): void {
    if (message.type === "ready") void this.feed.ready();
    else if (message.type === "problem")
      this.options.log.warn(`The panel could not read a message. ${message.text}`);
    else if (message.page === this.feed.current) this.obeyIntent(message);
  }

  private obeyIntent(intent: Extract<FromPage, { page: number }>): void {
    switch (intent.type) {
      case "act":
        this.act(intent.act);
        break;
      case "copy":
        void this.copy(intent.what);
        break;
      case "open":
        void env.openExternal(Uri.parse(intent.url, true));
        break;
      case "hidePersonal":
        this.hidePersonal(intent.hides);
        break;
      case "reveal":
        this.reveal(intent.index, intent.revealed);
        break;
    }
  }

  private act(action: Action): void {
    const { drawn } = this;
    const isOfNothing = drawn?.content.lineage === undefined && !drawn?.content.testChat;
    if (action.action === "retry" && isOfNothing) {
      this.revive();
      return;
    }
    if (drawn === undefined) return;
    if ("contactId" in action && !contactIdsOf(drawn).has(action.contactId)) {
      this.options.log.warn("The panel named a contact that it does not show.");
      return;
    }
    this.options.onAction(action, drawn.source, this.withoutFocus);
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
