import type { TemplateResult } from "lit/html.js";
import { html, nothing, render } from "lit/html.js";
import type { IconName } from "./icons";
import { icon } from "./icons";

export interface MenuItem {
  readonly label: string;
  readonly detail: string;
  readonly icon?: IconName;
  /** Ids stand in the editor's font. */
  readonly code?: string;
  /** Present where choosing turns something on or off; the menu then stays open. */
  readonly checked?: boolean;
  /** Where the reader is. */
  readonly current?: boolean;
  readonly choose: () => void;
}

export interface MenuView {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** A menu that opens below the bar, with the keys of every menu: arrows, Home, End, first letters, Escape. */
export class Menu {
  private opener: HTMLElement | undefined;
  private view: (() => MenuView) | undefined;

  constructor(private readonly place: HTMLElement) {
    place.addEventListener("keydown", (event) => this.onKey(event));
    place.addEventListener("focusout", ({ relatedTarget }) => this.onFocusOut(relatedTarget));
  }

  /** Opens the menu that this button stands for, or closes it where it is open. */
  toggle(opener: HTMLElement, view: () => MenuView): void {
    const wasOpen = this.opener === opener;
    this.close();
    if (wasOpen) return;
    this.opener = opener;
    this.view = view;
    opener.setAttribute("aria-expanded", "true");
    this.place.hidden = false;
    this.draw();
    (this.place.querySelector<HTMLElement>("[aria-current]") ?? this.items[0])?.focus();
  }

  /** Draws what is open once more, after something that it shows has changed. */
  draw(): void {
    render(this.view === undefined ? nothing : this.menu(this.view()), this.place);
  }

  private get items(): readonly HTMLElement[] {
    return [...this.place.querySelectorAll<HTMLElement>(".menuItem")];
  }

  private close(): void {
    this.opener?.setAttribute("aria-expanded", "false");
    this.opener = undefined;
    this.view = undefined;
    this.place.hidden = true;
    this.draw();
  }

  private menu({ label, items }: MenuView): TemplateResult {
    return html`<div class="menu" role="menu" aria-label=${label}>
      ${items.map((item) => this.item(item))}
    </div>`;
  }

  private item(item: MenuItem): TemplateResult {
    const { checked, current, code } = item;
    const isMarked = checked ?? current ?? false;
    return html`<button
      type="button"
      class="menuItem"
      role=${checked === undefined ? "menuitem" : "menuitemcheckbox"}
      aria-checked=${checked === undefined ? nothing : String(checked)}
      aria-current=${current === true ? "true" : nothing}
      tabindex="-1"
      @click=${() => this.choose(item)}
    >
      <span class="mark">${isMarked ? icon("check") : nothing}</span>
      ${item.icon === undefined ? nothing : icon(item.icon)}
      ${code === undefined ? nothing : html`<span class="code">${code}</span>`}
      <span>${item.label}</span>
      <span class="menuDetail">${item.detail}</span>
    </button>`;
  }

  private choose(item: MenuItem): void {
    if (item.checked === undefined) this.close();
    item.choose();
    this.draw();
  }

  private onFocusOut(next: EventTarget | null): void {
    // What is taken out of the page while it closes loses the focus too.
    if (this.opener === undefined) return;
    if (next instanceof Node && (this.place.contains(next) || this.opener.contains(next))) return;
    this.close();
  }

  private onKey(event: KeyboardEvent): void {
    const { key, target } = event;
    const goal = this.goalOf(
      event,
      this.items.findIndex((item) => item === target),
    );
    if (key === "Escape") {
      this.opener?.focus();
      this.close();
    } else if (goal !== undefined) goal.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private goalOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, at: number) {
    if (ctrlKey || metaKey || altKey) return undefined;
    const { items } = this;
    const goals: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const goal = goals[key];
    if (goal !== undefined) return items[goal];
    if (key.length !== 1 || key === " ") return undefined;
    const rest = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    return rest.find(({ textContent }) => startsWith(textContent, key));
  }
}

const startsWith = (text: string, letter: string): boolean =>
  text.trim().toLowerCase().startsWith(letter.toLowerCase());
