import assert from "node:assert/strict";
import { Failure } from "../../../src/domain/failure";
import type { PanelContent } from "../../../src/panel/content";
import {
  c1,
  c4,
  contact,
  continued,
  fileOf,
  ids,
  lineage,
  lineageOf,
  names,
  production,
  reading,
  reportOf,
  sandbox,
} from "../panel/support/specimens";
import type { Opened } from "./support/opened";
import { pagesOfSuite } from "./support/pages";

const refused = new Failure("invalidRequest", "CreatePersistentContactAssociation", {
  name: "InvalidRequestException",
  message: "<b>No</b>",
  status: 400,
  requestId: "r-1",
});

const failed: PanelContent = {
  connection: production,
  names,
  lineage,
  association: reportOf("FROM_SEGMENT", ids.c2, {
    failure: refused,
    current: { ...c4, relatedContactId: ids.c2 },
  }),
};

/** A transcript of one contact with this many messages. */
function long(count: number): PanelContent {
  const lines = Array.from({ length: count }, (_, index) => ({
    role: index % 2 === 0 ? "CUSTOMER" : "AGENT",
    name: index % 2 === 0 ? "Ana" : "Jane",
    text: `Message ${index} ${"word ".repeat(index % 40)}`,
  }));
  return reading(fileOf(c1, lines));
}

describe("the page", function () {
  this.timeout(120_000);
  const { open, show } = pagesOfSuite();

  const domNodes = ({ page }: Opened): Promise<number> =>
    page.evaluate(() => document.querySelectorAll("*").length);

  it("says that it is ready, and shows nothing before it is told", async () => {
    const opened = await open();
    await opened.page.waitForFunction(() => document.querySelector("main") !== null);
    assert.deepEqual(opened.sent, [{ type: "ready" }]);
    assert.equal((await opened.page.locator("body").innerText()).trim(), "");
  });

  it("shows result, chain, request and transcript from top to bottom", async () => {
    const { page } = await show(continued);
    const tops = await page.evaluate(() =>
      ["h1", ".verdict", ".facts", ".part", ".map", ".wire", ".transcript"].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? -1,
      ),
    );
    assert.ok(tops.every((top) => top > 0));
    assert.deepEqual(
      tops,
      tops.toSorted((one, other) => one - other),
    );
    assert.equal(await page.locator("h1").innerText(), "Continued from c2000000");
  });

  it("tells carried, left out and current apart by more than colour", async () => {
    const { page } = await show(continued);
    const nodes = await page
      .locator(".node")
      .evaluateAll((all) =>
        all.map((node) => [
          node.getAttribute("aria-label")?.split(", ").at(-1),
          getComputedStyle(node).borderStyle,
          getComputedStyle(node).borderWidth,
        ]),
      );
    assert.deepEqual(nodes, [
      ["carried", "solid", "1px"],
      ["carried", "solid", "1px"],
      ["left out", "dashed", "1px"],
      ["current chat", "solid", "2px"],
    ]);
    assert.equal(await page.locator("path.session").count(), 2);
    assert.equal(await page.locator("path.persistent").count(), 1);
  });

  it("shows the messages of C1 and C2 and none of C3", async () => {
    const { page } = await show(continued, { height: 3000 });
    const text = await page.locator(".rows").innerText();
    assert.ok(text.indexOf("my transfer of yesterday") < text.indexOf("Jane here"));
    assert.ok(text.includes("Left out: c3000000"));
    assert.ok(!text.includes("SURVEY-ANSWER"));
  });

  it("shows a block of code on one ground", async () => {
    const { page } = await show(continued, { height: 3000 });
    const code = page.locator("pre code").first();
    assert.equal(
      await code.evaluate((element) => getComputedStyle(element).backgroundColor),
      "rgba(0, 0, 0, 0)",
    );
  });

  it("leads from the chain to the contact's place in the transcript", async () => {
    const { page } = await show(continued, { height: 500 });
    await page.locator(`.node[data-contact="${ids.c2}"]`).click();
    const heading = page.locator(`.heading[data-contact="${ids.c2}"]`);
    await heading.waitFor();
    const box = await heading.boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 500);
    assert.equal(
      await page.evaluate(() =>
        document.activeElement?.querySelector("h3")?.textContent.trim().slice(0, 8),
      ),
      "c2000000",
    );
  });

  it("tells a failure with the service's words as text, and what to do", async () => {
    const { page, sent } = await show(failed);
    assert.equal(await page.locator("q").innerText(), "<b>No</b>");
    assert.match(await page.locator(".likely").innerText(), /already continues c2000000/);
    assert.match(await page.locator(".failure").innerText(), /Start a new chat/);
    assert.equal(await page.locator('.button[data-action="retry"]').count(), 0);
    await page.locator('.button[data-action="showLog"]').click();
    assert.deepEqual(sent.at(-1), { type: "act", page: 1, act: { action: "showLog" } });
  });

  it("asks to copy and to continue by name, never with text", async () => {
    const { page, sent } = await show(continued);
    await page.getByRole("button", { name: "Copy the transcript" }).click();
    await page.getByRole("button", { name: "Continue from here…" }).first().click();
    assert.deepEqual(sent.slice(1), [
      { type: "copy", page: 1, what: { kind: "transcript" } },
      { type: "act", page: 1, act: { action: "continuePastChat", contactId: ids.c1 } },
    ]);
  });

  it("reports a message that it does not understand, and stays", async () => {
    const shown = await show(continued);
    const { page, sent } = shown;
    await page.evaluate(() =>
      window.dispatchEvent(new MessageEvent("message", { data: { type: "x" } })),
    );
    await shown.send({ type: "said", text: "Copied" });
    assert.equal(await page.locator(".toast").innerText(), "Copied");
    assert.equal(sent.at(-1)?.type, "problem");
  });

  it("shows progress in place", async () => {
    const shown = await show({
      ...continued,
      conversation: { kind: "loading", done: 0, total: 40 },
    });
    const { page } = shown;
    await shown.send({ type: "progress", page: 1, text: "Reading transcripts: 7 of 40" });
    assert.match(await page.locator(".transcriptHead").innerText(), /7 of 40/);
    await shown.send({ type: "progress", page: 99, text: "of another page" });
    assert.match(await page.locator(".transcriptHead").innerText(), /7 of 40/);
  });

  it("keeps few nodes in the document, however long the transcript is", async () => {
    const small = await show(long(200));
    const few = await domNodes(small);
    await small.close();
    const many = await show(long(20_000));
    await many.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await many.page.getByText("Message 19999 ").waitFor();
    assert.ok((await domNodes(many)) < few + 250);
  });

  it("goes through a long transcript by keyboard without losing the focus", async () => {
    const { page } = await show(long(3000));
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-index"));
    await page.locator('.row[data-index="0"]').focus();
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "1");
    await page.keyboard.press("PageDown");
    assert.equal(await focused(), "11");
    await page.keyboard.press("End");
    assert.equal(await focused(), "3000");
    await page.getByText("Message 2999 ").waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.locator('.row[data-index="2"]').waitFor();
    assert.equal(await focused(), "3000");
    await page.keyboard.press("Control+ArrowUp");
    assert.equal(await focused(), "0");
  });

  it("reaches every control with the tab key", async () => {
    const { page } = await show(continued, { height: 700 });
    const reached = new Set<string>();
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press("Tab");
      reached.add(
        await page.evaluate(() => {
          const { activeElement } = document;
          return `${activeElement?.tagName} ${activeElement?.className}`;
        }),
      );
    }
    for (const control of ["BUTTON tool", "BUTTON node", "SUMMARY ", "DIV row", "BUTTON link"])
      assert.ok(reached.has(control), `${control} not in ${[...reached].join(", ")}`);
  });

  it("names the contact that is being read once its heading is out of sight", async () => {
    const { page } = await show(long(200), { height: 500 });
    assert.equal(await page.locator(".sticky").isVisible(), false);
    await page.evaluate(() => window.scrollTo(0, 3000));
    await page.locator(".sticky").waitFor();
    assert.match(await page.locator(".sticky").innerText(), /c1000000.*Alejandro Rosalez/s);
  });

  it("comes back to the same row after it was hidden", async () => {
    const { page, close } = await show(long(3000));
    await page.evaluate(() => window.scrollTo(0, 60_000));
    const row = () =>
      page.evaluate(() => {
        const at = document.elementFromPoint(400, 60)?.closest("[data-index]");
        return Number(at?.getAttribute("data-index"));
      });
    await page.waitForFunction(() => document.elementFromPoint(400, 60)?.closest(".row"));
    const before = await row();
    const state = await page.evaluate(() =>
      (window as { keptState?: () => unknown }).keptState?.(),
    );
    await close();
    const again = await show(long(3000), { state });
    await again.page.waitForFunction(() => window.scrollY > 10_000);
    const after = await again.page.evaluate(() => {
      const at = document.elementFromPoint(400, 60)?.closest("[data-index]");
      return Number(at?.getAttribute("data-index"));
    });
    assert.ok(Math.abs(after - before) <= 1, `${before} and ${after}`);
  });

  it("keeps nothing but a place while it is hidden", async () => {
    const { page } = await show(long(100));
    await page.evaluate(() => window.scrollTo(0, 1500));
    await page.locator(".sticky").waitFor();
    const state = await page.evaluate(() =>
      JSON.stringify((window as { keptState?: () => unknown }).keptState?.()),
    );
    assert.match(state, /^\{"page":1,"top":\d+,"row":\d+\}$/);
  });

  for (const theme of ["dark", "light", "highContrast", "highContrastLight"] as const)
    for (const width of [320, 1200])
      it(`fits ${width} px in the theme ${theme}`, async () => {
        const { page } = await show(continued, { theme, width });
        const { inner, scroll, background } = await page.evaluate(() => ({
          inner: document.documentElement.clientWidth,
          scroll: document.documentElement.scrollWidth,
          background: getComputedStyle(document.body).backgroundColor,
        }));
        assert.ok(scroll <= inner);
        assert.notEqual(background, "rgba(0, 0, 0, 0)");
      });

  it("wraps a word of 20,000 characters instead of growing", async () => {
    const { page } = await show(
      reading(fileOf(c1, [{ role: "CUSTOMER", text: "W".repeat(20_000) }])),
    );
    assert.ok(
      await page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    );
  });

  it("draws a lineage of 100 contacts with one tab stop", async () => {
    const past = Array.from({ length: 100 }, (_, index) =>
      contact(`past${index}`, {
        initialContactId: `past${index}`,
        initiatedAt: -index,
        endedAt: 0,
      }),
    );
    const { page } = await show({ connection: sandbox, names, lineage: lineageOf(...past) });
    assert.equal(await page.locator(".node").count(), 100);
    assert.equal(await page.locator('.node[tabindex="0"]').count(), 1);
    await page.locator('.node[tabindex="0"]').focus();
    await page.keyboard.press("ArrowLeft");
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute("data-contact")),
      "past1",
    );
  });
});
