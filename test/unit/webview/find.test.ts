import assert from "node:assert/strict";
import type { PanelContent } from "../../../src/panel/content";
import { eventually } from "../../host/workbench/eventually";
import { c1, continued, fileOf, ids, reading } from "../panel/support/specimens";
import { events, messages, templates } from "../../gallery/everyItem";
import type { Opened } from "./support/opened";
import { atRest, keptState, showAll } from "./support/opened";
import { pagesOfSuite } from "./support/pages";
import { hostileTexts } from "./support/hostileTexts";
import { messagesFor } from "./support/shown";
import { drawPage } from "../../../src/panel/panelView";
import { textsOf } from "../../../src/webview/searchTexts";
import { shortId } from "../../../src/wording/contacts";

const customer = { role: "CUSTOMER", name: "Ana" };

const contactIds: ReadonlySet<string> = new Set(Object.values(ids));

/** So many messages, of which every hundredth speaks of a refund. */
const long = (count: number): PanelContent =>
  reading(
    fileOf(
      c1,
      Array.from({ length: count }, (_, index) => ({
        ...customer,
        text: `Message ${index}${index % 100 === 99 ? " of a Refund" : ""} ${"word ".repeat(index % 40)}`,
      })),
    ),
  );

describe("find in the transcript", function () {
  this.timeout(120_000);
  const { open, show } = pagesOfSuite();

  async function find({ page }: Opened, text: string): Promise<void> {
    await page.keyboard.press("Control+F");
    await page.keyboard.type(text);
  }

  /** Waits until the widget counts this. */
  const counts = ({ page }: Opened, count: string): Promise<void> =>
    page.locator(".count", { hasText: new RegExp(`^${count}$`) }).waitFor();

  /** What is marked as the match that the reader is at, and the row it is in, where that is on screen. */
  const present = ({ page }: Opened) =>
    page.evaluate(() => {
      const [range] = [...(CSS.highlights.get("present") ?? [])];
      if (!(range instanceof Range)) return undefined;
      const { top, bottom } = range.getBoundingClientRect();
      const row = range.startContainer.parentElement?.closest("[data-index]");
      return {
        text: range.toString(),
        row: Number(row?.getAttribute("data-index")),
        inSight: top >= 32 && bottom <= window.innerHeight,
      };
    });

  const marked = ({ page }: Opened): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...(CSS.highlights.get("found") ?? [])].map((range) => (range as Range).toString()),
    );

  it("goes through all matches of a long transcript by keyboard, forth and back and around", async () => {
    const shown = await show(long(3000), { height: 500 });
    const { page } = shown;
    await find(shown, "refund");
    await counts(shown, "1 of 30");
    assert.deepEqual(await present(shown), { text: "Refund", row: 100, inSight: true });
    await page.keyboard.press("Enter");
    await counts(shown, "2 of 30");
    assert.equal((await present(shown))?.row, 200);
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Shift+Enter");
    await counts(shown, "30 of 30");
    assert.deepEqual(await present(shown), { text: "Refund", row: 3000, inSight: true });
    await page.keyboard.press("F3");
    await counts(shown, "1 of 30");
    await page.keyboard.press("Shift+F3");
    await counts(shown, "30 of 30");
  });

  it("finds nothing where there is nothing, and forgets what was marked", async () => {
    const shown = await show(continued);
    await find(shown, "transfer");
    await counts(shown, "1 of \\d+");
    assert.ok((await marked(shown)).length > 1);
    await find(shown, "no such words");
    await counts(shown, "No results");
    assert.deepEqual(await marked(shown), []);
    assert.equal(await present(shown), undefined);
    await shown.page.keyboard.press("Enter");
    await counts(shown, "No results");
  });

  it("tells upper from lower case on request only", async () => {
    const shown = await show(
      reading(
        fileOf(c1, [
          { ...customer, text: "card CARD Card" },
          { ...customer, text: "ÄRGER ärger" },
        ]),
      ),
    );
    const { page } = shown;
    await find(shown, "CARD");
    await counts(shown, "1 of 3");
    await page.keyboard.press("Alt+KeyC");
    await counts(shown, "1 of 1");
    assert.equal((await present(shown))?.text, "CARD");
    assert.equal(
      await page.getByRole("button", { name: "Match case" }).getAttribute("aria-pressed"),
      "true",
    );
    await page.getByRole("button", { name: "Match case" }).click();
    await find(shown, "ärger");
    await counts(shown, "1 of 2");
  });

  it("takes what is typed as it stands, not as a pattern", async () => {
    const texts = ["a+b (c) [d] .* \\ $1 ^ {2} | ? /", "aab"];
    const shown = await show(
      reading(
        fileOf(
          c1,
          texts.map((text) => ({ ...customer, text })),
        ),
      ),
    );
    for (const text of ["a+b", ".*", "(c) [d]", "\\ $1 ^ {2} | ? /"]) {
      await find(shown, text);
      await counts(shown, "1 of 1");
      assert.equal((await present(shown))?.text, text);
    }
  });

  it("gives the focus to the match that was reached", async () => {
    const shown = await show(long(1000), { height: 500 });
    const { page } = shown;
    await page.locator('.row[data-index="3"]').focus();
    await find(shown, "refund");
    await counts(shown, "1 of 10");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".findWidget").isVisible(), false);
    assert.deepEqual(await marked(shown), []);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-index"));
    assert.equal(await focused(), "100");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "101");
  });

  it("gives the focus back to where it was when nothing was found", async () => {
    const shown = await show(continued);
    const { page } = shown;
    const button = page.getByRole("button", { name: "Find in the transcript" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("no such words");
    await counts(shown, "No results");
    await page.keyboard.press("Escape");
    assert.ok(await button.evaluate((element) => element === document.activeElement));
  });

  it("offers the text again that was looked for last, without leading away", async () => {
    const shown = await show(long(1000), { height: 500 });
    const { page } = shown;
    await find(shown, "refund");
    await counts(shown, "1 of 10");
    await page.keyboard.press("Escape");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    await atRest(shown);
    const scrolled = await page.evaluate(() => window.scrollY);
    await page.keyboard.press("Control+F");
    await counts(shown, "\\? of 10");
    assert.equal(await page.evaluate(() => window.scrollY), scrolled);
    await page.keyboard.press("Enter");
    await counts(shown, "2 of 10");
  });

  it("looks for what is selected", async () => {
    const shown = await show(continued);
    await shown.page.getByText("my transfer of yesterday").dblclick({ position: { x: 30, y: 8 } });
    const word = await shown.page.evaluate(() => String(getSelection()).trim());
    await shown.page.keyboard.press("Control+F");
    assert.equal((await shown.page.locator(".find input").inputValue()).trim(), word);
    await counts(shown, "1 of \\d+");
  });

  it("leads to a match at the end of a word of 20,000 characters, and deep in JSON", async () => {
    const json = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`key${index}`, index]),
    );
    const shown = await show(
      reading(
        fileOf(c1, [
          { ...customer, text: `${"W".repeat(20_000)}needle` },
          { ...customer, text: json, type: "application/json" },
        ]),
      ),
      { height: 500 },
    );
    await find(shown, "needle");
    await counts(shown, "1 of 1");
    await shown.page.waitForFunction(() => window.scrollY > 1000);
    assert.deepEqual(await present(shown), { text: "needle", row: 1, inSight: true });
    await find(shown, "key199");
    await counts(shown, "1 of 1");
    assert.deepEqual(await present(shown), { text: "key199", row: 2, inSight: true });
    assert.ok(await shown.page.locator("pre").evaluate(({ scrollTop }) => scrollTop > 1000));
  });

  it("counts each of 20,000 matches in one message, and reaches the last", async () => {
    const shown = await show(reading(fileOf(c1, [{ ...customer, text: "W".repeat(20_000) }])));
    await find(shown, "w");
    await counts(shown, "1 of 20000");
    await shown.page.keyboard.press("Shift+Enter");
    await counts(shown, "20000 of 20000");
    assert.equal((await present(shown))?.inSight, true);
  });

  it("finds text that is written from right to left", async () => {
    const shown = await show(
      reading(
        fileOf(c1, [
          { ...customer, text: "مرحبا، أين حوالتي؟ رقم NW-1" },
          { ...customer, text: "שלום" },
        ]),
      ),
    );
    await find(shown, "حوالتي");
    await counts(shown, "1 of 1");
    assert.equal((await present(shown))?.text, "حوالتي");
    await find(shown, "שלום");
    await counts(shown, "1 of 1");
  });

  it("finds a contact by its whole id", async () => {
    const shown = await show(continued);
    await find(shown, ids.c2);
    await counts(shown, "1 of 1");
    assert.equal((await present(shown))?.text, "c2000000");
  });

  it("is as it was after the panel was hidden, or moved", async () => {
    const shown = await show(long(1000), { height: 500 });
    const { page } = shown;
    await find(shown, "Refund");
    await page.keyboard.press("Alt+KeyC");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await counts(shown, "3 of 10");
    const topRow = async (of: Opened) => ((await keptState(of)) as { row?: number }).row ?? 0;
    await eventually("the place is kept", async () => (await topRow(shown)) > 250);
    const before = await topRow(shown);
    const state = await keptState(shown);
    await shown.close();
    const again = await show(long(1000), { height: 500, state });
    await counts(again, "3 of 10");
    assert.equal(await again.page.locator(".find input").inputValue(), "Refund");
    await eventually("the same place", async () => Math.abs((await topRow(again)) - before) <= 1);
    assert.equal((await present(again))?.inSight, true);
    await again.page.locator(".find input").focus();
    await again.page.keyboard.press("Enter");
    await counts(again, "4 of 10");
  });

  it("searches the rows that come while it is open", async () => {
    const all = await messagesFor(long(1200));
    const opened = await open({ height: 500 });
    const early = all.slice(0, 2);
    await opened.send(...early);
    await find(opened, "refund");
    await counts(opened, "1 of 4");
    await opened.page.keyboard.press("Enter");
    await opened.send(...all.slice(early.length));
    await counts(opened, "2 of 12");
  });

  it("searches exactly what is drawn, whatever it is", async () => {
    const hostile = hostileTexts
      .filter((_, index) => index % 3 === 0)
      .map((text) => ({ ...customer, text, type: "text/markdown" }));
    const contents = [
      continued,
      reading(messages),
      reading(events),
      reading(templates),
      reading(fileOf(c1, hostile)),
    ];
    for (const content of contents) {
      const shown = await show(content);
      await shown.page.locator(".row").first().waitFor();
      await showAll(shown);
      const drawn = await shown.page.evaluate(() =>
        [...document.querySelectorAll(".row")].map((row) =>
          [...row.querySelectorAll("[data-text]")].map((element) => element.textContent),
        ),
      );
      const { rows } = drawPage(content);
      const searched = rows
        .slice(0, rows.length)
        .map((row) => textsOf(row).map((text) => (contactIds.has(text) ? shortId(text) : text)));
      assert.deepEqual(drawn, searched);
      await shown.close();
    }
  });
});
