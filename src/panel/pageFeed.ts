import type { KeptPanel } from "./keptPanelSchema";
import type { PanelView, Row, ToPage } from "./protocol";

/** How many rows go into one message: enough to fill any window at once, few enough to leave the page time to draw. */
const rowsAMessage = 500;

/** Rows of a transcript that are made when they are sent. */
export interface RowSource {
  readonly length: number;
  /** Other rows that these are the same as, up to `from`. */
  readonly continues?: { readonly source: RowSource; readonly from: number };
  slice(from: number, to: number): readonly Row[];
}

/** What a page is to show. `rows` keeps its identity while the conversation is the same, so that it is sent once. */
export interface PageState {
  readonly view: PanelView;
  readonly rows: RowSource;
  /** What the page keeps for when the window is loaded anew. */
  readonly kept?: KeptPanel;
}

/**
 * Brings the page to the state last shown, whatever the page went through meanwhile: not loaded yet, hidden, loaded anew. Of
 * two sendings that overlap only the later one goes on.
 */
export class PageFeed {
  private state: PageState | undefined;
  private sentRows: RowSource | undefined;
  /** The view last sent, without the line that tells how far reading has come. */
  private sentView: string | undefined;
  private isReady = false;
  private sending = 0;

  private sentKept: string | undefined;

  /** `page` is the number of the page before the first one that is shown. */
  constructor(
    private readonly post: (message: ToPage) => PromiseLike<boolean>,
    private page = 0,
  ) {}

  /** The number of what is shown; messages from the page name it. */
  get current(): number {
    return this.page;
  }

  /** Shows something else than before. */
  async show(state: PageState): Promise<void> {
    this.page += 1;
    this.sentRows = undefined;
    await this.update(state);
  }

  /** Shows the same thing in a newer state. */
  async update(state: PageState): Promise<void> {
    this.state = state;
    await this.send();
  }

  /** The page has loaded and knows nothing. */
  async ready(): Promise<void> {
    this.isReady = true;
    this.sentRows = undefined;
    this.sentView = undefined;
    this.sentKept = undefined;
    await this.send();
  }

  /** The page was hidden: VS Code throws it away until it is shown again. */
  hidden(): void {
    this.isReady = false;
  }

  /** Sends one row anew, whose words are others now. */
  async patch(index: number): Promise<void> {
    const { state, page } = this;
    if (!this.isReady || state === undefined) return;
    const rows = state.rows.slice(index, index + 1);
    await this.post({ type: "rows", page, from: index, rows });
  }

  async say(text: string): Promise<void> {
    if (this.isReady) await this.post({ type: "said", text });
  }

  async announce(text: string): Promise<void> {
    if (this.isReady) await this.post({ type: "heard", page: this.page, text });
  }

  private async send(): Promise<void> {
    const { state, page } = this;
    if (!this.isReady || state === undefined) return;
    const turn = ++this.sending;
    const { rows, view } = state;
    const isNewest = (): boolean => turn === this.sending && this.isReady;
    const start = this.sentOf(rows);
    this.sentRows = undefined;
    await this.post(this.viewOrProgress(page, view));
    await this.sendKept(page, state.kept);
    for (let from = start; from < rows.length; from += rowsAMessage) {
      if (!isNewest()) return;
      const part = rows.slice(from, from + rowsAMessage);
      await this.post({ type: "rows", page, from, rows: part });
    }
    if (isNewest()) this.sentRows = rows;
  }

  /** How many of these rows the page has. */
  private sentOf(rows: RowSource): number {
    if (this.sentRows === rows) return rows.length;
    const { continues } = rows;
    return continues !== undefined && this.sentRows === continues.source ? continues.from : 0;
  }

  private async sendKept(page: number, shown: KeptPanel | undefined): Promise<void> {
    const sent = JSON.stringify([page, shown]);
    if (shown === undefined || sent === this.sentKept) return;
    this.sentKept = sent;
    await this.post({ type: "keep", page, shown });
  }

  /** While transcripts are being read, the view changes in that one line only. */
  private viewOrProgress(page: number, view: PanelView): ToPage {
    const loading = view.transcript?.loading;
    const rest = JSON.stringify([
      page,
      { ...view, transcript: { ...view.transcript, loading: "" } },
    ]);
    const isProgress = loading !== undefined && rest === this.sentView;
    this.sentView = rest;
    return isProgress ? { type: "progress", page, text: loading } : { type: "view", page, view };
  }
}
