import { html, nothing, render } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import type { VirtualItem } from "@tanstack/virtual-core";
import type { HeadingRow, PanelView, Row } from "../panel/protocol";
import type { Intents } from "./controls";
import { placed } from "./placed";
import { rowOf } from "./rows";
import type { RowVirtualizer } from "./windowedRows";
import { createVirtualizer, stickyHeight, updateVirtualizer } from "./windowedRows";

/** How far Page Up and Page Down go, in rows. */
const pageOfRows = 10;

/**
 * The conversation as a list of rows of which only those near the window are in the document. One row is a tab stop; the
 * arrow keys go on from there, with Ctrl from contact to contact.
 */
export class Transcript {
  private rows: readonly Row[] = [];
  private headings: readonly number[] = [];
  private view: PanelView | undefined;
  private active = 0;
  private margin = 0;
  private rendering = false;
  private readonly measured = new WeakSet<Element>();
  private readonly virtualizer: RowVirtualizer;

  constructor(
    private readonly list: HTMLElement,
    private readonly sticky: HTMLElement,
    private readonly intents: Intents,
  ) {
    this.virtualizer = createVirtualizer(this.windowed());
    this.virtualizer._didMount();
    list.addEventListener("keydown", (event) => this.onKey(event));
    list.addEventListener("focusin", (event) => this.onFocus(event));
  }

  /** Shows these rows; `fresh` where they have nothing to do with those before. */
  show(view: PanelView, rows: readonly Row[], fresh: boolean): void {
    this.view = view;
    this.rows = rows;
    this.headings = rows.flatMap((row, index) => (row.kind === "heading" ? [index] : []));
    this.active = fresh ? 0 : Math.min(this.active, Math.max(0, rows.length - 1));
    this.update();
    if (fresh) this.virtualizer.measure();
  }

  /** To be called when something above the list has changed its height. */
  moved(): void {
    const margin = Math.round(this.list.getBoundingClientRect().top + window.scrollY);
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
    if (this.rows.length === 0 || top <= this.margin) return undefined;
    return this.virtualizer.getVirtualItemForOffset(top)?.index;
  }

  /** Brings a row to the top of the window without taking the focus. */
  reveal(index: number): void {
    this.virtualizer.scrollToIndex(index, { align: "start" });
  }

  /** Brings a row to the top of the window and puts the focus on it. */
  goTo(index: number): void {
    this.activate(index);
    this.reveal(index);
  }

  private windowed() {
    return {
      rows: this.rows,
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
  }

  private drawOnce(view: PanelView): void {
    this.list.style.height = `${this.virtualizer.getTotalSize()}px`;
    render(
      repeat(
        this.virtualizer.getVirtualItems(),
        (item) => item.index,
        (item) => this.drawRow(item, view),
      ),
      this.list,
    );
  }

  private drawRow({ index, start }: VirtualItem, view: PanelView) {
    const row = this.rows[index];
    if (row === undefined) return nothing;
    return html`<div
      class="row"
      role="listitem"
      data-index=${index}
      data-kind=${row.kind}
      aria-setsize=${this.rows.length}
      aria-posinset=${index + 1}
      tabindex=${index === this.active ? 0 : -1}
      ${placed({ transform: `translateY(${start - this.margin}px)` })}
    >
      ${rowOf(row, index, view, this.intents)}
    </div>`;
  }

  private measureNew(): boolean {
    const fresh = [...this.list.children].filter(
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
    const row = passed === undefined || this.isPushed(top) ? undefined : this.rows[passed];
    this.sticky.hidden = row?.kind !== "heading";
    render(row?.kind === "heading" ? stickyHeading(row) : nothing, this.sticky);
  }

  /** Whether the next heading has come up to where the sticky one would be. */
  private isPushed(top: number): boolean {
    const end = this.scrolled + stickyHeight;
    return this.virtualizer
      .getVirtualItems()
      .some(
        ({ index, start }) => index >= top && start < end && this.rows[index]?.kind === "heading",
      );
  }

  private activate(index: number): void {
    this.active = index;
    this.update();
    this.elementOf(index)?.focus({ preventScroll: true });
  }

  private elementOf(index: number): HTMLElement | null {
    return this.list.querySelector<HTMLElement>(`:scope > [data-index="${index}"]`);
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
    const index = Math.max(0, Math.min(goal, this.rows.length - 1));
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
      End: this.rows.length - 1,
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
