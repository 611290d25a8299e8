import type { Locator, Page } from "playwright-core";
import { eventually, matches } from "./eventually.js";

export interface QuickItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly focused: boolean;
  /** `undefined` unless several can be picked. */
  readonly checked: boolean | undefined;
}

interface PlacedItem extends QuickItem {
  readonly id: string;
  readonly index: number;
}

/** The input at the top: quick picks, input boxes, the command palette. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator(".quick-input-widget");
    this.#input = this.#widget.locator(".quick-input-box input");
  }

  isOpen(): Promise<boolean> {
    return this.#widget.isVisible();
  }

  /** Waits until the input is open, under this title if one is given; VS Code adds a step as "Title (1/3)". */
  async waitFor(title: string | RegExp = ""): Promise<void> {
    let now = "";
    await eventually(`the input ${String(title)}`, async () => {
      now = (await this.isOpen()) ? await this.title() : "(closed)";
      return now !== "(closed)" && matches(now, title);
    }).catch((error: unknown) => {
      throw new Error(`The input is not "${String(title)}" but "${now}".`, { cause: error });
    });
  }

  /** "" when it has none. */
  async title(): Promise<string> {
    const title = this.#widget.locator(".quick-input-title");
    return (await title.isVisible()) ? (await title.innerText()).trim() : "";
  }

  placeholder(): Promise<string> {
    return this.#input.getAttribute("placeholder").then((text) => text ?? "");
  }

  value(): Promise<string> {
    return this.#input.inputValue();
  }

  /** The prompt, or why the value is refused. */
  async message(): Promise<string> {
    const message = this.#widget.locator(".quick-input-message");
    return (await message.isVisible()) ? (await message.innerText()).trim() : "";
  }

  /** The items on screen, once they have come to rest. */
  async items(): Promise<readonly QuickItem[]> {
    return this.#settled();
  }

  /** Replaces what is typed, and waits until the list has followed. */
  async type(text: string): Promise<void> {
    await eventually(`"${text}" in the input`, async () => {
      await this.#input.fill(text, { timeout: 2_000 });
      return (await this.value()) === text;
    });
    await this.#settled();
  }

  /**
   * Clicks an item, and waits until the input has gone on: closed, or at its next step. A string is contained in
   * "label description detail", and an item whose label it is exactly comes first; it is typed when the item is
   * not on screen.
   */
  async pick(item: string | RegExp): Promise<void> {
    // What is typed to find it changes the list, so that comes first.
    await this.#find(item);
    await this.#goOn(() => this.#clickItem(item));
  }

  /** Clicks an item of an input in which several can be picked. */
  async toggle(item: string | RegExp): Promise<void> {
    await this.#clickItem(item);
  }

  /** Enter, and waits until the input has gone on. */
  async accept(): Promise<void> {
    await this.#goOn(() => this.#input.press("Enter", { timeout: 5_000 }));
  }

  /** Back to the step before. */
  async back(): Promise<void> {
    await this.#goOn(() => this.button("Back"));
  }

  /** Clicks a button of the title bar or beside the input. */
  async button(label: string): Promise<void> {
    const button = this.#widget
      .locator(".quick-input-titlebar, .quick-input-inline-action-bar")
      .getByRole("button", { name: label });
    await button.first().click();
  }

  /** Clicks a button at the end of an item. */
  async itemButton(item: string | RegExp, label: string): Promise<void> {
    await eventually(`the button "${label}" of ${String(item)}`, async () => {
      const row = await this.#find(item);
      await row.hover({ timeout: 2_000 });
      await row.getByRole("button", { name: label }).click({ timeout: 2_000 });
      return true;
    });
  }

  /** Escape, and waits until the input has gone on: closed, or at what comes after. */
  async cancel(): Promise<void> {
    await this.#goOn(() => this.#input.press("Escape", { timeout: 5_000 }));
  }

  async #clickItem(item: string | RegExp): Promise<void> {
    await eventually(`the item ${String(item)}`, async () => {
      const row = await this.#find(item);
      await row.locator(".label-name").first().click({ timeout: 2_000 });
      return true;
    });
  }

  async #find(item: string | RegExp): Promise<Locator> {
    let items: readonly PlacedItem[] = [];
    const found = await eventually(`the item ${String(item)}`, async () => {
      await this.waitFor();
      items = await this.#settled();
      const match = chosen(items, item);
      if (match === undefined && typeof item === "string" && items.length > 0) {
        await this.#input.fill(item, { timeout: 2_000 });
      }
      return match;
    }).catch((error: unknown) => {
      const labels = items.map(({ label }) => label).join(", ");
      throw new Error(`No item ${String(item)} among ${labels || "none"}.`, { cause: error });
    });
    return this.#widget.locator(`[id="${found.id}"]`).filter({ hasText: found.label });
  }

  /** Acts, then waits until the input differs from before. */
  async #goOn(act: () => Promise<void>): Promise<void> {
    await this.waitFor();
    const before = await this.#looks();
    await act();
    await eventually("the input to go on", async () => (await this.#looks()) !== before);
  }

  /** What tells one step from the next, without what typing changes. */
  async #looks(): Promise<string> {
    if (!(await this.isOpen())) return "closed";
    const [title, placeholder, message] = await Promise.all([
      this.title(),
      this.placeholder(),
      this.message(),
    ]);
    const list = this.#widget.locator(".quick-input-list");
    const items = (await list.isVisible()) ? await this.#placed() : [];
    const labels = items.map(({ label }) => label);
    return JSON.stringify([title, placeholder, message, labels]);
  }

  /** The list has come to rest when nothing is in progress and two looks, a moment apart, see the same. */
  async #settled(): Promise<readonly PlacedItem[]> {
    const busy = this.#widget.locator(".quick-input-progress:not(.done)");
    let before: string | undefined;
    return eventually("the list to come to rest", async () => {
      const items = await this.#placed();
      const now = JSON.stringify(items);
      const rests = now === before && (await busy.count()) === 0;
      before = now;
      // Two animation frames: a filter that was typed has been applied by then.
      await this.#page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      return rests ? items : undefined;
    });
  }

  #placed(): Promise<readonly PlacedItem[]> {
    return this.#widget
      .locator(".quick-input-list:visible .monaco-list-row")
      .evaluateAll((elements) => {
        const text = (element: Element, selector: string) =>
          element.querySelector(selector)?.textContent.trim() ?? "";
        const rows = elements.map((element) => {
          const box = element.querySelector('[role="checkbox"]:not([style*="display: none"])');
          return {
            id: element.id,
            label: text(element, ".label-name"),
            description: text(element, ".label-description"),
            detail: text(element, ".quick-input-list-label-meta"),
            focused: element.classList.contains("focused"),
            checked: box === null ? undefined : box.getAttribute("aria-checked") === "true",
            index: Number((element as HTMLElement).dataset["index"]),
          };
        });
        return rows.sort((a, b) => a.index - b.index);
      });
  }
}

function chosen(items: readonly PlacedItem[], wanted: string | RegExp): PlacedItem | undefined {
  return (
    items.find(({ label }) => label === wanted) ??
    items.find(({ label, description, detail }) =>
      matches(`${label} ${description} ${detail}`, wanted),
    )
  );
}
