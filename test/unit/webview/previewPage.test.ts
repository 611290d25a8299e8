import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { c4, ids, previewOf } from "../panel/support/specimens";
import type { Look, Opened } from "./support/opened";
import { pagesOfSuite } from "./support/pages";

describe("the page of a preview", function () {
  this.timeout(60_000);
  const pages = pagesOfSuite();
  let opened: Opened;

  async function show(look: Look): Promise<Page> {
    opened = await pages.show(previewOf({ current: c4 }), look);
    return opened.page;
  }

  const boxes = async (page: Page) => {
    const [entire, segment] = await page
      .locator(".rehydration")
      .evaluateAll((all) => all.map((part) => part.getBoundingClientRect().toJSON() as DOMRect));
    assert.ok(entire && segment);
    return { entire, segment };
  };

  it("has both types beside each other where there is room", async () => {
    const { entire, segment } = await boxes(await show({ width: 900 }));
    assert.equal(entire.top, segment.top);
    assert.ok(entire.right < segment.left);
  });

  it("has one below the other at 320 px, and nothing to scroll sideways", async () => {
    const page = await show({ width: 320 });
    const { entire, segment } = await boxes(page);
    assert.equal(entire.left, segment.left);
    assert.ok(entire.bottom <= segment.top);
    assert.ok(
      await page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    );
  });

  it("is gone through by keyboard: the ids to copy, the way on, the other contacts", async () => {
    const page = await show({ width: 900, height: 1200 });
    const reached: string[] = [];
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent.trim() ?? "";
      });
    for (let press = 0; press < 11; press++) {
      await page.keyboard.press("Tab");
      reached.push(await focused());
      if (/^(Continue|c1000000 ·|Copy)/.test(reached.at(-1) ?? ""))
        await page.keyboard.press("Enter");
    }
    const onType = (way: string) => ["Copy: Continues from", "Copy: Pass as SourceContactId", way];
    assert.deepEqual(reached.slice(0, 9), [
      "Read again",
      ...onType("Continue the entire past session…"),
      ...onType("Continue from this segment…"),
      "c1000000 · Alejandro Rosalez · started",
      "c3000000 · survey, no agent · disconnect flow",
    ]);
    const copy = (contactId: string) => ({ what: { kind: "contactId", contactId } });
    const go = (rehydrationType: string) => ({
      act: { action: "continuePastChat", contactId: ids.c2, rehydrationType },
    });
    assert.deepEqual(
      opened.sent.slice(1).map(({ type: _, page: __, ...rest }: Record<string, unknown>) => rest),
      [
        copy(ids.c3),
        copy(ids.c1),
        go("ENTIRE_PAST_SESSION"),
        copy(ids.c2),
        copy(ids.c2),
        go("FROM_SEGMENT"),
        { act: { action: "previewRehydration", contactId: ids.c1 } },
      ],
    );
  });
});
