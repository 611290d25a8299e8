import type { Locator, Page } from "playwright-core";

/** The modal dialog that asks before something is done. */
export class Dialog {
  readonly #box: Locator;

  constructor(page: Page) {
    this.#box = page.locator(".monaco-dialog-box");
  }

  isOpen(): Promise<boolean> {
    return this.#box.isVisible();
  }

  /** Waits for the dialog. */
  async text(): Promise<{ readonly message: string; readonly detail: string }> {
    await this.#box.waitFor();
    const detail = this.#box.locator(".dialog-message-detail");
    return {
      message: (await this.#box.locator(".dialog-message-text").innerText()).trim(),
      detail: (await detail.isVisible()) ? (await detail.innerText()).trim() : "",
    };
  }

  /** Waits for the dialog. */
  async buttons(): Promise<readonly string[]> {
    await this.#box.waitFor();
    return this.#box.locator(".dialog-buttons .monaco-button").allInnerTexts();
  }

  /** Waits for the dialog, clicks a button, and waits until the dialog is closed. */
  async choose(button: string): Promise<void> {
    const choice = this.#box.getByRole("button", { name: button, exact: true });
    await choice.click();
    await choice.waitFor({ state: "hidden" });
  }
}
