import type { Locator, Page } from "playwright-core";
import { eventually, matches } from "./eventually.js";
import { chooseFromMenu, menuItems } from "./menu.js";

export interface Row {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says; the tooltip when that is plain text. */
  readonly ariaLabel: string;
  /** 1 for a root. */
  readonly level: number;
  /** `undefined` for a row without children. */
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  /** Children are being fetched. */
  readonly loading: boolean;
}

/**
 * A row by what is seen of it: a string is contained in "label description", and a row whose label it is exactly comes
 * first; an expression is tested against "label description". A path leads through the ancestors: each part is
 * somewhere below the one before.
 */
export type Target = string | RegExp | readonly (string | RegExp)[];

interface PlacedRow extends Row {
  readonly id: string;
  /** In the window, in pixels. */
  readonly top: number;
  /** Only seen pinned at the top, because the list is scrolled below it. */
  readonly pinned: boolean;
}

/** VS Code scrolls so far at each event of the wheel, whatever its delta. */
const pixelsANotch = 50;

/** The tree in the sidebar, as a person uses it. Every action waits for its row, and scrolls to it. */
export class Tree {
  readonly #page: Page;
  readonly #list: Locator;
  /** In which way the search for a row scrolls; kept from look to look. */
  #direction: 1 | -1 = 1;

  constructor(page: Page) {
    this.#page = page;
    this.#list = page.locator(".part.sidebar .pane-body .monaco-list").first();
  }

  /** The rows on screen now, from top to bottom. */
  async rows(): Promise<readonly Row[]> {
    return (await this.#placed()).filter(({ pinned }) => !pinned);
  }

  /** Waits until the row is on screen. */
  async row(target: Target): Promise<Row> {
    return this.#find(target);
  }

  /** The rows on screen directly below one that is expanded. */
  async children(target: Target): Promise<readonly Row[]> {
    const parent = await this.#find(target);
    const rows = await this.#placed();
    const below = descendants(
      rows,
      rows.findIndex(({ id }) => id === parent.id),
    );
    return below.filter(({ level }) => level === parent.level + 1);
  }

  /**
   * Waits until the rows on screen are as wanted.
   * @param what completes "Waited in vain for …"
   */
  async waitFor(
    what: string,
    condition: (rows: readonly Row[]) => boolean,
  ): Promise<readonly Row[]> {
    let rows: readonly Row[] = [];
    return eventually(what, async () => {
      rows = await this.rows();
      return condition(rows) ? rows : undefined;
    }).catch((error: unknown) => {
      throw new Error(`Waited in vain for ${what}; the rows are:\n${listed(rows)}`, {
        cause: error,
      });
    });
  }

  /** Expands the row unless it is expanded, and waits until its first child is there. */
  async expand(target: Target): Promise<void> {
    await this.#turn(target, true);
    await eventually(`the first child of ${shown(target)}`, async () => {
      const { id, level } = await this.#find(target);
      const rows = await this.#placed();
      const next = rows[rows.findIndex((row) => row.id === id) + 1];
      if (next !== undefined) return next.level > level;
      // At the lower edge of the list, its children may be below.
      return !(await this.#list.locator(`[id="${id}"][data-last-element="true"]`).isVisible());
    });
  }

  /** Collapses the row unless it is collapsed. */
  async collapse(target: Target): Promise<void> {
    await this.#turn(target, false);
  }

  /** Selects the row; its command runs, if it has one. */
  async click(target: Target): Promise<void> {
    await this.#onRow(target, (row) => label(row).click({ timeout: 2_000 }));
  }

  /** Goes to the row with the arrow keys, which runs nothing, and presses a key there. */
  async press(target: Target, key: string): Promise<void> {
    await this.row(target);
    await this.#list.focus();
    await this.#page.keyboard.press("Home");
    await eventually(`the focus on ${shown(target)}`, async () => {
      const { id } = await this.#find(target);
      if (await this.#list.locator(`[id="${id}"].focused`).isVisible()) return true;
      await this.#page.keyboard.press("ArrowDown");
      return false;
    });
    await this.#page.keyboard.press(key);
  }

  /** Chooses from the row's context menu. */
  async contextMenu(target: Target, item: string): Promise<void> {
    await this.#openMenu(target);
    await chooseFromMenu(this.#page, item);
  }

  /** What the row's context menu offers. */
  async contextMenuItems(target: Target): Promise<readonly string[]> {
    await this.#openMenu(target);
    const items = await menuItems(this.#page);
    await this.#page.keyboard.press("Escape");
    return items;
  }

  /** Clicks one of the icons that a row shows while the mouse is over it. */
  async inlineAction(target: Target, action: string): Promise<void> {
    await this.#onRow(target, async (row) => {
      await label(row).hover({ timeout: 2_000 });
      await row.getByRole("button", { name: action, exact: true }).click({ timeout: 2_000 });
    });
  }

  /** The text of the row's tooltip. */
  async tooltip(target: Target): Promise<string> {
    const hover = this.#page.locator(".workbench-hover-container .monaco-hover:visible");
    return eventually("a tooltip", async () => {
      await this.#onRow(target, (row) => label(row).hover({ timeout: 2_000 }));
      await hover.first().waitFor({ timeout: 3_000 });
      const text = await hover.first().innerText();
      await this.#page.mouse.move(0, 0);
      return text;
    });
  }

  async #turn(target: Target, open: boolean): Promise<void> {
    await eventually(`${shown(target)} to ${open ? "expand" : "collapse"}`, async () => {
      const row = await this.#find(target);
      if (row.expanded === open) return true;
      await this.#reach(row);
      await this.#locate(row).locator(".monaco-tl-twistie").click({ timeout: 2_000 });
      // The twistie turns at once, before the children are fetched; only if it did not, click again.
      const turned = async () => (await this.#find(target)).expanded === open;
      return eventually("the twistie to turn", turned, 5_000);
    });
  }

  async #openMenu(target: Target): Promise<void> {
    await this.#onRow(target, async (row) => {
      await label(row).click({ timeout: 2_000, button: "right" });
      await this.#page.locator(".monaco-menu").waitFor({ timeout: 3_000 });
    });
  }

  /** Rows are redrawn while data arrives, so what fails on a row that is gone is tried on the new one. */
  async #onRow(target: Target, act: (row: Locator) => Promise<void>): Promise<void> {
    await eventually(`the row ${shown(target)}`, async () => {
      const row = await this.#find(target);
      await this.#reach(row);
      await act(this.#locate(row));
      return true;
    });
  }

  /** The text as well as the place, lest another row has moved there. */
  #locate({ id, label: text }: PlacedRow): Locator {
    return this.#list.locator(`.monaco-list-rows > [id="${id}"]`).filter({ hasText: text });
  }

  /** Looks at the rows on screen, and with every look that finds nothing scrolls on, from the end to the top again. */
  async #find(target: Target): Promise<PlacedRow> {
    const path = typeof target === "string" || target instanceof RegExp ? [target] : target;
    let rows: readonly PlacedRow[] = [];
    return eventually(`the row ${shown(target)}`, async () => {
      rows = await this.#placed();
      const found = follow(rows, path);
      if (found === undefined) await this.#scrollOn();
      return found;
    }).catch((error: unknown) => {
      throw new Error(`No row ${shown(target)}; the rows are:\n${listed(rows)}`, { cause: error });
    });
  }

  async #scrollOn(): Promise<void> {
    const box = await this.#list.boundingBox({ timeout: 1_000 });
    if (box === null) return;
    const rows = this.#list.locator(".monaco-list-rows > .monaco-list-row");
    if ((await rows.and(this.#page.locator('[data-last-element="true"]')).count()) > 0) {
      this.#direction = -1;
    } else if ((await rows.and(this.#page.locator('[data-index="0"]')).count()) > 0) {
      this.#direction = 1;
    }
    await this.#wheel(this.#direction * box.height * 0.7);
  }

  /** Turns the mouse wheel over the list by about so many pixels. */
  async #wheel(pixels: number): Promise<void> {
    const box = await this.#list.boundingBox({ timeout: 1_000 });
    if (box === null) throw new Error("There is no list.");
    await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const notches = Math.ceil(Math.abs(pixels) / pixelsANotch);
    for (let notch = 0; notch < notches; notch++) {
      await this.#page.mouse.wheel(0, Math.sign(pixels) * 100);
    }
  }

  /** Brings a row into the open: not cut off at an edge, not below a pinned heading. */
  async #reach(row: PlacedRow): Promise<void> {
    const list = await this.#list.boundingBox({ timeout: 1_000 });
    const box = await this.#locate(row).boundingBox({ timeout: 1_000 });
    const pinned = await this.#list
      .locator(".monaco-tree-sticky-container:not(.empty)")
      .evaluateAll((all) => Math.max(0, ...all.map((one) => one.getBoundingClientRect().bottom)));
    if (list === null || box === null) throw new Error("The row is gone.");
    const above = Math.max(list.y, pinned) - box.y;
    const below = box.y + box.height - (list.y + list.height);
    const by = above > 0 ? -above : Math.max(0, below);
    if (Math.abs(by) < 1) return;
    await this.#wheel(by);
    throw new Error("The row was not in the open.");
  }

  #placed(): Promise<readonly PlacedRow[]> {
    return this.#list.locator(".monaco-list-row").evaluateAll((elements) => {
      const text = (element: Element, selector: string) =>
        element.querySelector(selector)?.textContent.trim() ?? "";
      const rows = elements.map((element) => ({
        // A pinned row has the same id as the row that it stands for.
        id: element.closest(".monaco-tree-sticky-container") === null ? element.id : "",
        label: text(element, ".label-name"),
        description: text(element, ".label-description"),
        ariaLabel: element.getAttribute("aria-label") ?? "",
        level: Number(element.getAttribute("aria-level")),
        expanded: element.hasAttribute("aria-expanded")
          ? element.getAttribute("aria-expanded") === "true"
          : undefined,
        selected: element.getAttribute("aria-selected") === "true",
        loading: element.querySelector(".codicon-tree-item-loading") !== null,
        pinned: element.closest(".monaco-tree-sticky-container") !== null,
        top: element.getBoundingClientRect().top,
      }));
      // Pinned rows cover others, but are the ancestors of what is below.
      return rows.sort((a, b) => Number(b.pinned) - Number(a.pinned) || a.top - b.top);
    });
  }
}

const label = (row: Locator): Locator => row.locator(".label-name").first();

/** The row at the end of a path of ancestors, among rows in their order. */
function follow(
  rows: readonly PlacedRow[],
  [first, ...rest]: readonly (string | RegExp)[],
): PlacedRow | undefined {
  if (first === undefined) return undefined;
  const candidates = rows.filter((row) => seen(row, first));
  if (rest.length > 0) {
    const ends = candidates.map((row) => follow(descendants(rows, rows.indexOf(row)), rest));
    return ends.find((end) => end !== undefined);
  }
  const open = candidates.filter(({ pinned }) => !pinned);
  return open.find((row) => row.label === first) ?? open[0];
}

const seen = (row: Row, wanted: string | RegExp): boolean =>
  matches(`${row.label} ${row.description}`, wanted);

function descendants(rows: readonly PlacedRow[], index: number): readonly PlacedRow[] {
  const level = rows[index]?.level ?? Infinity;
  const after = rows.slice(index + 1);
  const end = after.findIndex((row) => row.level <= level);
  return end === -1 ? after : after.slice(0, end);
}

const shown = (target: Target): string =>
  Array.isArray(target) ? target.map(String).join(" › ") : String(target);

const listed = (rows: readonly Row[]): string =>
  rows
    .map(({ level, label: name, description }) => `${"  ".repeat(level)}${name} ${description}`)
    .join("\n") || "  (none)";
