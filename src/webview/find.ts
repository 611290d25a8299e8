import { html, nothing, render } from "lit/html.js";
import type { ToolWords } from "../panel/protocol";
import { iconButton } from "./controls";
import { highlight, rangeOf } from "./highlights";
import type { Place } from "./host";
import { icon } from "./icons";
import { isCommandKey } from "./keys";
import type { Query } from "./search";
import { patternOf, Search } from "./search";
import type { ShownRows } from "./shownRows";
import { positionOf, shownRows } from "./shownRows";
import type { Transcript } from "./transcript";
import { worded } from "./worded";

type Kept = NonNullable<Place["find"]>;

/** The match that the reader is to be at, as soon as the search has come that far. */
type Aim =
  | { readonly kind: "ordinal"; readonly ordinal: number }
  /** The first match from a row on. */
  | { readonly kind: "from"; readonly position: number; readonly leads: boolean };

/** A selection longer than this is not meant to be looked for. */
const longestSeed = 200;

/** Find in the transcript, with the keys and the look of VS Code's own find widget. */
export class Find {
  private words: ToolWords["find"] | undefined;
  private query: Query = { text: "", matchCase: false };
  private pattern: RegExp | undefined;
  private shown: ShownRows = shownRows([]);
  /** Number of the match that the reader is at, from 0 on. */
  private present: number | undefined;
  private aim: Aim | undefined;
  private opener: Element | null = null;
  private readonly search = new Search(() => this.found());

  constructor(
    private readonly place: HTMLElement,
    private readonly transcript: Transcript,
    private readonly changed: () => void,
  ) {
    document.addEventListener("keydown", (event) => this.onPageKey(event));
    place.addEventListener("keydown", (event) => this.onKey(event));
  }

  get isOpen(): boolean {
    return !this.place.hidden;
  }

  /** To be kept while the page is hidden. */
  get kept(): Kept | undefined {
    if (!this.isOpen) return undefined;
    return this.present === undefined ? this.query : { ...this.query, match: this.present };
  }

  /** Takes what was kept, without leading anywhere: the page's place is kept too. */
  restore({ match, ...query }: Kept): void {
    this.query = query;
    if (match !== undefined) this.aim = { kind: "ordinal", ordinal: match };
    this.place.hidden = false;
  }

  /** Other rows are shown; `more` where they only came after those that were shown before. */
  show(words: ToolWords["find"] | undefined, shown: ShownRows, more: boolean): void {
    const row = this.row;
    this.words = words;
    this.shown = shown;
    if (!this.isOpen) return;
    if (words === undefined) this.close();
    else if (more) this.search.extend(shown);
    else this.start(this.aim ?? { kind: "from", position: positionOf(shown, row), leads: false });
  }

  open(): void {
    if (this.words === undefined || this.shown.at.length === 0) return;
    if (!this.place.contains(document.activeElement)) this.opener = document.activeElement;
    const seed = seedOf(window.getSelection());
    const wasOpen = this.isOpen;
    this.place.hidden = false;
    if (seed !== undefined) this.look({ ...this.query, text: seed });
    else if (!wasOpen) this.start(undefined);
    const input = this.place.querySelector("input");
    input?.focus();
    input?.select();
    this.changed();
  }

  /** Gives the focus to the match that was reached, or back to where it was. */
  close(): void {
    const hadFocus = this.place.contains(document.activeElement);
    this.search.stop();
    this.place.hidden = true;
    highlight([], undefined, undefined);
    if (hadFocus) this.giveFocusBack();
    this.present = undefined;
    this.changed();
  }

  /** Marks the matches in the rows that are in the document. */
  mark(): void {
    if (!this.isOpen) return;
    const { pattern } = this;
    const match = this.present === undefined ? undefined : this.search.match(this.present);
    const drawn = this.transcript.drawnRows;
    const at = drawn.find(({ position }) => position === match?.position);
    highlight(drawn, pattern, at && match && pattern ? rangeOf(at, pattern, match.nth) : undefined);
  }

  private giveFocusBack(): void {
    if (this.present !== undefined) this.transcript.focus();
    else if (this.opener instanceof HTMLElement) this.opener.focus({ preventScroll: true });
  }

  /** The row that a search goes on from: that of the present match, or the one at the top of the window. */
  private get row(): number {
    const match = this.present === undefined ? undefined : this.search.match(this.present);
    return (match && this.shown.at[match.position]) ?? this.transcript.topRow ?? 0;
  }

  private start(aim: Aim | undefined): void {
    this.aim = aim;
    this.present = undefined;
    this.pattern = patternOf(this.query);
    this.search.start(this.pattern, this.shown);
  }

  private found(): void {
    const ordinal = this.aimed();
    if (ordinal !== undefined) this.reach(ordinal, this.aim?.kind === "from" && this.aim.leads);
    this.draw();
    this.mark();
  }

  private aimed(): number | undefined {
    const { aim, search } = this;
    if (aim === undefined) return undefined;
    if (aim.kind === "ordinal") return aim.ordinal < search.total ? aim.ordinal : undefined;
    const first = search.ordinalFrom({ position: aim.position, nth: 0 });
    return first ?? (search.isDone && search.total > 0 ? 0 : undefined);
  }

  private reach(ordinal: number, leads: boolean): void {
    this.aim = undefined;
    this.present = ordinal;
    const match = this.search.match(ordinal);
    const { pattern } = this;
    if (match === undefined || pattern === undefined || !leads) return;
    this.transcript.bring(match.position, (drawn) => {
      const range = rangeOf(drawn, pattern, match.nth);
      return range === undefined || range.collapsed ? undefined : placeOf(range);
    });
    this.changed();
  }

  private step(by: 1 | -1): void {
    const { total } = this.search;
    if (total === 0) return;
    this.reach((this.numberBefore(by) + by + total) % total, true);
    this.draw();
    this.mark();
  }

  /** The number of the match to step from; without one, as if the reader were just before or after the row at the top. */
  private numberBefore(by: 1 | -1): number {
    if (this.present !== undefined) return this.present;
    const next = this.search.ordinalFrom({ position: positionOf(this.shown, this.row), nth: 0 });
    return (next ?? 0) - (by > 0 ? 1 : 0);
  }

  private look(query: Query): void {
    this.query = query;
    this.start({ kind: "from", position: positionOf(this.shown, this.row), leads: true });
    this.changed();
  }

  private onPageKey(event: KeyboardEvent): void {
    if (isCommandKey(event, "f")) {
      event.preventDefault();
      this.open();
    } else if (event.key === "F3" && this.isOpen) {
      event.preventDefault();
      this.step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && this.isOpen && !event.defaultPrevented) this.close();
  }

  private onKey(event: KeyboardEvent): void {
    const { key, altKey, shiftKey, code, target } = event;
    // Enter and Escape then belong to what a text is being composed with.
    if (event.isComposing) return;
    if (key === "Escape") this.close();
    else if (key === "Enter" && target instanceof HTMLInputElement) this.step(shiftKey ? -1 : 1);
    else if (altKey && code === "KeyC") this.toggleCase();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private toggleCase(): void {
    this.look({ ...this.query, matchCase: !this.query.matchCase });
  }

  private draw(): void {
    render(this.words === undefined ? nothing : this.widget(this.words), this.place);
  }

  private widget(words: ToolWords["find"]) {
    const { text, matchCase } = this.query;
    return html`<div class="findWidget" role="search" aria-label=${words.title}>
      <div class="findBox">
        <input
          type="text"
          .value=${text}
          placeholder=${words.title}
          aria-label=${words.title}
          spellcheck="false"
          dir="auto"
          @input=${(event: InputEvent) => this.onInput(event)}
        />
        <button
          type="button"
          class="tool"
          title="${words.matchCase} (Alt+C)"
          aria-label=${words.matchCase}
          aria-pressed=${String(matchCase)}
          @click=${() => this.toggleCase()}
        >
          ${icon("caseSensitive")}
        </button>
      </div>
      <span class="count" role="status" aria-busy=${String(!this.search.isDone)}
        >${this.countText(words)}</span
      >
      ${iconButton("arrowUp", words.previous, () => this.step(-1))}
      ${iconButton("arrowDown", words.next, () => this.step(1))}
      ${iconButton("close", words.close, () => this.close())}
    </div>`;
  }

  private onInput({ target }: InputEvent): void {
    if (target instanceof HTMLInputElement) this.look({ ...this.query, text: target.value });
  }

  private countText({ count, none }: ToolWords["find"]): string {
    const { total, isDone } = this.search;
    if (this.query.text === "" || this.shown.at.length === 0) return "";
    if (total === 0) return isDone ? none : "";
    return worded(count, this.present === undefined ? "?" : this.present + 1, total);
  }
}

/** What is selected in the page is looked for, as in VS Code's editors. */
function seedOf(selection: Selection | null): string | undefined {
  const text = selection?.toString() ?? "";
  return text === "" || text.length > longestSeed || text.includes("\n") ? undefined : text;
}

/** Where a range is in the window, once what it is in has been scrolled to it. */
function placeOf(range: Range): DOMRect {
  const scroller = range.startContainer.parentElement?.closest("pre");
  if (scroller) {
    const { top, bottom } = scroller.getBoundingClientRect();
    const at = range.getBoundingClientRect();
    if (at.top < top || at.bottom > bottom)
      scroller.scrollTop += at.top - top - scroller.clientHeight / 2;
  }
  return range.getBoundingClientRect();
}
