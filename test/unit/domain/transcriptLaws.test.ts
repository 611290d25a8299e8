import assert from "node:assert/strict";
import fc from "fast-check";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import { parseTranscript } from "../../../src/domain/parseTranscript";
import type { Transcript, TranscriptPart } from "../../../src/domain/transcript";
import { contact, reference } from "./support";

const event = "application/vnd.amazonaws.connect.event.";

const fileOf = (contactId: string, items: readonly object[]): string =>
  JSON.stringify({
    Version: "2019-08-26",
    ContactId: contactId,
    Participants: [],
    Transcript: items,
  });

const item = (id: string, second: number, more: object = {}) => ({
  Id: id,
  AbsoluteTime: new Date(Date.UTC(2026, 8, 27, 12, 0, second)).toISOString(),
  Type: "MESSAGE",
  ContentType: "text/plain",
  Content: id,
  ParticipantRole: "CUSTOMER",
  DisplayName: "Ana",
  ...more,
});

function read(contactId: string, items: readonly object[]): Transcript {
  const parsed = parseTranscript(fileOf(contactId, items), contactId);
  assert.ok(parsed.kind === "transcript");
  return parsed;
}

describe("A stored transcript", () => {
  it("gives each item its kind", () => {
    const { items } = read("C1", [
      item("text", 1),
      item("markdown", 2, { ContentType: "text/markdown" }),
      item("joined", 3, { Type: "EVENT", ContentType: `${event}participant.joined` }),
      item("ended", 4, { Type: "EVENT", ContentType: `${event}chat.ended`, ParticipantRole: null }),
      item("file", 5, { Type: "ATTACHMENT", Attachments: [{ AttachmentName: "a.pdf" }] }),
      item("picker", 6, { ContentType: "application/vnd.amazonaws.connect.message.interactive" }),
      item("new", 7, { Type: "HOLOGRAM", ContentType: "x/y" }),
    ]);
    assert.deepEqual(
      items.map(({ id, kind }) => `${id} ${kind}`),
      [
        "text message",
        "markdown message",
        "joined event",
        "ended event",
        "file attachment",
        "picker interactive",
        "new unknown",
      ],
    );
  });

  it("is damaged where it is empty, no JSON, or something else", () => {
    const reasonOf = (text: string) => {
      const parsed = parseTranscript(text, "C1");
      return parsed.kind === "damaged" ? parsed.reason : parsed.kind;
    };
    assert.equal(reasonOf(" \n"), "empty");
    assert.equal(reasonOf("{"), "notJson");
    assert.equal(reasonOf("[]"), "notATranscript");
  });

  it("never makes the reader throw, whatever JSON it holds", () => {
    fc.assert(
      fc.property(fc.json(), fc.jsonValue(), (text, odd) => {
        parseTranscript(text, "C1");
        const parsed = parseTranscript(JSON.stringify({ Transcript: [odd, odd] }), "C1");
        assert.equal(parsed.kind === "transcript" ? parsed.items.length : -1, 2);
      }),
    );
  });
});

describe("A conversation", () => {
  const [c1, c2] = reference();
  const part = (of: typeof c1, items: readonly object[]): TranscriptPart<typeof c1> => ({
    contact: of,
    content: read(of.id, items),
  });

  it("has a section for each contact, items by time, and says how each began", () => {
    const { sections } = assembleTranscript([
      part(c1, [item("b", 2), item("a", 1)]),
      part(c2, [item("c", 3)]),
      { contact: contact({ id: "C9", relatedContactId: "C2" }), content: { kind: "active" } },
    ]);
    assert.deepEqual(
      sections.map(({ beginning, startsChain, items }) => [
        beginning,
        startsChain,
        items.map(({ id }) => id).join(),
      ]),
      [
        ["start", true, "a,b"],
        ["transfer", false, "c"],
        ["persistentLink", true, ""],
      ],
    );
    assert.deepEqual(sections[2]?.absence, { kind: "active" });
  });

  it("shows an item once that a later file repeats", () => {
    const conversation = assembleTranscript([
      part(c1, [item("a", 1)]),
      part(c2, [item("a", 1), item("b", 2)]),
    ]);
    assert.equal(conversation.itemCount, 2);
    assert.equal(conversation.repeatedCount, 1);
  });

  it("loses and repeats nothing", () => {
    const names = fc.array(
      fc.nat(30).map((number) => `i${number}`),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(names, names, (first, second) => {
        const conversation = assembleTranscript([
          part(
            c1,
            first.map((id, index) => item(id, index)),
          ),
          part(
            c2,
            second.map((id, index) => item(id, index)),
          ),
        ]);
        const shown = conversation.sections.flatMap(({ items }) => items.map(({ id }) => id));
        assert.deepEqual(shown.toSorted(), [...new Set([...first, ...second])].toSorted());
      }),
    );
  });
});
