import assert from "node:assert/strict";
import type { PanelContent } from "../../../src/panel/content";
import { PageFeed } from "../../../src/panel/pageFeed";
import type { DrawnPage } from "../../../src/panel/panelView";
import { drawPage } from "../../../src/panel/panelView";
import type { ToPage } from "../../../src/panel/protocol";
import { eventually } from "../../host/workbench/eventually";
import { c1, fileOf, reading } from "../panel/support/specimens";
import type { Opened } from "./support/opened";
import { atRest } from "./support/opened";
import { pagesOfSuite } from "./support/pages";

/** Of every ten messages the fifth has a phone number in it. */
const long: PanelContent = reading(
  fileOf(
    c1,
    Array.from({ length: 400 }, (_, index) => ({
      ...(index % 2 === 0 ? { role: "CUSTOMER", name: "Ana" } : { role: "AGENT", name: "Jane" }),
      text: index % 10 === 5 ? `Number ${index}: 0171 1234567` : `Line ${index} for Ana`,
    })),
  ),
);

interface Live extends Opened {
  /** Does what the page asked for since the last time, as the extension does. */
  answer(): Promise<void>;
  /** All texts that the page was told since hiding was last switched. */
  readonly told: () => string;
}

describe("personal data in the page", function () {
  this.timeout(120_000);
  const pages = pagesOfSuite();

  /** The page with its extension side, which hides personal data or not. */
  async function live(content: PanelContent, hides: boolean): Promise<Live> {
    const opened = await pages.open({ height: 600 });
    let told: string[] = [];
    const feed = new PageFeed(async (message) => {
      told.push(JSON.stringify(message));
      await opened.send(message);
      return true;
    });
    let revealed = hides ? new Set<string>() : undefined;
    let drawn: DrawnPage = drawPage(content, undefined, revealed);
    await feed.ready();
    await feed.show(drawn);
    await opened.page.locator(".row").first().waitFor();
    let answered = opened.sent.length;
    const answer = async (): Promise<void> => {
      await eventually("an intent", () => Promise.resolve(opened.sent.length > answered));
      for (const message of opened.sent.slice(answered)) {
        answered += 1;
        if (message.type === "hidePersonal") {
          revealed = message.hides ? new Set() : undefined;
          told = [];
          drawn = drawPage(content, drawn, revealed);
          await feed.update(drawn);
        } else if (message.type === "reveal") {
          const entry = drawn.entries[message.index];
          assert.ok(entry?.kind === "item");
          if (message.revealed) revealed?.add(entry.item.id);
          else revealed?.delete(entry.item.id);
          await feed.patch(message.index);
        }
      }
    };
    return { ...opened, answer, told: () => told.join("\n") };
  }

  const toggle = ({ page }: Opened) =>
    page.getByRole("button", { name: "Hide personal data", exact: true });

  const topOf = async ({ page }: Opened, index: number): Promise<number> =>
    (await page.locator(`.row[data-index="${index}"]`).boundingBox())?.y ?? NaN;

  it("is hidden and shown by keyboard, the switch says how it stands, and the reader stays at the place", async () => {
    const shown = await live(long, false);
    const { page } = shown;
    assert.equal(await toggle(shown).getAttribute("aria-pressed"), "false");
    assert.equal(await page.locator(".privacy").count(), 0);
    await page.locator(".row").first().focus();
    for (let times = 0; times < 8; times += 1) await page.keyboard.press("PageDown");
    await page.locator('.row[data-index="80"]').waitFor();
    await atRest(shown);
    const before = await topOf(shown, 78);
    await toggle(shown).focus();
    await page.keyboard.press("Enter");
    await shown.answer();
    assert.equal(await toggle(shown).getAttribute("aria-pressed"), "true");
    assert.doesNotMatch(shown.told(), /Ana|Jane|1234567/);
    assert.doesNotMatch(await page.locator("body").innerText(), /Ana|Jane|1234567/);
    assert.match(await page.locator(".privacy").innerText(), /may have been missed/);
    assert.ok(Math.abs((await topOf(shown, 78)) - before) < 2);
    assert.ok(await toggle(shown).evaluate((button) => button === document.activeElement));
    await page.keyboard.press("Space");
    await shown.answer();
    assert.equal(await toggle(shown).getAttribute("aria-pressed"), "false");
    assert.match(await page.locator(".rows").innerText(), /for Ana/);
  });

  it("is off the screen at once, also before the rows without it have come", async () => {
    const opened = await pages.open({ height: 600 });
    const late: ToPage[] = [];
    let isSlow = false;
    const feed = new PageFeed(async (message) => {
      if (isSlow && message.type === "rows") late.push(message);
      else await opened.send(message);
      return true;
    });
    const opacity = () =>
      opened.page.locator(".rows").evaluate((rows) => getComputedStyle(rows).opacity);
    const drawn = drawPage(long, undefined, undefined);
    await feed.ready();
    await feed.show(drawn);
    await opened.page.locator(".row").first().waitFor();
    assert.equal(await opacity(), "1");
    isSlow = true;
    await feed.update(drawPage(long, drawn, new Set()));
    assert.equal(await opacity(), "0");
    await opened.send(...late);
    assert.equal(await opacity(), "1");
    assert.doesNotMatch(await opened.page.locator(".rows").innerText(), /Ana|Jane|1234567/);
  });

  it("comes back for one message by keyboard and goes again, with the focus and the place kept", async () => {
    const shown = await live(long, true);
    const { page } = shown;
    await page.locator(".row").first().focus();
    for (let times = 0; times < 4; times += 1) await page.keyboard.press("PageDown");
    const row = page.locator('.row[data-index="36"]');
    await row.waitFor();
    assert.equal(await page.locator('.row[data-index="37"] .reveal').count(), 1);
    const reveal = row.locator(".reveal");
    await row.focus();
    await page.keyboard.press("Tab");
    assert.ok(await reveal.evaluate((button) => button === document.activeElement));
    const before = await topOf(shown, 36);
    await page.keyboard.press("Enter");
    await shown.answer();
    assert.match(await row.innerText(), /Number 35: 0171 1234567/);
    assert.equal(await reveal.innerText(), "Hide Again");
    assert.ok(await reveal.evaluate((button) => button === document.activeElement));
    assert.ok(Math.abs((await topOf(shown, 36)) - before) < 2);
    const others = page.locator('.row:not([data-index="36"])');
    assert.doesNotMatch((await others.allInnerTexts()).join("\n"), /1234567|Ana|Jane/);
    await page.keyboard.press("Space");
    await shown.answer();
    assert.match(await row.innerText(), /Number 35: \[phone number\]/);
    assert.equal(await reveal.innerText(), "Reveal");
    assert.ok(await reveal.evaluate((button) => button === document.activeElement));
  });

  it("is not found by a search but in what was revealed", async () => {
    const shown = await live(long, true);
    const { page } = shown;
    await page.keyboard.press("Control+F");
    await page.keyboard.type("1234567");
    await page.locator(".count", { hasText: "No results" }).waitFor();
    await page.locator(".row", { hasText: "[phone number]" }).first().locator(".reveal").click();
    await shown.answer();
    await page.locator(".count", { hasText: /of 1$/ }).waitFor();
  });
});
