import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "jsonc-parser";
import { editsOf } from "../../../src/domain/flow/edits";
import { placeAt } from "../../../src/domain/flow/place";
import { readFlow } from "../../../src/domain/flow/readFlow";
import { knownSources } from "../../../src/domain/flow/sources";
import { association, byChannel, exported, flow, given, onError, setting, textOf } from "./flows";

const layout = { tabSize: 2, insertSpaces: true, eol: "\n" };

/** The text after each fix of its first problem. */
function mended(text: string): readonly string[] {
  const [problem] = readFlow(text)?.problems ?? [];
  return (problem?.fixes ?? []).map((fix) =>
    applyEdits(text, [...editsOf(text, fix, text.includes("\n") ? layout : undefined)]),
  );
}

/** Each kind that can be mended, with a flow that has it and nothing else wrong. */
const mendable = {
  wrongActionType: flow(association({ Type: "CreatePersistentContactassociation" })),
  typeMissing: flow(association({ Parameters: { SourceContactId: "$.External.id" } })),
  typeUnknown: flow(given({ RehydrationType: "EntirePastSession" })),
  typeDynamic: flow(given({ RehydrationType: "$.Attributes.type" })),
  sourceMissing: flow(association({ Parameters: { RehydrationType: "FROM_SEGMENT" } })),
  sourceUnreadable: flow(given({ SourceContactId: 7 })),
  sourceLiteral: flow(given({ SourceContactId: "c1000000-0000-4000-8000-000000000001" })),
  sourceIsCurrent: flow(given({ SourceContactId: "$.ContactId" })),
  sourceOfThisChat: flow(given({ SourceContactId: "$.PreviousContactId" })),
  attributeMisspelt: flow(setting("set", "continue", { previouscontactid: "x" }), association()),
  attributeNotSet: flow(setting("set", "continue", { "past chat": "x" }), association()),
  errorMissing: flow(association({ Transitions: { NextAction: "end" } })),
};

describe("A fix", () => {
  for (const [kind, value] of Object.entries(mendable))
    it(`mends ${kind}, in a file of many lines and of one`, () => {
      for (const text of [textOf(value), JSON.stringify(value)]) {
        assert.deepEqual(
          readFlow(text)?.problems.map((problem) => problem.kind),
          [kind],
        );
        const after = mended(text);
        assert.ok(after.length > 0);
        for (const one of after) assert.deepEqual(readFlow(one)?.problems, []);
      }
    });

  it("changes nothing but the one value, and keeps the layout", () => {
    const text = textOf(mendable.typeUnknown);
    const [first, second] = mended(text);
    assert.equal(first, text.replace("EntirePastSession", "ENTIRE_PAST_SESSION"));
    assert.equal(second, text.replace("EntirePastSession", "FROM_SEGMENT"));
  });

  it("adds the Error branch as it is exported, and keeps other errors", () => {
    assert.deepEqual(
      mended(textOf(mendable.errorMissing)).map((text) => JSON.parse(text) as unknown),
      [exported],
    );
    const other = { NextAction: "end", ErrorType: "Other" };
    const both = flow(association({ Transitions: { NextAction: "end", Errors: [other] } }));
    const [after = ""] = mended(textOf(both));
    assert.deepEqual((JSON.parse(after) as typeof exported).Actions[0]?.Transitions["Errors"], [
      other,
      onError("end"),
    ]);
  });

  it("completes a reference that lacks its beginning", () => {
    const [after = ""] = mended(textOf(flow(given({ SourceContactId: "Attributes.past" }))));
    assert.match(after, /"\$\.Attributes\.past"/);
  });

  it("is not offered where the file has no place for it", () => {
    const odd = association({ Parameters: [] as unknown as Record<string, unknown> });
    assert.deepEqual(mended(textOf(flow(odd))), []);
  });
});

/** JSON that is like a flow here and there. */
const nearly = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(
      "CreatePersistentContactAssociation",
      "Compare",
      "UpdateContactAttributes",
      "$.Channel",
      "$.Attributes.a",
      "a",
      "b",
      "",
      "ENTIRE_PAST_SESSION",
      null,
      1,
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        "Identifier",
        "Type",
        "Parameters",
        "RehydrationType",
        "SourceContactId",
        "Attributes",
        "Transitions",
        "NextAction",
        "Errors",
        "ErrorType",
        "Conditions",
        "Condition",
        "Operator",
        "Operands",
        "ComparisonValue",
        "__proto__",
      ),
      tie("value"),
    ),
  ),
})).value;

const oddAction = fc.record(
  {
    Identifier: fc.oneof(fc.constantFrom("a", "b"), nearly),
    Type: fc.oneof(
      fc.constantFrom("CreatePersistentContactAssociation", "Compare", "UpdateContactAttributes"),
      nearly,
    ),
    Parameters: nearly,
    Transitions: fc.oneof(fc.record({ NextAction: fc.constantFrom("a", "b") }), nearly),
  },
  { requiredKeys: [] },
);

describe("Whatever a file holds", () => {
  const oddFlow = fc.array(fc.oneof(oddAction, nearly), { maxLength: 6 }).map((actions) => ({
    Version: "2019-10-30",
    StartAction: "a",
    Actions: [...actions, association()],
  }));

  it("reading it does not fail, and every problem stands somewhere in it", () => {
    fc.assert(
      fc.property(oddFlow, (value) => {
        const text = textOf(value);
        const reading = readFlow(text);
        assert.ok(reading);
        for (const { span } of reading.problems)
          assert.ok(span.length > 0 && span.offset + span.length <= text.length);
      }),
    );
  });

  it("every fix that is offered can be made, leaves JSON, and mends what it is for", () => {
    fc.assert(
      fc.property(oddFlow, (value) => {
        const text = textOf(value);
        for (const { kind, path, fixes } of readFlow(text)?.problems ?? [])
          for (const fix of fixes) {
            const after = readFlow(applyEdits(text, [...editsOf(text, fix, layout)]));
            assert.ok(after);
            const same = after.problems.filter(
              (problem) => problem.kind === kind && String(problem.path) === String(path),
            );
            assert.deepEqual(same, []);
          }
      }),
    );
  });

  it("reading a part of it does not fail", () => {
    const text = textOf(flow(byChannel("ask", "end", { VOICE: "continue" }), association()));
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.string(), (from, to, put) => {
        const part = text.slice(0, from) + put + text.slice(to);
        readFlow(part);
        placeAt(part, from);
        assert.ok(knownSources(part).length > 0);
      }),
    );
  });

  it("nesting it without end does not fail", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const text = textOf({ ...exported, Metadata: "DEEP" }).replace('"DEEP"', deep);
    assert.equal(readFlow(text), undefined);
  });
});
