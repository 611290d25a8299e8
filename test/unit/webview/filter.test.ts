import assert from "node:assert/strict";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import type { PanelContent } from "../../../src/panel/content";
import { eventually } from "../../host/workbench/eventually";
import {
  c1,
  c2,
  c3,
  continued,
  fileOf,
  ids,
  lineage,
  names,
  sandbox,
} from "../panel/support/specimens";
import type { Look, Opened } from "./support/opened";
import { keptState } from "./support/opened";
import { pagesOfSuite } from "./support/pages";
import { messagesFor } from "./support/shown";

/** Three contacts with so many lines each: Ana, Jane, a bot and events in turn. */
function long(lines: number): PanelContent {
  const kinds = [
    { role: "CUSTOMER", name: "Ana" },
    { role: "AGENT", name: "Jane" },
    { role: "SYSTEM", name: "BOT" },
  ];
  const said = Array.from({ length: lines }, (_, index) => {
    const kind = kinds[index % 4];
    return kind === undefined
      ? { role: "CUSTOMER", name: "Ana", event: "typing" }
      : { ...kind, text: `Line ${index} of a refund` };
  });
  const parts = [c1, c2, c3].map((contact) => ({ contact, content: fileOf(contact, said) }));
  return {
    connection: sandbox,
    names,
    lineage,
    conversation: { kind: "ready", conversation: assembleTranscript(parts) },
  };
}

describe("what is shown of the transcript", function () {
  this.timeout(120_000);
  const pages = pagesOfSuite();

  async function show(content: PanelContent, look?: Look): Promise<Opened> {
    const opened = await pages.show(content, look);
    await opened.page.locator(".row").first().waitFor();
    return opened;
  }

  /** Opens one of the bar's menus by keyboard. */
  async function menu({ page }: Opened, name: string): Promise<void> {
    await page.getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menu", { name }).waitFor();
  }

  const focused = ({ page }: Opened): Promise<string> =>
    page.evaluate(() => (document.activeElement?.textContent ?? "").replace(/\s+/g, " ").trim());

  const status = ({ page }: Opened): Promise<string> => page.locator(".shownOf").innerText();

  it("hides a role and the events by keyboard, says how much is shown, and shows all again", async () => {
    const shown = await show(long(40), { height: 20_000 });
    const { page } = shown;
    assert.equal(await status(shown), "");
    await menu(shown, "Filter the transcript");
    assert.equal(await focused(shown), "Customer 30");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(shown), "Agent 30");
    await page.keyboard.press("Space");
    assert.equal(await status(shown), "90 of 120 items");
    await page.keyboard.press("End");
    assert.equal(await focused(shown), "Events 30");
    await page.keyboard.press("Enter");
    assert.equal(await status(shown), "60 of 120 items");
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("menu").count(), 0);
    assert.equal(await page.locator('.message[data-role="agent"], .event').count(), 0);
    assert.equal(await page.locator('.message[data-role="customer"]').count(), 30);
    assert.equal(await page.locator(".heading").count(), 3);
    const clear = page.getByRole("button", { name: "Show all items" });
    await clear.focus();
    await page.keyboard.press("Enter");
    assert.equal(await status(shown), "");
    assert.equal(await clear.count(), 0);
    assert.equal(await page.locator(".event").count(), 30);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "BUTTON");
  });

  it("offers only what there is", async () => {
    const shown = await show(continued);
    await menu(shown, "Filter the transcript");
    const offered = await shown.page.getByRole("menuitemcheckbox").allInnerTexts();
    assert.deepEqual(
      offered.map((text) => text.replace(/\s+/g, " ").trim().split(" ")[0]),
      ["Customer", "Agent", "Bot", "System", "Events"],
    );
  });

  it("searches only what is shown", async () => {
    const shown = await show(long(40));
    const { page } = shown;
    await page.keyboard.press("Control+F");
    await page.keyboard.type("refund");
    await page.locator(".count", { hasText: /^1 of 90$/ }).waitFor();
    await page.keyboard.press("Escape");
    await menu(shown, "Filter the transcript");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+F");
    await page.locator(".count", { hasText: /^\? of 60$/ }).waitFor();
  });

  it("copies the message that is shown, not the one that stood there before", async () => {
    const shown = await show(long(40), { height: 900 });
    const { page } = shown;
    await menu(shown, "Filter the transcript");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.locator('.row[data-index="1"] .tool').first().click();
    assert.deepEqual(shown.sent.at(-1), { type: "copy", page: 1, what: { kind: "row", index: 2 } });
  });

  it("stays at the row that was read when others are hidden", async () => {
    const shown = await show(long(400), { height: 500 });
    const { page } = shown;
    const topRow = async () => ((await keptState(shown)) as { row?: number }).row ?? 0;
    await page.locator(`.node[data-contact="${ids.c2}"]`).click();
    await page.keyboard.press("PageDown");
    await eventually("a place in c2", async () => (await topRow()) >= 400);
    const before = await topRow();
    await menu(shown, "Filter the transcript");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await eventually("the same place", async () => Math.abs((await topRow()) - before) <= 2);
  });

  it("is the same after the panel was hidden, and all again in another page", async () => {
    const shown = await show(long(40));
    await menu(shown, "Filter the transcript");
    await shown.page.keyboard.press("Enter");
    const state = await keptState(shown);
    await shown.close();
    const again = await show(long(40), { state });
    assert.equal(await status(again), "90 of 120 items");
    const [view, ...rows] = await messagesFor(continued);
    await again.send(
      ...[view!, ...rows].map((message) => ("page" in message ? { ...message, page: 2 } : message)),
    );
    assert.equal(await status(again), "");
  });

  it("leads to each contact by keyboard, and marks the one that is read", async () => {
    const shown = await show(long(100), { height: 500 });
    const { page } = shown;
    await menu(shown, "Go to a contact");
    assert.equal(await page.getByRole("menuitem").count(), 3);
    assert.equal(await page.locator("[aria-current]").count(), 0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const row = page.locator(`.row:has(.heading[data-contact="${ids.c2}"])`);
    assert.ok(await row.evaluate((element) => element === document.activeElement));
    const box = await row.boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 100);
    await menu(shown, "Go to a contact");
    assert.match(await page.locator("[aria-current=true]").innerText(), /^\s*c2000000/);
    assert.match(await focused(shown), /^c2000000/);
    await page.keyboard.press("ArrowUp");
    assert.match(await focused(shown), /^c1000000/);
    await page.keyboard.press("ArrowUp");
    assert.match(await focused(shown), /^c3000000/);
    await page.keyboard.press("Escape");
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
      "Go to a contact",
    );
  });

  it("closes a menu when the focus goes elsewhere", async () => {
    const shown = await show(long(40));
    await menu(shown, "Go to a contact");
    await shown.page.keyboard.press("Tab");
    assert.equal(await shown.page.getByRole("menu").count(), 0);
    await menu(shown, "Filter the transcript");
    await shown.page.locator("h1").click();
    assert.equal(await shown.page.getByRole("menu").count(), 0);
  });

  it("asks for one contact's part", async () => {
    const shown = await show(long(40));
    await shown.page.getByRole("button", { name: "Copy this part" }).first().click();
    assert.deepEqual(shown.sent.at(-1), {
      type: "copy",
      page: 1,
      what: { kind: "contactPart", contactId: ids.c1 },
    });
  });
});
