import type { TemplateResult } from "lit/html.js";
import { html, nothing, render } from "lit/html.js";
import type { PanelView, Row, ToPage, TranscriptView } from "../panel/protocol";
import { parseToPage } from "../panel/protocol";
import { chainMap } from "./chainMap";
import { Composer } from "./composer";
import type { Intents } from "./controls";
import { actionButton, actionLink, iconCopy } from "./controls";
import { failure } from "./failure";
import { Find } from "./find";
import type { Hidden } from "./filter";
import { nothingHidden } from "./filter";
import { element, frame } from "./frame";
import type { Place } from "./host";
import { icon } from "./icons";
import { keepPlace, keepShown, keptPlace, post } from "./host";
import { goToEnd, isAtEnd } from "./pageEnd";
import { preview } from "./preview";
import { proof } from "./proof";
import { shownRows } from "./shownRows";
import { header, note, result } from "./summary";
import { Toolbar } from "./toolbar";
import { Transcript } from "./transcript";
import { wire } from "./wire";

/** How long a short word such as "Copied" stays, in ms. */
const saidFor = 2500;

const above = (view: PanelView, intents: Intents): TemplateResult =>
  html`${header(view.header)} ${view.note ? note(view.note, intents) : nothing}
  ${view.failure ? failure(view.failure, view, intents) : nothing}
  ${view.preview ? preview(view.preview, view, intents) : nothing}
  ${view.result ? result(view.result, view, intents) : nothing}
  ${view.proof ? proof(view.proof, view, intents) : nothing}
  ${view.map ? chainMap(view.map, intents) : nothing}
  ${view.wire ? wire(view.wire, view, intents) : nothing}`;

function transcriptHead(part: TranscriptView, came: number, intents: Intents): TemplateResult {
  const loading = part.loading !== undefined;
  return html`<h2>
      <span>${part.title}</span>
      ${came === 0 ? nothing : iconCopy(part.copyLabel, () => intents.copy({ kind: "transcript" }))}
    </h2>
    <p class="quiet">${loading ? part.loading : part.summary}</p>
    ${
      part.privacy.note === undefined
        ? nothing
        : html`<p class="quiet privacy">${icon("eyeClosed")}<span>${part.privacy.note}</span></p>`
    }
    ${loading ? html`<div class="progress" role="progressbar" aria-label=${part.title}></div>` : nothing}
    ${loading && part.stop ? actionButton(part.stop, intents) : nothing}
    ${
      part.buttons.length === 0
        ? nothing
        : html`<p class="buttons">${part.buttons.map((button) => actionLink(button, intents))}</p>`
    }
    ${!loading && part.rows === 0 ? html`<p class="quiet">${part.empty}</p>` : nothing}`;
}

const isHidden = (view: PanelView | undefined): boolean => view?.transcript?.privacy.hides ?? false;

/** The page: what it was last sent, and how it is drawn. */
class Page {
  private page = -1;
  private view: PanelView | undefined;
  private rows: readonly Row[] = [];
  private hidden = nothingHidden;
  private shown = shownRows(this.rows);
  private place = keptPlace();
  private saying = 0;
  private readonly above = element(".above");
  private readonly head = element(".transcriptHead");
  private readonly section = element("section.transcript");
  private readonly aloud = element(".aloud");
  private readonly toast = element(".toast");
  private readonly transcript: Transcript = new Transcript({
    list: element(".rows"),
    bar: element(".bar"),
    sticky: element(".sticky"),
    intents: this.intents,
    drawn: () => this.find.mark(),
  });
  private readonly find = new Find(element(".find"), this.transcript, () => this.remember());
  private readonly toolbar = new Toolbar(
    element(".tools"),
    element(".menuPlace"),
    () =>
      this.view?.transcript && {
        words: this.view.transcript.tools,
        privacy: this.view.transcript.privacy,
        rows: this.rows,
        hidden: this.hidden,
        topRow: this.transcript.topRow,
      },
    {
      filter: (hidden) => this.filter(hidden),
      goTo: (row) => this.transcript.goTo(row),
      find: () => this.find.open(),
      hidePersonal: (hides) => this.intents.hidePersonal(hides),
    },
  );

  private readonly composer = new Composer({
    place: element(".chatPlace"),
    intents: this.intents,
    goToNewest: () => goToEnd(),
    changed: () => this.remember(),
  });

  private get intents(): Intents {
    return {
      act: (act) => post({ type: "act", page: this.page, act }),
      copy: (what) => post({ type: "copy", page: this.page, what }),
      open: (url) => post({ type: "open", page: this.page, url }),
      goTo: (row) => this.transcript.goTo(row),
      hidePersonal: (hides) => post({ type: "hidePersonal", page: this.page, hides }),
      reveal: (index, revealed) => post({ type: "reveal", page: this.page, index, revealed }),
    };
  }

  constructor() {
    new ResizeObserver(() => this.transcript.moved()).observe(this.above);
    window.addEventListener("scrollend", () => this.remember());
    window.addEventListener("scroll", () => this.tellAway());
  }

  receive(message: ToPage): void {
    switch (message.type) {
      case "view":
        this.showView(message.page, message.view);
        break;
      case "rows":
        this.addRows(message.page, message.from, message.rows);
        break;
      case "progress":
        this.showProgress(message.page, message.text);
        break;
      case "heard":
        if (message.page === this.page) this.aloud.textContent = message.text;
        break;
      case "keep":
        keepShown(message.page, message.shown);
        break;
      case "said":
        this.say(message.text);
        break;
    }
  }

  private showView(page: number, view: PanelView): void {
    const fresh = page !== this.page;
    this.page = page;
    const stays = this.staysAtEnd(view, fresh);
    this.concealSaid(view, fresh);
    this.view = view;
    const isSame = !this.cutRows(fresh ? 0 : (view.transcript?.rows ?? 0));
    document.documentElement.lang = view.language;
    document.title = view.header.title;
    this.draw();
    this.transcript.show(view, this.shown, fresh);
    this.composer.show(view.chat, view.proof);
    if (fresh) this.begin(view);
    this.find.show(view.transcript?.tools.find, this.shown, isSame && !fresh);
    if (stays) goToEnd();
  }

  /** In a chat the newest is at the end, where a reader who is there stays. */
  private staysAtEnd({ chat }: PanelView, fresh: boolean): boolean {
    return chat !== undefined && !this.isReturning && (fresh || isAtEnd());
  }

  private get isReturning(): boolean {
    return this.place?.row !== undefined && this.place.page === this.page;
  }

  private tellAway(): void {
    if (this.view?.chat !== undefined) this.composer.setAway(!isAtEnd());
  }

  /** Once personal data is to be hidden nobody sees it any more, also before the rows without it have come. */
  private concealSaid(view: PanelView, fresh: boolean): void {
    if (fresh || !isHidden(view)) this.conceal(false);
    else if (!isHidden(this.view) && this.rows.length > 0) this.conceal(true);
  }

  private conceal(concealed: boolean): void {
    this.section.toggleAttribute("data-concealed", concealed);
  }

  /** Drops the rows from this one on; whether there were any. */
  private cutRows(count: number): boolean {
    if (count >= this.rows.length) return false;
    this.takeRows(this.rows.slice(0, count));
    return true;
  }

  private begin(view: PanelView): void {
    this.aloud.textContent = view.header.title;
    // The chain's end is where it arrives.
    this.above.querySelector(".scroller")?.scrollTo({ left: Number.MAX_SAFE_INTEGER });
    const place: Partial<Place> = this.place?.page === this.page ? this.place : {};
    if (place.row === undefined) window.scrollTo(0, place.top ?? 0);
    this.hidden = new Set(place.hidden);
    this.composer.draft = place.draft ?? "";
    if (place.find) this.find.restore(place.find);
  }

  private addRows(page: number, from: number, rows: readonly Row[]): void {
    if (page !== this.page || this.view === undefined || from > this.rows.length) return;
    const isMore = from > 0 && from === this.rows.length;
    const stays = this.staysAtEnd(this.view, false);
    this.takeRows([...this.rows.slice(0, from), ...rows, ...this.rows.slice(from + rows.length)]);
    if (from + rows.length >= this.rows.length) this.conceal(false);
    if (from === 0) this.draw();
    else this.toolbar.draw();
    this.transcript.show(this.view, this.shown, false);
    this.find.show(this.view.transcript?.tools.find, this.shown, isMore);
    this.returnToPlace();
    if (stays) goToEnd();
    this.tellAway();
  }

  private takeRows(rows: readonly Row[]): void {
    this.rows = rows;
    this.shown = shownRows(rows, this.hidden);
  }

  /** Shows other items, with the row at the window's top where it was, or the next one that is still shown. */
  private filter(hidden: Hidden): void {
    const { view } = this;
    if (view === undefined) return;
    const { topRow } = this.transcript;
    this.hidden = hidden;
    this.takeRows(this.rows);
    this.transcript.show(view, this.shown, false);
    if (topRow !== undefined) this.transcript.reveal(topRow);
    this.find.show(view.transcript?.tools.find, this.shown, false);
    this.toolbar.draw();
    this.remember();
  }

  /** After the page was hidden: back to the row that was on top, as soon as it is there. */
  private returnToPlace(): void {
    const row = this.place?.row;
    if (row === undefined || !this.isReturning || row >= this.rows.length) return;
    this.place = undefined;
    this.transcript.reveal(row);
  }

  private showProgress(page: number, text: string): void {
    if (page !== this.page || this.view?.transcript === undefined) return;
    this.view = { ...this.view, transcript: { ...this.view.transcript, loading: text } };
    this.draw();
  }

  private draw(): void {
    const { view } = this;
    if (view === undefined) return;
    render(above(view, this.intents), this.above);
    this.section.hidden = view.transcript === undefined;
    if (view.transcript === undefined) return;
    this.section.setAttribute("aria-label", view.transcript.title);
    render(transcriptHead(view.transcript, this.rows.length, this.intents), this.head);
    this.toolbar.draw();
    this.transcript.moved();
  }

  private say(text: string): void {
    this.aloud.textContent = text;
    this.toast.textContent = text;
    window.clearTimeout(this.saying);
    this.saying = window.setTimeout(() => {
      this.aloud.textContent = "";
      this.toast.textContent = "";
    }, saidFor);
  }

  private remember(): void {
    const row = this.view?.chat !== undefined && isAtEnd() ? undefined : this.transcript.topRow;
    const find = this.find.kept;
    const { draft } = this.composer;
    keepPlace({
      page: this.page,
      top: this.transcript.scrolled,
      ...(row !== undefined && { row }),
      ...(find && { find }),
      ...(draft !== "" && { draft }),
      ...(this.hidden.size > 0 && { hidden: [...this.hidden] }),
    });
  }
}

frame();
const page = new Page();
window.addEventListener("message", (event: MessageEvent<unknown>) => {
  const parsed = parseToPage(event.data);
  if (parsed.kind === "read") page.receive(parsed.message);
  else post({ type: "problem", text: parsed.problem });
});
post({ type: "ready" });
