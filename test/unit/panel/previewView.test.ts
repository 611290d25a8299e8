import assert from "node:assert/strict";
import type { Contact } from "../../../src/domain/contact";
import { contactIdsOf, copyText } from "../../../src/panel/copyText";
import type { PanelContent } from "../../../src/panel/content";
import { drawPage } from "../../../src/panel/panelView";
import { parseToPage } from "../../../src/panel/protocol";
import {
  c1,
  c2,
  c3,
  c4,
  contact,
  ids,
  lineageOf,
  minute,
  previewOf,
  production,
  start,
} from "./support/specimens";

const viewOf = (content: PanelContent) =>
  drawPage(content).view.preview ?? assert.fail("No preview.");

/** One line a fact, by its label. */
function choicesOf(content: PanelContent) {
  return viewOf(content).choices.map((choice) => ({
    ...choice,
    fact: (label: string) => choice.facts.find((fact) => fact.label === label)?.value,
    ids: choice.parts.map(({ contacts }) => contacts.map(({ shortId }) => shortId)),
  }));
}

describe("the preview", () => {
  it("shows both types side by side: what is used, passed, carried, left out and why", () => {
    const choices = choicesOf(previewOf({ current: c4 }));
    const labels = ["Continues from", "Pass as SourceContactId", "Messages"];
    assert.deepEqual(
      choices.map(({ type, fact, ids: listed }) => [type, ...labels.map(fact), ...listed]),
      [
        [
          "ENTIRE_PAST_SESSION",
          ids.c3,
          ids.c1,
          "21 messages",
          ["c1000000", "c2000000", "c3000000"],
          [],
        ],
        ["FROM_SEGMENT", ids.c2, ids.c2, "14 messages", ["c1000000", "c2000000"], ["c3000000"]],
      ],
    );
    const [leftOut] = choices[1]?.parts[1]?.contacts ?? [];
    assert.match(leftOut?.text ?? "", /after the continued-from contact$/);
  });

  it("says while messages are being counted, and which contacts have none that can be read", () => {
    assert.equal(choicesOf(previewOf({ counted: false }))[0]?.fact("Messages"), "being counted…");
    const preview = previewOf();
    const choices = preview.preview?.choices.map(({ plan }) => ({
      plan,
      brings: { messages: 1, unread: 2 },
    }));
    const counted = { ...preview, preview: { pastContactId: ids.c2, choices: choices ?? [] } };
    assert.equal(choicesOf(counted)[1]?.fact("Messages"), "1 message · 2 without a transcript");
  });

  it("finds nothing against a chat that can be continued", () => {
    for (const { verdict, checks } of choicesOf(previewOf({ current: c4 }))) {
      assert.equal(verdict.tone, "good");
      assert.deepEqual([...new Set(checks.map(({ state }) => state))], ["met"]);
    }
  });

  it("puts a broken rule first, and says no more than that the service usually refuses it", () => {
    const current: Contact = { ...c4, relatedContactId: ids.c2 };
    for (const { verdict, checks, button } of choicesOf(previewOf({ current }))) {
      assert.deepEqual([verdict.tone, verdict.text], ["bad", "The service usually refuses this."]);
      assert.equal(checks[0]?.state, "broken");
      assert.match(checks[0].text, /already continues c2000000/);
      assert.equal(button?.primary, false);
    }
  });

  it("is not certain where an older contact has no transcript", () => {
    const lineage = lineageOf({ ...c1, storedTranscript: { kind: "notListed" } }, c2, c3);
    const [entire] = choicesOf(previewOf({ current: c4, lineage }));
    assert.equal(entire?.verdict.tone, "warning");
    assert.equal(entire.checks[0]?.state, "unknown");
  });

  it("does not count a history that is cut off as a reason to refuse", () => {
    const chain = Array.from({ length: 120 }, (_, index) =>
      contact(index === 119 ? ids.c2 : `${index}`.padStart(8, "0"), {
        initialContactId: "00000000",
        initiatedAt: start + index * minute,
        endedAt: start + (index + 1) * minute,
        ...(index > 0 && { previousContactId: `${index - 1}`.padStart(8, "0") }),
      }),
    );
    const [, segment] = choicesOf(previewOf({ current: c4, lineage: lineageOf(...chain) }));
    assert.equal(segment?.verdict.tone, "warning");
    assert.equal(segment.ids[0]?.length, 100);
    assert.match(segment.parts[1]?.contacts[0]?.text ?? "", /older than 100 contacts$/);
  });

  it("goes on with the type that was looked at, on the contact that was looked at", () => {
    const [entire, segment] = choicesOf(previewOf({ current: c4 }));
    const act = { action: "continuePastChat", contactId: ids.c2 };
    assert.deepEqual(entire?.button?.act, { ...act, rehydrationType: "ENTIRE_PAST_SESSION" });
    assert.deepEqual(segment?.button?.act, { ...act, rehydrationType: "FROM_SEGMENT" });
    assert.equal(segment.button.primary, true);
  });

  it("offers no way on where there is nothing to continue from, or on a read-only connection", () => {
    const { endedAt: _, ...active } = c1;
    const going = lineageOf({ ...active, id: ids.c2, initialContactId: ids.c2 });
    const [entire] = choicesOf(previewOf({ lineage: going }));
    assert.equal(entire?.fact("Continues from"), "Nothing to continue from");
    assert.equal(entire.button, undefined);
    const connection = { ...production, readOnly: true };
    const readOnly = { ...previewOf({ current: c4 }), connection };
    assert.deepEqual(
      choicesOf(readOnly).map(({ button }) => button),
      [undefined, undefined],
    );
    assert.match(viewOf(readOnly).text, /Example Bank is read-only/);
  });

  it("says whether the current chat is known, for its rules are checked only then", () => {
    assert.match(viewOf(previewOf()).text, /not chosen yet/);
    assert.match(viewOf(previewOf({ current: c4 })).text, /Checked for chat c4000000/);
  });

  it("leads to the same preview for the session's other contacts", () => {
    assert.deepEqual(
      viewOf(previewOf()).others?.buttons.map(({ act }) => act),
      [ids.c1, ids.c3].map((contactId) => ({ action: "previewRehydration", contactId })),
    );
    assert.equal(viewOf(previewOf({ lineage: lineageOf(c2) })).others, undefined);
  });

  it("gives the id to pass to the clipboard, even where its record is gone", () => {
    const drawn = drawPage(previewOf({ lineage: lineageOf(c2, c3) }));
    assert.ok(contactIdsOf(drawn).has(ids.c1));
    assert.equal(copyText({ kind: "contactId", contactId: ids.c1 }, drawn), ids.c1);
  });

  it("keeps to the protocol", () => {
    const { view } = drawPage(previewOf({ current: c4 }));
    assert.equal(parseToPage({ type: "view", page: 1, view }).kind, "read");
  });
});
