import assert from "node:assert/strict";
import fc from "fast-check";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import { parseTranscript } from "../../../src/domain/parseTranscript";
import type { TranscriptItem } from "../../../src/domain/transcript";
import { contact, reference } from "./support";

const file = (items: readonly unknown[], more: object = {}): string =>
  JSON.stringify({
    Version: "2019-08-26",
    AWSAccountId: "111122223333",
    InitialContactId: "C1",
    ContactId: "C2",
    Participants: [{ ParticipantId: "p1" }],
    Transcript: items,
    ...more,
  });

const hello = {
  AbsoluteTime: "2026-04-07T08:45:33.100Z",
  Content: "Hello",
  ContentType: "text/plain",
  Id: "i1",
  Type: "MESSAGE",
  ParticipantId: "p1",
  DisplayName: "Ana",
  ParticipantRole: "CUSTOMER",
};

function itemsOf(text: string): readonly TranscriptItem[] {
  const parsed = parseTranscript(text, "C2");
  assert.ok(parsed.kind === "transcript");
  return parsed.items;
}

const itemOf = (item: unknown, more?: object): TranscriptItem => itemsOf(file([item], more))[0]!;

describe("An item of a stored transcript", () => {
  it("says who wrote what when, and on which contact", () => {
    assert.deepEqual(itemOf(hello), {
      kind: "message",
      format: "text/plain",
      content: "Hello",
      id: "i1",
      time: Date.UTC(2026, 3, 7, 8, 45, 33, 100),
      contactId: "C2",
      role: "CUSTOMER",
      displayName: "Ana",
      participantId: "p1",
      contentType: "text/plain",
      raw: hello,
    });
  });

  it("is read the same where Contact Lens redacted it", () => {
    const { ParticipantRole: _role, DisplayName: _name, ...bare } = hello;
    const analysis = JSON.stringify({
      Version: "CHAT-2022-11-30",
      ChatTranscriptVersion: "2019-08-26",
      Channel: "CHAT",
      ContentMetadata: { Output: "Redacted" },
      CustomerMetadata: { ContactId: "C2" },
      Participants: [{ ParticipantId: "p1", ParticipantRole: "CUSTOMER", DisplayName: "[PII]" }],
      Transcript: [
        {
          ...bare,
          Content: "I am [PII]",
          Redaction: { CharacterOffsets: [{ BeginOffsetChar: 5, EndOffsetChar: 10 }] },
        },
      ],
    });
    const [item] = itemsOf(analysis);
    assert.ok(item?.kind === "message");
    assert.deepEqual(
      [item.contactId, item.role, item.displayName, item.content],
      ["C2", "CUSTOMER", "[PII]", "I am [PII]"],
    );
  });

  it("takes role and name from the participants where only these have them", () => {
    const { ParticipantRole: _role, DisplayName: _name, ...bare } = hello;
    const Participants = [{ ParticipantId: "p1", ParticipantRole: "AGENT", DisplayName: "Bo" }];
    const { role, displayName } = itemOf(bare, { Participants });
    assert.deepEqual([role, displayName], ["AGENT", "Bo"]);
  });

  it("belongs to the past contact that it names", () => {
    assert.equal(itemOf({ ...hello, RelatedContactId: "C9" }).contactId, "C9");
    assert.equal(itemOf({ ...hello, ContactId: "C8" }).contactId, "C8");
  });

  for (const [what, item, kind] of [
    ["parameters of a content type", { ContentType: "text/plain; charset=utf-8" }, "message"],
    ["an answer to a list", { ContentType: interactive("response") }, "interactiveResponse"],
    ["an event nobody knows", { ContentType: event("weather.changed"), Type: "EVENT" }, "event"],
    ["a message without text", { Content: null }, "unknown"],
    ["a text of an unknown type", { ContentType: "text/html" }, "unknown"],
    ["an attachment without files", { Type: "ATTACHMENT", Attachments: null }, "attachment"],
  ] as const)
    it(`with ${what} is of kind ${kind}`, () => {
      assert.equal(itemOf({ ...hello, ...item }).kind, kind);
    });

  it("without participant, time or id is still there", () => {
    const bare = { Id: null, AbsoluteTime: null, ParticipantId: null, ParticipantRole: null };
    const item = itemOf({ ...hello, ...bare, DisplayName: null });
    assert.deepEqual(
      [item.kind, item.time, item.role, item.displayName],
      ["message", undefined, undefined, undefined],
    );
    const ids = itemsOf(file([bare, bare, 7, null])).map(({ id }) => id);
    assert.equal(new Set(ids).size, 4);
  });

  it("keeps what it was, unless that is nested too deep to be shown", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const [item] = itemsOf(file([{ ...hello, Extra: "deep" }]).replace('"deep"', deep));
    assert.equal(item?.kind, "message");
    assert.equal(item.raw, undefined);
    assert.deepEqual(itemOf({ odd: [1] }).raw, { odd: [1] });
  });
});

function interactive(ending: string): string {
  return `application/vnd.amazonaws.connect.message.interactive.${ending}`;
}

function event(name: string): string {
  return `application/vnd.amazonaws.connect.event.${name}`;
}

describe("A transcript file", () => {
  it("may begin with a byte order mark", () => {
    assert.equal(itemsOf(`\uFEFF${file([hello])}`).length, 1);
  });

  it("need not name its contact", () => {
    const parsed = parseTranscript(JSON.stringify({ Transcript: [{}] }), "C7");
    assert.ok(parsed.kind === "transcript");
    assert.equal(parsed.contactId, "C7");
    assert.equal(parsed.items[0]?.contactId, "C7");
  });

  for (const [name, more] of [
    ["contact", { ContactId: 7 }],
    ["participants", { Participants: { p1: 1 } }],
    ["participant", { Participants: [null, 3, { ParticipantId: {} }] }],
  ] as const)
    it(`with an odd ${name} is read all the same`, () => {
      assert.equal(itemsOf(file([hello], more)).length, 1);
    });

  it("never throws when it is cut, or changed anywhere", () => {
    const whole = file([hello, { ...hello, Id: "i2", Attachments: [{ AttachmentName: "a" }] }]);
    const place = fc.nat(whole.length);
    fc.assert(
      fc.property(place, place, fc.string({ maxLength: 4 }), (from, length, text) => {
        const changed = whole.slice(0, from) + text + whole.slice(from + length);
        parseTranscript(changed, "C2");
      }),
    );
  });

  it("never throws for fields of any other type, nor does joining what came of it", () => {
    const odd = fc.record(
      Object.fromEntries(Object.keys(hello).map((key) => [key, fc.jsonValue()])),
      { requiredKeys: [] },
    );
    const [, c2] = reference();
    fc.assert(
      fc.property(fc.array(odd), (items) => {
        const content = parseTranscript(file(items), "C2");
        const { sections } = assembleTranscript([{ contact: c2, content }]);
        const ids = items.map(({ Id }, index) => (typeof Id === "string" ? Id : index));
        assert.equal(sections[0]?.items.length, new Set(ids).size);
      }),
    );
  });
});

describe("A conversation of files that overlap", () => {
  const [c1, c2] = reference();
  const c4 = contact({ id: "C4", minute: 60, relatedContactId: "C2" });
  const message = (Id: string, second: number, more: object = {}) => ({
    ...hello,
    Id,
    AbsoluteTime: `2026-04-07T08:45:${second.toString().padStart(2, "0")}Z`,
    ...more,
  });
  const read = (of: typeof c1, items: readonly object[]) => ({
    contact: of,
    content: parseTranscript(file(items, { ContactId: of.id }), of.id),
  });

  it("shows a past item under its own contact, even where that contact's file is gone", () => {
    const { sections } = assembleTranscript([
      { contact: c2, content: { kind: "missing" } },
      read(c4, [message("old", 1, { RelatedContactId: "C2" }), message("new", 2)]),
    ]);
    assert.deepEqual(
      sections.map(({ items }) => items.map(({ id }) => id)),
      [["old"], ["new"]],
    );
    assert.deepEqual(sections[0]?.absence, { kind: "missing" });
  });

  it("keeps the items of a contact that is not part of it where they were found", () => {
    const { sections } = assembleTranscript([read(c4, [message("a", 1, { ContactId: "gone" })])]);
    assert.deepEqual(
      sections[0]?.items.map(({ id }) => id),
      ["a"],
    );
  });

  it("leaves an item without a time behind the one before it", () => {
    const { sections } = assembleTranscript([
      read(c1, [message("b", 2), message("b+", 0, { AbsoluteTime: "soon" }), message("a", 1)]),
    ]);
    assert.deepEqual(
      sections[0]?.items.map(({ id }) => id),
      ["a", "b", "b+"],
    );
  });

  it("counts what people would call messages", () => {
    const { messageCount, itemCount } = assembleTranscript([
      read(c1, [
        message("text", 1),
        message("file", 2, { Type: "ATTACHMENT" }),
        message("joined", 3, { ContentType: event("participant.joined") }),
        message("?", 4, { ContentType: "x/y" }),
      ]),
    ]);
    assert.deepEqual([messageCount, itemCount], [2, 4]);
  });
});
