import type { Page } from "playwright-core";
import { eventually, matches } from "./eventually.js";

const toast = ".notification-toast";
const message = ".notification-list-item-message";

/** The toasts at the lower right. */
export class Notifications {
  readonly #page: Page;
  readonly #seen = new Set<string>();

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Has to be called before the workbench loads, so that no toast is missed, however short it is shown. */
  static async watch(page: Page): Promise<Notifications> {
    const notifications = new Notifications(page);
    await page.exposeFunction("noteToast", (text: string) => void notifications.#seen.add(text));
    await page.addInitScript(reportToasts, `${toast} ${message}`);
    return notifications;
  }

  /** Every text shown so far, also of toasts that are gone. */
  seen(): readonly string[] {
    return [...this.#seen];
  }

  /** The texts on screen now. */
  texts(): Promise<readonly string[]> {
    return this.#page.locator(`${toast} ${message}`).allInnerTexts();
  }

  /** Waits until such a text has been shown. */
  async waitFor(text: string | RegExp): Promise<string> {
    return eventually(`the notification ${String(text)}`, () =>
      Promise.resolve(this.seen().find((one) => matches(one, text))),
    ).catch((error: unknown) => {
      const seen = this.seen().join("\n") || "none";
      throw new Error(`No notification ${String(text)}; seen: ${seen}`, { cause: error });
    });
  }

  /** Clicks a button of the toast with this text. */
  async choose(text: string | RegExp, button: string): Promise<void> {
    const one = this.#page.locator(toast).filter({ hasText: text }).first();
    await eventually(`"${button}" of the notification ${String(text)}`, async () => {
      await one.hover({ timeout: 2_000 });
      await one.getByRole("button", { name: button, exact: true }).click({ timeout: 2_000 });
      return true;
    });
  }
}

/** Only in the page, where it calls back here. */
declare const noteToast: (text: string) => void;

/** Runs in the page. */
function reportToasts(selector: string): void {
  const told = new Set<string>();
  const look = () => {
    for (const element of document.querySelectorAll(selector)) {
      const text = element.textContent.trim();
      if (text === "" || told.has(text)) continue;
      told.add(text);
      noteToast(text);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
