import assert from "node:assert/strict";
import { Failure } from "../../../src/domain/failure";
import type { PanelContent } from "../../../src/panel/content";
import { goneView } from "../../../src/panel/goneView";
import { keptPageOf } from "../../../src/panel/keptPage";
import type { KeptPanel } from "../../../src/panel/keptPanelSchema";
import { readKeptState } from "../../../src/panel/keptPanelSchema";
import { PageFeed } from "../../../src/panel/pageFeed";
import { drawPage } from "../../../src/panel/panelView";
import type { ToPage } from "../../../src/panel/protocol";
import { parseToPage } from "../../../src/panel/protocol";
import { c4, continued, ids, previewOf, reportOf } from "./support/specimens";

const failure = new Failure("throttled", "CreatePersistentContactAssociation", {
  name: "ThrottlingException",
  message: "Rate exceeded",
});

const transcript: PanelContent = { ...previewOf(), choice: { kind: "chain", contactId: ids.c1 } };

describe("what is kept of a page", () => {
  it("is its kind and ids: of an association that was made, what was asked for", () => {
    assert.deepEqual(keptPageOf(continued), {
      kind: "association",
      connectionId: "sandbox",
      rehydrationType: "FROM_SEGMENT",
      sourceContactId: ids.c2,
      currentContactId: ids.c4,
    });
  });

  it("is the preview of an association that was not made, so that nothing is called again", () => {
    const association = reportOf("FROM_SEGMENT", ids.c2, { failure });
    assert.deepEqual(keptPageOf({ ...continued, association }), {
      kind: "preview",
      connectionId: "sandbox",
      contactId: ids.c2,
      currentContactId: ids.c4,
    });
    assert.equal(keptPageOf(previewOf({ current: c4 }))?.kind, "preview");
  });

  it("is what was asked for of a transcript, and nothing where nothing was read", () => {
    const { preview: _, choice, ...rest } = transcript;
    assert.deepEqual(keptPageOf({ ...rest, ...(choice && { choice }) }), {
      kind: "transcript",
      connectionId: "sandbox",
      part: "chain",
      contactId: ids.c1,
    });
    assert.equal(keptPageOf(rest), undefined);
  });

  it("goes to the page once, and again when the page has loaded anew or it has changed", async () => {
    const sent: ToPage[] = [];
    const feed = new PageFeed((message) => {
      sent.push(message);
      return Promise.resolve(true);
    }, 6);
    const state = drawPage(continued);
    const of = keptPageOf(continued) ?? assert.fail("Nothing is kept.");
    const kept = (pinned: boolean): KeptPanel => ({ pinned, of });
    const keeps = () =>
      sent.flatMap((message) => (message.type === "keep" ? [message.shown.pinned] : []));
    await feed.ready();
    await feed.show({ ...state, kept: kept(false) });
    await feed.update({ ...state, kept: kept(false) });
    assert.deepEqual(keeps(), [false]);
    await feed.update({ ...state, kept: kept(true) });
    assert.deepEqual(keeps(), [false, true]);
    await feed.ready();
    assert.deepEqual(keeps(), [false, true, true]);
    // The place in the page is kept under its number.
    assert.equal(feed.current, 7);
    const [keep] = sent.filter(({ type }) => type === "keep");
    assert.equal(parseToPage(keep).kind, "read");
  });

  it("is read with the page's number, or not at all", () => {
    const shown = { pinned: false, of: keptPageOf(continued) };
    assert.equal(readKeptState({ page: 2, top: 10, row: 4, shown })?.page, 2);
    for (const state of [undefined, null, {}, { page: 1 }, { page: 1, shown: { pinned: true } }])
      assert.equal(readKeptState(state), undefined);
  });
});

describe("a page that cannot be brought back", () => {
  it("says why, and offers to read it again only where that may help", () => {
    const removed = goneView("removed");
    const untrusted = goneView("untrusted");
    assert.deepEqual(removed.note?.buttons, []);
    assert.equal(untrusted.note?.buttons[0]?.act.action, "retry");
    for (const view of [removed, untrusted])
      assert.equal(parseToPage({ type: "view", page: 1, view }).kind, "read");
  });
});

describe("an association of an earlier window", () => {
  const { outcome: _, intent, ...report } = reportOf("FROM_SEGMENT", ids.c2);
  const { clientToken: _t, ...asked } = intent;
  const viewOf = (continuedFromContactId: string) =>
    drawPage({
      ...continued,
      association: {
        ...report,
        intent: asked,
        outcome: {
          kind: "recorded",
          continuedFromContactId,
          comparison:
            continuedFromContactId === ids.c2
              ? { kind: "agrees" }
              : { kind: "differs", actualContactId: continuedFromContactId, actualWas: "carried" },
        },
      },
    }).view;

  it("is told by the record, without a request that nobody knows any more", () => {
    const view = viewOf(ids.c2);
    assert.equal(view.header.title, "Continued from c2000000");
    assert.equal(view.wire, undefined);
    const { asked: facts = [], answered, verdict } = view.result ?? {};
    assert.ok(!facts.some(({ label }) => label === "Client token"));
    assert.equal(answered?.[1]?.value, "the current chat's record");
    assert.equal(verdict?.tone, "good");
  });

  it("says where the record has another link, and what came with that one", () => {
    const { result, header } = viewOf(ids.c1);
    assert.equal(header.tone, "warning");
    assert.equal(result?.verdict?.tone, "warning");
    assert.deepEqual(
      result.parts.map(({ contacts }) => contacts.map(({ shortId }) => shortId)),
      [["c1000000"], ["c2000000", "c3000000"]],
    );
  });
});
