import assert from "node:assert/strict";
import type { PageState } from "../../../src/panel/pageFeed";
import { PageFeed } from "../../../src/panel/pageFeed";
import { drawPage } from "../../../src/panel/panelView";
import type { Row, ToPage } from "../../../src/panel/protocol";
import { continued } from "./support/specimens";

const event = (index: number): Row => ({
  kind: "event",
  text: String(index),
  time: { text: "", title: "" },
});

const { view } = drawPage(continued);

const stateOf = (count: number): PageState => ({
  view,
  rows: {
    length: count,
    slice: (from, to) =>
      Array.from({ length: Math.min(to, count) - from }, (_, index) => event(from + index)),
  },
});

function feedInto(sent: ToPage[], during?: (message: ToPage) => void): PageFeed {
  return new PageFeed((message) => {
    sent.push(message);
    during?.(message);
    return Promise.resolve(true);
  });
}

const summary = (sent: readonly ToPage[]) =>
  sent.map((message) =>
    message.type === "rows"
      ? `rows ${message.from}+${message.rows.length} of ${message.page}`
      : message.type === "view"
        ? `view ${message.page}`
        : message.type,
  );

describe("feeding the page", () => {
  it("waits until the page is ready, then sends the view and the rows in parts", async () => {
    const sent: ToPage[] = [];
    const feed = feedInto(sent);
    await feed.show(stateOf(1200));
    assert.deepEqual(sent, []);
    await feed.ready();
    assert.deepEqual(summary(sent), [
      "view 1",
      "rows 0+500 of 1",
      "rows 500+500 of 1",
      "rows 1000+200 of 1",
    ]);
  });

  it("sends rows once while they stay the same", async () => {
    const sent: ToPage[] = [];
    const feed = feedInto(sent);
    await feed.ready();
    const state = stateOf(10);
    await feed.show(state);
    await feed.update({ ...state });
    assert.deepEqual(summary(sent), ["view 1", "rows 0+10 of 1", "view 1"]);
  });

  it("sends everything again to a page that was hidden", async () => {
    const sent: ToPage[] = [];
    const feed = feedInto(sent);
    await feed.ready();
    await feed.show(stateOf(10));
    feed.hidden();
    await feed.update(stateOf(20));
    await feed.ready();
    assert.deepEqual(summary(sent).slice(2), ["view 1", "rows 0+20 of 1"]);
  });

  it("stops sending parts of what is no longer shown", async () => {
    const sent: ToPage[] = [];
    const shown: Promise<void>[] = [];
    const feed: PageFeed = feedInto(sent, (message) => {
      if (message.type === "rows" && message.page === 1) shown.push(feed.show(stateOf(1)));
    });
    await feed.ready();
    await feed.show(stateOf(5000));
    await Promise.all(shown);
    assert.deepEqual(summary(sent), ["view 1", "rows 0+500 of 1", "view 2", "rows 0+1 of 2"]);
  });

  it("tells how far reading has come without sending the whole view again", async () => {
    const sent: ToPage[] = [];
    const feed = feedInto(sent);
    const reading = (done: number): PageState =>
      drawPage({ ...continued, conversation: { kind: "loading", done, total: 3 } });
    await feed.ready();
    await feed.show(reading(0));
    await feed.update(reading(1));
    await feed.update(reading(2));
    await feed.update(drawPage(continued));
    assert.deepEqual(summary(sent).slice(0, 4), ["view 1", "progress", "progress", "view 1"]);
  });

  it("says nothing to a page that is not there", async () => {
    const sent: ToPage[] = [];
    await feedInto(sent).say("Copied");
    assert.deepEqual(sent, []);
  });
});
