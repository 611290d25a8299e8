import assert from "node:assert/strict";
import fc from "fast-check";
import { attributesText, readAttributes } from "../../../src/commands/testChat/attributes";

const names = fc.stringMatching(/^[\w-]{1,20}$/).filter((name) => name !== "__proto__");

describe("contact attributes that are typed", () => {
  it("are read as JSON, whatever their values are", () => {
    fc.assert(
      fc.property(fc.dictionary(names, fc.string()), (attributes) => {
        const read = readAttributes(JSON.stringify(attributes));
        assert.deepEqual(read, { ...attributes });
      }),
    );
  });

  it("are read as a list, and said as one", () => {
    assert.deepEqual(readAttributes("tier=gold, previousContactId = c1 "), {
      tier: "gold",
      previousContactId: "c1",
    });
    assert.deepEqual(readAttributes("query=a=b"), { query: "a=b" });
    assert.equal(attributesText({ tier: "gold", empty: "" }), "tier=gold, empty=");
  });

  it("have numbers and truths as texts", () => {
    assert.deepEqual(readAttributes('{"count": 3, "known": true}'), { count: "3", known: "true" });
  });

  for (const text of ["tier", "=gold", "a b=c", '{"a b": "c"}', '{"a": {}}', "{", "[1]", "a=1,"])
    it(`are none: ${text}`, () => {
      assert.equal(readAttributes(text), undefined);
    });
});
