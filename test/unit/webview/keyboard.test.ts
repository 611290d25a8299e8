import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { messages } from "../../gallery/everyItem";
import { failures, states } from "../../gallery/everyState";
import { reading } from "../panel/support/specimens";
import { chatting, continuedChat, proven } from "../panel/support/testChats";
import type { Opened } from "./support/opened";
import { showAll } from "./support/opened";
import { pagesOfSuite } from "./support/pages";

const controls = "button, summary, a[href], input, textarea, [role=link]";

/** Gives every control on screen a number, and tells the name of each. */
const inventory = (page: Page): Promise<readonly string[]> =>
  page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled"),
    );
    all.forEach((element, index) => (element.dataset["control"] = String(index)));
    return all.map((element) => element.getAttribute("aria-label") ?? element.innerText.trim());
  }, controls);

/** Where the focus is: the control's number, undefined on the page itself, "else" where it is on something without an action. */
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === document.body) return undefined;
    return (activeElement as HTMLElement | null)?.dataset["control"] ?? "else";
  });

/** Every control that Tab, and inside the map its arrow keys, lead to, from where the page has put the focus once around. */
async function reached(page: Page): Promise<ReadonlySet<string | undefined>> {
  const stops = new Set<string | undefined>();
  for (let ends = 0; ends < 2;) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop === undefined) {
      ends += 1;
      continue;
    }
    stops.add(stop);
    if (!(await page.evaluate(() => document.activeElement?.matches(".node")))) continue;
    for (let at = stop, before = ""; at !== before; at = (await focused(page)) ?? "") {
      stops.add(at);
      before = at;
      await page.keyboard.press("ArrowLeft");
    }
  }
  return stops;
}

/** What acting on a control comes to: what the extension is told, and what opens or gets the focus. */
async function effect({ page, sent }: Opened, act: () => Promise<void>): Promise<unknown> {
  const already = sent.length;
  await act();
  const shown = await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const isOpen = (selector: string) =>
      [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
    return {
      opened: ["[role=menu]", ".find input", "details[open]"].filter(isOpen),
      focus: document.activeElement?.textContent.trim().replace(/\s+/g, " ").slice(0, 60),
    };
  });
  return { told: sent.slice(already), ...shown };
}

const contents = {
  "a result": states["Continued from a segment"],
  "a preview": states["Preview of both types"],
  "a transcript with every kind of message": reading(messages),
  "a failure": failures["accessDenied"],
  "a test chat": chatting(2),
  "a test chat that continued a past one": continuedChat(proven),
};

describe("the page without a mouse", function () {
  this.timeout(120_000);
  const { show } = pagesOfSuite();

  for (const [name, content] of Object.entries(contents)) {
    it(`leads by Tab and arrow keys to everything that can be done: ${name}`, async () => {
      assert.ok(content);
      const opened = await show(content);
      await showAll(opened);
      const names = await inventory(opened.page);
      const stops = await reached(opened.page);
      assert.ok(names.length > 0);
      assert.deepEqual(
        names.filter((_, index) => !stops.has(String(index))),
        [],
      );
    });

    it(`does by Enter what a click does: ${name}`, async () => {
      assert.ok(content);
      const [byKey, byMouse] = [await show(content), await show(content)];
      for (const opened of [byKey, byMouse]) await showAll(opened);
      const names = await inventory(byKey.page);
      await inventory(byMouse.page);
      // Of those that say the same, such as the copy button of each message, one stands for all.
      for (const [index, label] of names.entries()) {
        if (names.indexOf(label) !== index) continue;
        const selector = `[data-control="${index}"]`;
        if (await byKey.page.locator(selector).evaluate((it) => it.matches("input, textarea")))
          continue;
        await byKey.page.locator(selector).focus();
        const pressed = await effect(byKey, () => byKey.page.keyboard.press("Enter"));
        const clicked = await effect(byMouse, () => byMouse.page.locator(selector).click());
        assert.deepEqual(pressed, clicked, label);
        for (const { page } of [byKey, byMouse]) await page.keyboard.press("Escape");
      }
    });
  }
});
