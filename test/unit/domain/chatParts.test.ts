import assert from "node:assert/strict";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import { readItems } from "../../../src/domain/parseTranscript";
import { currentParts, heardContact, pastParts } from "../../../src/domain/testChat/chatParts";
import type { TranscriptItem, TranscriptPart } from "../../../src/domain/transcript";
import type { Contact } from "../../../src/domain/contact";
import { active, contact, reference } from "./support";

const said = (id: string, contactId: string): TranscriptItem => {
  const raw = { Id: id, AbsoluteTime: "2026-09-27T12:00:00.000Z", ContentType: "text/plain" };
  return readItems([{ ...raw, Content: id }], { contactId })[0] ?? assert.fail();
};

const gist = (parts: readonly TranscriptPart<Contact>[]) =>
  parts.map(({ contact: { id }, content }) => [
    id,
    "items" in content ? content.items.map((item) => item.id).join() : content.kind,
  ]);

const newestFirst = reference().toReversed();
const nothingStored = assembleTranscript<Contact>([]);

describe("the parts of a chat that we take part in", () => {
  it("are its contacts, in the order in which something was said on them", () => {
    const items = [said("1", "C4"), said("2", "C5"), said("3", "C4"), said("4", "C5")];
    const parts = currentParts(items, (first) => heardContact(first, "C4"));
    assert.deepEqual(gist(parts), [
      ["C4", "1,3"],
      ["C5", "2,4"],
    ]);
    assert.deepEqual(
      parts.map(({ contact: { initialContactId, initiationMethod } }) => [
        initialContactId,
        initiationMethod,
      ]),
      [
        ["C4", "API"],
        ["C4", "UNKNOWN"],
      ],
    );
  });

  it("begin with what came back of the past, oldest contact first", () => {
    const returned = [said("1", "C1"), said("2", "C2"), said("3", "C2"), said("4", "C3")];
    assert.deepEqual(gist(pastParts(newestFirst, returned, nothingStored)), [
      ["C1", "1"],
      ["C2", "2,3"],
      ["C3", "4"],
    ]);
  });

  it("say of a contact of which nothing came why, where the stored transcript says it", () => {
    const [c1] = reference();
    assert.ok(c1);
    const missing = { kind: "missing" } as const;
    const stored = assembleTranscript([{ contact: c1, content: missing }]);
    const goesOn = active(contact({ id: "C9", minute: 90 }));
    assert.deepEqual(gist(pastParts([goesOn, ...newestFirst], [said("2", "C2")], stored)), [
      ["C1", "missing"],
      ["C2", "2"],
      ["C3", ""],
      ["C9", "active"],
    ]);
  });

  it("show what came of contacts that nobody predicted", () => {
    const parts = pastParts(newestFirst, [said("7", "X"), said("2", "C2")], nothingStored);
    assert.deepEqual(gist(parts).slice(0, 1), [["X", "7"]]);
    assert.equal(parts.length, newestFirst.length + 1);
  });
});
