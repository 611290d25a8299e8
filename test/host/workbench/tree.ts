import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually.js";
import { chooseFromMenu, closeMenu, menuItems } from "./menu.js";
import {
  descendants,
  listed,
  meant,
  readRows,
  shown,
  type PlacedRow,
  type Row,
  type Target,
} from "./rows.js";

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
    return (await readRows(this.#list)).filter(({ pinned }) => !pinned);
  }

  /** Waits until the row is on screen. */
  async row(target: Target): Promise<Row> {
    return this.#find(target);
  }

  /** The rows on screen directly below one that is expanded. */
  async children(target: Target): Promise<readonly Row[]> {
    const parent = await this.#find(target);
    const rows = await readRows(this.#list);
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
      const { id, level, last } = await this.#find(target);
      const rows = await readRows(this.#list);
      const next = rows[rows.findIndex((row) => row.id === id) + 1];
      if (next !== undefined) return next.level > level;
      // At the lower edge of the list, its children are below.
      return !last;
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
    await closeMenu(this.#page);
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
      await closeMenu(this.#page);
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

  /** Looks at the rows on screen, and with every look that finds nothing scrolls on, from one end to the other. */
  async #find(target: Target): Promise<PlacedRow> {
    const ends = { first: false, last: false };
    let rows: readonly PlacedRow[] = [];
    return eventually(`the row ${shown(target)}`, async () => {
      rows = await readRows(this.#list);
      ends.first ||= rows.some(({ first }) => first);
      ends.last ||= rows.some(({ last }) => last);
      const found = meant(rows, target, ends.first && ends.last);
      if (found?.row.pinned === false && found.certain) return found.row;
      await this.#scrollOn(found?.row, rows);
      return undefined;
    }).catch((error: unknown) => {
      throw new Error(`No row ${shown(target)}; the rows are:\n${listed(rows)}`, { cause: error });
    });
  }

  async #scrollOn(found: PlacedRow | undefined, rows: readonly PlacedRow[]): Promise<void> {
    if (found?.pinned === true || rows.some(({ last }) => last)) this.#direction = -1;
    else if (rows.some(({ first }) => first)) this.#direction = 1;
    const box = await this.#list.boundingBox({ timeout: 1_000 });
    if (box !== null) await this.#wheel(this.#direction * box.height * 0.7);
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
}

const label = (row: Locator): Locator => row.locator(".label-name").first();
