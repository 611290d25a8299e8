import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { eventually, matches } from "../../host/workbench/eventually";
import type { Workbench } from "../../host/workbench";

/** The preview panel as a person reads it. */
export class Panel {
  private constructor(
    private readonly workbench: Workbench,
    private readonly frame: Frame,
  ) {}

  /** Waits until a panel's title is this. */
  static async titled(workbench: Workbench, title: string | RegExp): Promise<Panel> {
    // Another panel may be on screen until this one is.
    const frame = await workbench.webview(
      typeof title === "string"
        ? `main h1:has-text("${title}")`
        : `main h1 :text-matches("${title.source}")`,
    );
    return new Panel(workbench, frame);
  }

  /** All text above the transcript. */
  above(): Promise<string> {
    return this.frame.locator(".above").innerText();
  }

  /** Everything that is in the page just now: of a long transcript only what is near the window. */
  text(): Promise<string> {
    return this.frame.locator("main").innerText();
  }

  /** Waits until the panel says this somewhere. */
  async says(text: string | RegExp): Promise<void> {
    await this.frame.getByText(text).first().waitFor();
  }

  /** The contacts of one list of the result, oldest first, by their short ids. */
  async listed(part: "carried" | "leftOut"): Promise<readonly string[]> {
    const ids = this.frame.locator(`.part[data-part="${part}"] li .code`);
    return ids.allInnerTexts();
  }

  /** The whole transcript, as its copy button gives it. */
  async transcript(): Promise<string> {
    const copy = this.frame.getByRole("button", { name: "Copy the transcript" });
    await this.workbench.page.evaluate(() => navigator.clipboard.writeText(""));
    return eventually("the copied transcript", async () => {
      await copy.click({ timeout: 5_000 });
      const text = await this.workbench.clipboard();
      return text.length > 0 ? text : undefined;
    });
  }

  /** Waits until the panel says nothing for a moment, such as that something was copied. */
  async quiet(): Promise<void> {
    await this.frame.locator(".toast:empty").waitFor({ state: "attached" });
  }

  /** Scrolls this far, in pixels, and tells the row that is then at the top. */
  async scrollTo(top: number): Promise<number> {
    await this.frame.evaluate((y) => {
      window.scrollTo(0, y);
    }, top);
    return this.topRow();
  }

  /** The index of the row at the top of the window, once one is there. */
  topRow(): Promise<number> {
    return eventually("a row at the top", () =>
      this.frame.evaluate(() => {
        const row = document.elementFromPoint(100, 60)?.closest("[data-index]");
        return row ? Number(row.getAttribute("data-index")) : undefined;
      }),
    );
  }

  /** Writes as the customer of a test chat, and waits until it is in the transcript. */
  async write(text: string): Promise<void> {
    const box = this.frame.getByRole("textbox", { name: "Message of the customer" });
    await box.fill(text);
    await box.press("Enter");
    await this.frame.locator('[data-role="customer"]', { hasText: text }).last().waitFor();
    await this.frame.locator(".outgoing").waitFor({ state: "detached" });
  }

  /** The contacts whose parts the transcript has, oldest first. */
  async contactIds(): Promise<readonly string[]> {
    return [...(await this.transcript()).matchAll(/^([0-9a-f-]{36}) · /gm)].map(
      ([, id]) => id ?? "",
    );
  }

  /** The class that VS Code gives the page for its theme. */
  async theme(): Promise<string> {
    const classes = (await this.frame.locator("body").getAttribute("class")) ?? "";
    return classes.split(" ").find((name) => /^vscode-(light|dark|high)/.test(name)) ?? "";
  }

  /** Goes to a control as the keyboard does. */
  async tabTo(control: string | RegExp): Promise<void> {
    await eventually(`the focus on ${String(control)}`, async () => {
      // More stops than any page has: twice around.
      for (let stops = 0; stops < 200; stops += 1) {
        if (matches(await this.focused(), control)) return true;
        await this.workbench.page.keyboard.press("Tab");
      }
      return false;
    });
  }

  /** The name of what has the focus. */
  async focused(): Promise<string> {
    return this.frame.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return "";
      return activeElement.getAttribute("aria-label") ?? activeElement.textContent.trim();
    });
  }

  async press(button: string | RegExp): Promise<void> {
    await this.frame.getByRole("button", { name: button }).first().click();
  }

  /** The bodies of request and response. */
  async wire(): Promise<string> {
    const details = this.frame.locator("details.wire");
    if (!(await details.evaluate((element) => element.hasAttribute("open"))))
      await details.locator("summary").click();
    return details.innerText();
  }
}

/** The texts stand in this order, each after the one before. */
export function assertInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    assert.notEqual(at, -1, `"${part}" does not follow in:\n${text}`);
    from = at + part.length;
  }
}
