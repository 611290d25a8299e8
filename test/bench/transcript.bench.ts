import type { Browser, Page } from "playwright-core";
import { assembleTranscript } from "../../src/domain/assembleTranscript";
import { MAX_TRANSCRIPT_BYTES } from "../../src/domain/gateway";
import { parseTranscript } from "../../src/domain/parseTranscript";
import { PageFeed } from "../../src/panel/pageFeed";
import { drawPage } from "../../src/panel/panelView";
import type { ToPage } from "../../src/panel/protocol";
import { launchBrowser } from "../host/browser";
import { c1, lineageOf, names, sandbox } from "../unit/panel/support/specimens";
import { openPage } from "../unit/webview/support/opened";
import { atMost, report } from "./support/figures";
import { count, kB, ms, stopwatch, times } from "./support/numbers";
import { longestTask } from "./support/tasks";

/** A stored file of so many items, with as much said in each as fits into so many bytes. */
function stored(items: number, bytes: number): string {
  const file = (words: number) =>
    JSON.stringify({
      Version: "2019-08-26",
      ContactId: c1.id,
      Transcript: Array.from({ length: items }, (_, index) => ({
        AbsoluteTime: new Date(c1.initiatedAt + index * 50).toISOString(),
        Id: `${c1.id}-${index}`,
        Type: "MESSAGE",
        ContentType: "text/plain",
        ParticipantRole: index % 2 === 0 ? "CUSTOMER" : "AGENT",
        ParticipantId: index % 2 === 0 ? "customer" : "agent",
        DisplayName: index % 2 === 0 ? "Ana" : "Alejandro",
        Content: `Message ${index}${" word".repeat(words + (index % 3) - 1)}`,
      })),
    });
  const room = Math.floor((bytes - file(1).length) / items / " word".length);
  return file(Math.max(1, room));
}

interface Sent {
  readonly messages: readonly ToPage[];
  /** Milliseconds from the file's bytes to the moment at which the first rows have left for the page. */
  readonly took: number;
}

/** The extension's side: file → conversation → page → messages. */
async function send(text: string): Promise<Sent> {
  const watch = stopwatch();
  let took: number | undefined;
  const messages: ToPage[] = [];
  const feed = new PageFeed((message) => {
    messages.push(message);
    if (message.type === "rows") took ??= watch();
    return Promise.resolve(true);
  });
  await feed.ready();
  const content = parseTranscript(text, c1.id);
  const conversation = assembleTranscript([{ contact: c1, content }]);
  await feed.show(
    drawPage({
      connection: sandbox,
      names,
      lineage: lineageOf(c1),
      conversation: { kind: "ready", conversation },
    }),
  );
  return { messages, took: took ?? NaN };
}

/** Gives the messages to the page, each in a task of its own; milliseconds from the first to the frame with the first rows. */
const receive = (page: Page, messages: readonly ToPage[]): Promise<number> =>
  page.evaluate(
    async (texts) => {
      const nextTask = () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(undefined);
        });
      const give = (text: string) =>
        window.dispatchEvent(new MessageEvent("message", { data: JSON.parse(text) as unknown }));
      const [view = "", rows = "", ...rest] = texts;
      const start = performance.now();
      give(view);
      give(rows);
      // A task that is posted in a frame's callback runs after that frame was painted.
      await new Promise(requestAnimationFrame);
      await nextTask();
      const painted = performance.now() - start;
      if (document.querySelector(".row .message") === null) throw new Error("No row is there.");
      for (const text of rest) {
        await nextTask();
        give(text);
      }
      return painted;
    },
    messages.map((message) => JSON.stringify(message)),
  );

/** The same file as text in one element: what an editor without a viewer shows. */
const receivePlainly = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (file) => {
    const start = performance.now();
    const { Transcript } = JSON.parse(file) as {
      readonly Transcript: readonly { readonly Content: string }[];
    };
    const pre = document.createElement("pre");
    pre.textContent = Transcript.map(({ Content }) => Content).join("\n");
    document.body.replaceChildren(pre);
    await new Promise(requestAnimationFrame);
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
    return performance.now() - start;
  }, text);

/** Goes to the end of what is on the page, some five windows a frame. */
const scrollThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const atEnd = () =>
      window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
    while (!atEnd()) {
      window.scrollBy(0, window.innerHeight * 5);
      await new Promise(requestAnimationFrame);
    }
  });

/** Bytes of script objects that are in use, once what is not was collected. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

const nodesIn = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll("*").length);

describe("A transcript in the panel", () => {
  const items = 10_500;
  const text = stored(items, MAX_TRANSCRIPT_BYTES);
  let browser: Browser;

  before(async () => (browser = await launchBrowser()));
  after(() => browser.close());

  it("is on screen at once", async () => {
    const runs = 5;
    const best = { host: Infinity, page: Infinity, plain: Infinity };
    for (let run = 0; run < runs; run += 1) {
      const { messages, took } = await send(text);
      const opened = await openPage(browser);
      const { page } = opened;
      best.host = Math.min(best.host, took);
      best.page = Math.min(best.page, await receive(page, messages));
      best.plain = Math.min(best.plain, await receivePlainly(page, text));
      await opened.close();
    }
    const total = best.host + best.page;
    report({
      what: `${(text.length / 1024 / 1024).toFixed(2)} MB, ${count(items)} items: bytes → first paint`,
      measured: `${ms(total)} (${ms(best.host)} extension, ${ms(best.page)} page)`,
      baseline: `${ms(best.plain)} as plain text in one element`,
      bar: atMost(200, total, "200 ms"),
    });
  });

  it("scrolls to its end without a hitch", async () => {
    const { messages } = await send(text);
    const opened = await openPage(browser);
    const { page } = opened;
    await receive(page, messages);
    const idle = await longestTask(browser, page, () => scrollThroughNothing(page));
    const longest = await longestTask(browser, page, () => scrollThrough(page));
    await page.getByText(`Message ${items - 1} `).waitFor();
    await opened.close();
    report({
      what: "… longest task while scrolling to the end",
      measured: ms(longest),
      baseline: `${ms(idle)} of the same page that is not scrolled`,
      bar: atMost(50, longest, "50 ms"),
    });
  });

  it("keeps few nodes in the document", async () => {
    const nodes: number[] = [];
    for (const size of [1000, 10_000, 50_000]) {
      const { messages } = await send(stored(size, 0));
      const opened = await openPage(browser);
      const { page } = opened;
      await receive(page, messages);
      await scrollThrough(page);
      nodes.push(await nodesIn(page));
      await opened.close();
    }
    const [few = NaN] = nodes;
    report({
      what: "… DOM nodes with 1,000 / 10,000 / 50,000 items",
      measured: nodes.map(count).join(" / "),
      baseline: `${count(few)} with 1,000`,
      bar: atMost(few * 1.1, Math.max(...nodes), "1.1 ×"),
    });
  });

  it("keeps little more in memory than the file", async () => {
    const { messages } = await send(text);
    const [ours, parsed] = [await openPage(browser), await openPage(browser)];
    const empty = await heapOf(ours.page);
    await receive(ours.page, messages);
    await scrollThrough(ours.page);
    const heap = (await heapOf(ours.page)) - empty;
    const kept = await parsed.page.evaluateHandle((file) => JSON.parse(file) as unknown, text);
    const floor = (await heapOf(parsed.page)) - empty;
    await kept.dispose();
    for (const { close } of [ours, parsed]) await close();
    report({
      what: "… memory of the page, once it was read to its end",
      measured: `${kB(heap)} (${times(heap / text.length)} of the file)`,
      baseline: `${kB(floor)} for its items, parsed and kept`,
      bar: atMost(3 * text.length, heap, "3 × the file"),
    });
  });

  for (const [size, bytes, bar] of [
    [items, MAX_TRANSCRIPT_BYTES, 100],
    [50_000, 0, 200],
  ] as const)
    it(`finds what is typed, in ${size} items`, async () => {
      const file = stored(size, bytes);
      const { messages } = await send(file);
      const opened = await openPage(browser);
      const { page } = opened;
      await receive(page, messages);
      await page.keyboard.press("Control+F");
      const best = { found: Infinity, plain: Infinity };
      for (let run = 0; run < 5; run += 1) {
        best.found = Math.min(best.found, await findTyped(page, "message 9"));
        best.plain = Math.min(best.plain, await findPlainly(page, file, "message 9"));
      }
      const idle = await longestTask(browser, page, () => scrollThroughNothing(page));
      const longest = await longestTask(browser, page, async () => {
        await findTyped(page, "w");
      });
      await opened.close();
      report({
        what: `… search in ${count(size)} items: keystroke → count and first match painted`,
        measured: ms(best.found),
        baseline: `${ms(best.plain)} for all messages as one string, without a mark`,
        bar: atMost(bar, best.found, `${bar} ms`),
      });
      report({
        what: `… longest task of a search for "w" in ${count(size)} items`,
        measured: ms(longest),
        baseline: `${ms(idle)} of the same page that is left alone`,
        bar: atMost(50, longest, "50 ms"),
      });
    });
});

/** Milliseconds from a change of what is looked for to the frame with its result. */
const findTyped = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>(".find input");
    const counted = document.querySelector(".count");
    if (input === null || counted === null) throw new Error("Find is not open.");
    const type = (value: string): void => {
      input.value = value;
      input.dispatchEvent(new Event("input"));
    };
    const nextFrame = () => new Promise(requestAnimationFrame);
    type("");
    await nextFrame();
    const start = performance.now();
    type(typed);
    do await nextFrame();
    while (counted.getAttribute("aria-busy") === "true" || counted.textContent === "");
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
    return performance.now() - start;
  }, text);

/** The same matches counted in one go. */
const findPlainly = (page: Page, file: string, text: string): Promise<number> =>
  page.evaluate(
    ([json, wanted]) => {
      const { Transcript } = JSON.parse(json) as {
        readonly Transcript: readonly { readonly Content: string }[];
      };
      const all = Transcript.map(({ Content }) => Content).join("\n");
      const start = performance.now();
      if ((all.match(new RegExp(wanted, "giu")) ?? []).length === 0) throw new Error("No match.");
      return performance.now() - start;
    },
    [file, text] as const,
  );

/** As many frames as a second has. */
const scrollThroughNothing = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 60; frame += 1) await new Promise(requestAnimationFrame);
  });
