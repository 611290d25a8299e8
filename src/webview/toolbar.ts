import type { TemplateResult } from "lit/html.js";
import { html, nothing, render } from "lit/html.js";
import type { Row, ToolWords, TranscriptView } from "../panel/protocol";
import { iconButton } from "./controls";
import type { Group, Hidden } from "./filter";
import { countsOf, nothingHidden, toggled } from "./filter";
import type { IconName } from "./icons";
import { icon } from "./icons";
import type { MenuItem } from "./menu";
import { Menu } from "./menu";
import { roleIcons } from "./rows";
import { worded } from "./worded";

/** What the bar shows, and what it may cause. */
export interface ToolbarView {
  readonly words: ToolWords;
  readonly privacy: TranscriptView["privacy"];
  readonly rows: readonly Row[];
  readonly hidden: Hidden;
  /** The row at the top of the window. */
  readonly topRow: number | undefined;
}

export interface ToolbarIntents {
  readonly filter: (hidden: Hidden) => void;
  readonly goTo: (row: number) => void;
  readonly find: () => void;
  readonly hidePersonal: (hides: boolean) => void;
}

/** The bar above the transcript: its contacts, what is shown of it and how, and the way to Find. */
export class Toolbar {
  private readonly menu: Menu;

  constructor(
    private readonly place: HTMLElement,
    menuPlace: HTMLElement,
    private readonly now: () => ToolbarView | undefined,
    private readonly intents: ToolbarIntents,
  ) {
    this.menu = new Menu(menuPlace);
  }

  draw(): void {
    const view = this.now();
    render(view === undefined ? nothing : this.bar(view), this.place);
  }

  private bar({ words, privacy, rows, hidden }: ToolbarView): TemplateResult {
    const isFiltered = hidden.size > 0;
    return html`<span class="shownOf" role="status"
        >${isFiltered ? shownOf(words, rows, hidden) : ""}</span
      >
      ${isFiltered ? iconButton("close", words.filter.clear, () => this.clear()) : nothing}
      ${this.menuButton("list", words.contacts.title, contactItems)}
      ${this.menuButton(isFiltered ? "filterFilled" : "filter", words.filter.title, groupItems)}
      ${this.privacySwitch(privacy)}
      ${iconButton("search", words.find.title, () => this.intents.find())}`;
  }

  private menuButton(name: IconName, label: string, items: ItemsOf): TemplateResult {
    const open = ({ currentTarget }: Event): void => {
      if (currentTarget instanceof HTMLElement)
        this.menu.toggle(currentTarget, () => ({ label, items: this.itemsNow(items) }));
    };
    return html`<button
      type="button"
      class="tool"
      title=${label}
      aria-label=${label}
      aria-haspopup="menu"
      aria-expanded="false"
      @click=${open}
    >
      ${icon(name)}
    </button>`;
  }

  private privacySwitch({ title, hides }: ToolbarView["privacy"]): TemplateResult {
    return html`<button
      type="button"
      class="tool"
      title=${title}
      aria-label=${title}
      aria-pressed=${String(hides)}
      @click=${() => this.intents.hidePersonal(!hides)}
    >
      ${icon(hides ? "eyeClosed" : "eye")}
    </button>`;
  }

  private itemsNow(items: ItemsOf): readonly MenuItem[] {
    const view = this.now();
    return view === undefined ? [] : items(view, this.intents);
  }

  /** The button that was pressed goes away, so the focus goes on to the next. */
  private clear(): void {
    this.intents.filter(nothingHidden);
    this.place.querySelector("button")?.focus();
  }
}

type ItemsOf = (view: ToolbarView, intents: ToolbarIntents) => readonly MenuItem[];

function shownOf({ filter }: ToolWords, rows: readonly Row[], hidden: Hidden): string {
  let shown = 0;
  let all = 0;
  for (const [group, count] of countsOf(rows)) {
    all += count;
    if (!hidden.has(group)) shown += count;
  }
  return worded(filter.status, shown, all);
}

const groupIcon = (group: Group): IconName => (group === "event" ? "info" : roleIcons[group]);

const groupItems: ItemsOf = ({ words, rows, hidden }, { filter }) =>
  [...countsOf(rows)].map(([group, count]) => ({
    label: words.filter.groups[group],
    detail: String(count),
    icon: groupIcon(group),
    checked: !hidden.has(group),
    choose: () => filter(toggled(hidden, group)),
  }));

const contactItems: ItemsOf = ({ rows, topRow }, { goTo }) => {
  const headings = rows.flatMap((row, index) =>
    row.kind === "heading" ? [{ ...row, index }] : [],
  );
  const current = headings.findLast(({ index }) => index <= (topRow ?? -1));
  return headings.map((heading) => ({
    code: heading.shortId,
    label: heading.title,
    detail: heading.detail,
    current: heading === current,
    choose: () => goTo(heading.index),
  }));
};
