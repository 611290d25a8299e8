import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { Failure } from "../../../src/domain/failure";
import type { PanelContent } from "../../../src/panel/content";
import { PageFeed } from "../../../src/panel/pageFeed";
import type { DrawnPage } from "../../../src/panel/panelView";
import { drawPage } from "../../../src/panel/panelView";
import type { FromPage } from "../../../src/panel/protocol";
import { asked, chatting, continuedChat, offers, proven, survey } from "../panel/support/testChats";
import { ids } from "../panel/support/specimens";
import type { Opened } from "./support/opened";
import { keptState } from "./support/opened";
import { pagesOfSuite } from "./support/pages";

const failure = new Failure("accessDenied", "SendMessage", {
  name: "AccessDeniedException",
  message: "No.",
});

const box = (page: Page) => page.getByRole("textbox", { name: "Message of the customer" });

const acts = ({ sent }: Opened) =>
  sent.flatMap((message: FromPage) => (message.type === "act" ? [message.act] : []));

const isAtEnd = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      document.documentElement.scrollHeight - window.innerHeight - Math.round(window.scrollY) <= 2,
  );

/** One frame after the other, as many as the page takes to come to rest. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 8; frame++) await new Promise(requestAnimationFrame);
  });

describe("the page of a test chat", function () {
  this.timeout(120_000);
  const { open, show } = pagesOfSuite();

  /** A page that is fed one content after the other. */
  async function live(content: PanelContent) {
    const opened = await open();
    const feed = new PageFeed(async (message) => {
      await opened.send(message);
      return true;
    });
    let drawn: DrawnPage = drawPage(content);
    await feed.ready();
    await feed.show(drawn);
    await settled(opened.page);
    return {
      ...opened,
      update: async (newer: PanelContent) => {
        drawn = drawPage(newer, drawn);
        await feed.update(drawn);
        await settled(opened.page);
      },
      announce: (text: string) => feed.announce(text),
    };
  }

  it("sends with Enter, and breaks the line with Shift+Enter", async () => {
    const opened = await show(chatting(2));
    await box(opened.page).fill("Hello");
    await box(opened.page).press("Shift+Enter");
    await box(opened.page).pressSequentially("there");
    await box(opened.page).press("Enter");
    assert.equal(await box(opened.page).inputValue(), "");
    assert.deepEqual(
      acts(opened).filter(({ action }) => action === "sendMessage"),
      [{ action: "sendMessage", text: "Hello\nthere" }],
    );
  });

  it("sends nothing that is empty", async () => {
    const opened = await show(chatting(2));
    await box(opened.page).fill("  \n ");
    await box(opened.page).press("Enter");
    await opened.page.getByRole("button", { name: "Send" }).click();
    assert.deepEqual(
      acts(opened).filter(({ action }) => action === "sendMessage"),
      [],
    );
  });

  it("tells that the customer types, once for a while", async () => {
    const opened = await show(chatting(2));
    await box(opened.page).pressSequentially("Hello");
    assert.deepEqual(acts(opened), [{ action: "type" }]);
  });

  it("says why nothing can be written", async () => {
    const { page } = await show(chatting(2, { line: { kind: "ended" } }));
    assert.ok(await box(page).isDisabled());
    assert.match(await page.locator(".why").innerText(), /has ended/);
    assert.equal(await page.getByRole("button", { name: "End Chat" }).count(), 0);
  });

  it("keeps the composer in sight, and the reader at the newest message", async () => {
    const { page, update } = await live(chatting(60));
    assert.ok(await isAtEnd(page));
    await update(chatting(63));
    assert.ok(await isAtEnd(page));
    await page.getByText("Message 62").waitFor({ state: "visible" });
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
    assert.ok(await box(page).isVisible());
    const bottom = await box(page).evaluate((element) => element.getBoundingClientRect().bottom);
    assert.ok(bottom < 800);
  });

  it("does not take a reader away who has scrolled up, and leads back", async () => {
    const { page, update } = await live(chatting(60));
    await page.evaluate(() => {
      window.scrollTo(0, 400);
    });
    await settled(page);
    const before = await page.evaluate(() => window.scrollY);
    await update(chatting(64));
    assert.equal(await page.evaluate(() => window.scrollY), before);
    await page.getByRole("button", { name: "Newest message" }).click();
    await settled(page);
    assert.ok(await isAtEnd(page));
    assert.equal(await page.getByRole("button", { name: "Newest message" }).count(), 0);
  });

  it("sends only the rows that are new", async () => {
    const first = drawPage(chatting(40));
    const sections = (content: PanelContent) =>
      content.conversation?.kind === "ready" ? content.conversation.conversation.sections : [];
    const [section] = sections(first.content);
    assert.ok(section);
    const more = sections(chatting(42))[0]?.items.slice(-2) ?? [];
    const conversation = {
      sections: [{ ...section, items: [...section.items, ...more] }],
      itemCount: 43,
      messageCount: 42,
      repeatedCount: 0,
    };
    const second = drawPage(
      { ...first.content, conversation: { kind: "ready", conversation } },
      first,
    );
    const from: number[] = [];
    const feed = new PageFeed((message) => {
      if (message.type === "rows") from.push(message.from);
      return Promise.resolve(true);
    });
    await feed.ready();
    await feed.show(first);
    await feed.update(second);
    assert.deepEqual(from, [0, 42]);
  });

  it("keeps what was typed while the page is hidden", async () => {
    const opened = await show(chatting(2));
    await box(opened.page).fill("Half a sen");
    const state = await keptState(opened);
    const again = await show(chatting(2), { state });
    assert.equal(await box(again.page).inputValue(), "Half a sen");
  });

  it("comes back where the reader was: at a place, or at the end whatever came meanwhile", async () => {
    const { page, update, ...opened } = await live(chatting(60));
    const atEnd = await keptState({ page, ...opened });
    const again = await show(chatting(64), { state: atEnd });
    await settled(again.page);
    assert.ok(await isAtEnd(again.page));
    await page.evaluate(() => {
      window.scrollTo(0, 900);
    });
    await page.waitForFunction(() => {
      const { keptState } = window as { keptState?: () => { readonly row?: number } };
      return keptState?.().row !== undefined;
    });
    const inside = await keptState({ page, ...opened });
    const back = await show(chatting(64), { state: inside });
    await settled(back.page);
    assert.ok(!(await isAtEnd(back.page)));
    await back.page.getByRole("button", { name: "Newest message" }).waitFor();
  });

  it("reads out what is said", async () => {
    const { page, announce } = await live(chatting(2));
    await announce("Jane Doe: Hello");
    assert.equal(await page.locator(".aloud").textContent(), "Jane Doe: Hello");
  });

  it("shows what was not taken, to send it again or to drop it", async () => {
    const message = { text: "<b>Hello</b>", clientToken: "t" };
    const opened = await show(chatting(2, { outgoing: [{ message, failure }] }));
    const { page } = opened;
    assert.match(await page.locator(".outgoing").innerText(), /<b>Hello<\/b>\s+Not sent\./);
    await page.getByRole("button", { name: "Send Again" }).click();
    await page.getByRole("button", { name: "Discard" }).click();
    assert.deepEqual(acts(opened), [
      { action: "sendAgain", clientToken: "t" },
      { action: "discardMessage", clientToken: "t" },
    ]);
  });

  it("has the options of what is asked taken with the mouse and with the keyboard", async () => {
    const opened = await show(asked(offers));
    const { page } = opened;
    const savings = page.getByRole("button", { name: "Savings: Open" });
    await savings.click();
    await box(page).focus();
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press("Shift+Tab");
    await page.getByRole("button", { name: "Depot: Open" }).focus();
    await page.keyboard.press("Enter");
    const itemId = `${ids.c4}-1`;
    assert.deepEqual(acts(opened), [
      { action: "answer", itemId, option: 1 },
      { action: "answer", itemId, option: 3 },
    ]);
    assert.equal(await page.getByRole("button", { name: /Terms/ }).count(), 0);
  });

  it("keeps the focus on an option that was taken, marks it, and has none taken again", async () => {
    const opened = await live(asked(survey));
    const { page, update } = opened;
    const option = page.getByRole("button", { name: "Very satisfied" });
    await option.focus();
    await page.keyboard.press("Space");
    const message = { text: "Very satisfied", clientToken: "t" };
    await update(asked(survey, [], { outgoing: [{ message }] }));
    await page.keyboard.press("Space");
    await update(asked(survey, ["Very satisfied"]));
    await page.keyboard.press("Space");
    assert.equal(acts(opened).length, 1);
    assert.ok(await option.evaluate((element) => element === document.activeElement));
    assert.equal(await option.getAttribute("aria-disabled"), "true");
    const marked = page.locator('.options [aria-current="true"]');
    assert.equal(await marked.innerText(), "Very satisfied");
  });

  it("has nothing taken of an older question, and after the end", async () => {
    const ended = await show(asked(survey, [], { line: { kind: "ended" } }));
    await ended.page.getByRole("button", { name: "Not satisfied" }).click({ force: true });
    assert.deepEqual(acts(ended), []);
    const answered = asked(survey, ["Very satisfied"]);
    const { question: _, ...report } = answered.testChat ?? assert.fail();
    const { page } = await show({ ...answered, testChat: report });
    assert.equal(await page.locator(".options button").count(), 0);
  });

  it("shows who is typing", async () => {
    const conversation = chatting(1).conversation;
    assert.ok(conversation?.kind === "ready");
    const [typing] = conversation.conversation.sections.flatMap(({ items }) => items.slice(1));
    assert.ok(typing);
    const { page, update } = await live(chatting(2, { typing }));
    assert.equal(await page.locator(".typing").innerText(), "Jane Doe is typing…");
    await update(chatting(2));
    assert.equal(await page.locator(".typing").innerText(), "");
  });

  it("shows the proof between the result and the picture", async () => {
    const { page } = await show(continuedChat(proven));
    const tops = await page.evaluate(() =>
      [".result", ".proof", ".map"].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? NaN,
      ),
    );
    assert.deepEqual(
      tops,
      tops.toSorted((one, other) => one - other),
    );
    assert.match(await page.locator(".proof").innerText(), /Predicted 42 = returned 42/);
  });
});
