import { html, nothing, render } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import type { VirtualItem } from "@tanstack/virtual-core";
import type { HeadingRow, PanelView } from "../panel/protocol";
import type { Intents } from "./controls";
import type { DrawnRow } from "./highlights";
import { placed } from "./placed";
import { rowOf } from "./rows";
import type { ShownRows } from "./shownRows";
import { positionOf, rowAt, shownRows } from "./shownRows";
import type { RowVirtualizer } from "./windowedRows";
import { createVirtualizer, stickyHeight, updateVirtualizer } from "./windowedRows";

/** How far Page Up and Page Down go, in rows. */
const pageOfRows = 10;

/** Room at the window's top that a place in sight stays clear of: the bar, and what floats over it. */
const coveredAtTop = 76;

/** How often a place is brought back into sight while the rows around it are drawn and measured for the first time. */
const bringRounds = 4;

/** What a transcript is drawn with. */
export interface Surroundings {
  readonly list: HTMLElement;
  /** Stays at the window's top while the transcript is read. */
  readonly bar: HTMLElement;
  /** The part of it for the heading of the contact that is being read. */
  readonly sticky: HTMLElement;
  readonly intents: Intents;
  /** Called when other rows are in the document than before. */
  readonly drawn: () => void;
}

/**
 * The conversation as a list of rows of which only those near the window are in the document. One row is a tab stop; the
 * arrow keys go on from there, with Ctrl from contact to contact.
 */
export class Transcript {
  private shown: ShownRows = shownRows([]);
  private headings: readonly number[] = [];
  private view: PanelView | undefined;
  private active = 0;
  private margin = 0;
  private rendering = false;
  private readonly measured = new WeakSet<Element>();
  private readonly virtualizer: RowVirtualizer;

  constructor(private readonly surroundings: Surroundings) {
    const { list } = surroundings;
    this.virtualizer = createVirtualizer(this.windowed());
    this.virtualizer._didMount();
    list.addEventListener("keydown", (event) => this.onKey(event));
    list.addEventListener("focusin", (event) => this.onFocus(event));
  }

  /** Shows these rows; `fresh` where they have nothing to do with those before. */
  show(view: PanelView, shown: ShownRows, fresh: boolean): void {
    const active = this.shown.at[this.active] ?? 0;
    this.view = view;
    this.shown = shown;
    this.headings = shown.at.flatMap((index, position) =>
      shown.rows[index]?.kind === "heading" ? [position] : [],
    );
    this.active = fresh ? 0 : positionOf(shown, active);
    this.update();
    if (fresh) this.virtualizer.measure();
  }

  /** To be called when something above the list has changed its height. */
  moved(): void {
    const margin = Math.round(this.surroundings.list.getBoundingClientRect().top + window.scrollY);
    if (margin === this.margin) return;
    this.margin = margin;
    this.update();
  }

  /** How far the page is scrolled, in px. Asking the window would make the browser lay the page out once more. */
  get scrolled(): number {
    return this.virtualizer.scrollOffset ?? 0;
  }

  /** Row at the top of the window; undefined while the window is above the transcript. */
  get topRow(): number | undefined {
    const top = this.scrolled + stickyHeight;
    if (this.shown.at.length === 0 || top <= this.margin) return undefined;
    return this.shown.at[this.virtualizer.getVirtualItemForOffset(top)?.index ?? -1];
  }

  /** The rows that are in the document. */
  get drawnRows(): readonly (DrawnRow & { readonly position: number })[] {
    return [...this.surroundings.list.children].flatMap((element) => {
      const position = Number(element.getAttribute("data-index"));
      const row = rowAt(this.shown, position);
      return row && element instanceof HTMLElement ? [{ element, row, position }] : [];
    });
  }

  /** Brings a row to the top of the window without taking the focus. */
  reveal(index: number): void {
    this.virtualizer.scrollToIndex(positionOf(this.shown, index), { align: "start" });
  }

  /** Brings a row to the top of the window and puts the focus on it. */
  goTo(index: number): void {
    const position = positionOf(this.shown, index);
    this.activate(position);
    this.virtualizer.scrollToIndex(position, { align: "start" });
  }

  /** Brings a place in a row into sight, wherever the row is; from now on the arrow keys go on from that row. */
  bring(position: number, placeIn: (drawn: DrawnRow) => DOMRect | undefined): void {
    this.active = position;
    this.update();
    this.bringOnce(position, placeIn, bringRounds);
  }

  /** Puts the focus on the row that the arrow keys go on from. */
  focus(): void {
    this.elementOf(this.active)?.focus({ preventScroll: true });
  }

  private bringOnce(
    position: number,
    placeIn: (drawn: DrawnRow) => DOMRect | undefined,
    rounds: number,
  ): void {
    const element = this.elementOf(position);
    const row = rowAt(this.shown, position);
    if (element === null || row === undefined) return;
    const { top, bottom } = placeIn({ element, row }) ?? element.getBoundingClientRect();
    if (top < coveredAtTop || bottom > window.innerHeight)
      this.virtualizer.scrollToOffset(window.scrollY + top - window.innerHeight / 2);
    if (rounds > 0)
      window.requestAnimationFrame(() => {
        if (this.active === position) this.bringOnce(position, placeIn, rounds - 1);
      });
  }

  private windowed() {
    return {
      shown: this.shown,
      margin: this.margin,
      kept: this.active,
      changed: () => this.draw(),
    };
  }

  private update(): void {
    updateVirtualizer(this.virtualizer, this.windowed());
    this.draw();
  }

  // Measuring a new row can move the others and call for another round; it is over when nothing new was measured.
  private draw(): void {
    if (this.rendering || this.view === undefined) return;
    this.rendering = true;
    try {
      do this.drawOnce(this.view);
      while (this.measureNew());
    } finally {
      this.rendering = false;
    }
    this.drawSticky();
    this.surroundings.drawn();
  }

  private drawOnce(view: PanelView): void {
    this.surroundings.list.style.height = `${this.virtualizer.getTotalSize()}px`;
    render(
      repeat(
        this.virtualizer.getVirtualItems(),
        (item) => item.key,
        (item) => this.drawRow(item, view),
      ),
      this.surroundings.list,
    );
  }

  private drawRow({ index, start }: VirtualItem, view: PanelView) {
    const row = rowAt(this.shown, index);
    if (row === undefined) return nothing;
    return html`<div
      class="row"
      role="listitem"
      data-index=${index}
      data-kind=${row.kind}
      aria-setsize=${this.shown.at.length}
      aria-posinset=${index + 1}
      tabindex=${index === this.active ? 0 : -1}
      ${placed({ transform: `translateY(${start - this.margin}px)` })}
    >
      ${rowOf(row, this.shown.at[index] ?? index, view, this.surroundings.intents)}
    </div>`;
  }

  private measureNew(): boolean {
    const fresh = [...this.surroundings.list.children].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && !this.measured.has(element),
    );
    for (const element of fresh) {
      this.measured.add(element);
      this.virtualizer.measureElement(element);
    }
    this.virtualizer.measureElement(null);
    return fresh.length > 0;
  }

  /** The heading of the contact that is being read, once its own place has been scrolled away. */
  private drawSticky(): void {
    const top = this.virtualizer.range?.startIndex ?? 0;
    const isBelowTop = this.scrolled > this.margin;
    const passed = isBelowTop ? this.headings.findLast((index) => index < top) : undefined;
    const row = passed === undefined || this.isPushed(top) ? undefined : rowAt(this.shown, passed);
    const { bar, sticky } = this.surroundings;
    bar.toggleAttribute("data-stuck", this.scrolled > this.margin - stickyHeight);
    sticky.hidden = row?.kind !== "heading";
    render(row?.kind === "heading" ? stickyHeading(row) : nothing, sticky);
  }

  /** Whether the next heading has come up to where the sticky one would be. */
  private isPushed(top: number): boolean {
    const end = this.scrolled + stickyHeight;
    return this.virtualizer
      .getVirtualItems()
      .some(
        ({ index, start }) =>
          index >= top && start < end && rowAt(this.shown, index)?.kind === "heading",
      );
  }

  private activate(index: number): void {
    this.active = index;
    this.update();
    this.focus();
  }

  private elementOf(index: number): HTMLElement | null {
    return this.surroundings.list.querySelector<HTMLElement>(`:scope > [data-index="${index}"]`);
  }

  private onFocus(event: FocusEvent): void {
    const row = event.target instanceof Element ? event.target.closest("[data-index]") : null;
    const index = Number(row?.getAttribute("data-index") ?? this.active);
    if (index === this.active) return;
    this.active = index;
    this.update();
  }

  private onKey(event: KeyboardEvent): void {
    if (!(event.target instanceof Element) || !event.target.matches("[data-index]")) return;
    const goal = this.goalOf(event);
    if (goal === undefined) return;
    event.preventDefault();
    const index = Math.max(0, Math.min(goal, this.shown.at.length - 1));
    this.activate(index);
    this.virtualizer.scrollToIndex(index, { align: "auto" });
  }

  private goalOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): number | undefined {
    if (altKey) return undefined;
    if (ctrlKey || metaKey) return this.contactGoal(key);
    const goals: Readonly<Record<string, number>> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + pageOfRows,
      PageUp: this.active - pageOfRows,
      Home: 0,
      End: this.shown.at.length - 1,
    };
    return goals[key];
  }

  private contactGoal(key: string): number | undefined {
    if (key === "ArrowDown") return this.headings.find((index) => index > this.active);
    if (key === "ArrowUp") return this.headings.findLast((index) => index < this.active);
    return undefined;
  }
}

const stickyHeading = (row: HeadingRow) =>
  html`<span class="code">${row.shortId}</span><span class="strong">${row.title}</span>
    <span class="quiet">${row.detail}</span>`;
