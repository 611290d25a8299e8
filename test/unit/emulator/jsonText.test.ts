import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonBody, unchanging } from "../../../src/emulator/jsonText";

const content = fc.dictionary(
  fc.string(),
  fc.oneof(
    fc.jsonValue(),
    fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
    fc.constant(undefined),
  ),
);

describe("emulator: JSON bodies", () => {
  it("are what JSON.stringify makes", () => {
    fc.assert(
      fc.property(content, (value) => {
        assert.equal(jsonBody(value).toString(), JSON.stringify(value));
      }),
    );
  });

  it("are the same for what doesn't change, each time", () => {
    fc.assert(
      fc.property(content, fc.array(content), (outer, inner) => {
        const value = unchanging({ ...outer, list: inner.map(unchanging) });
        for (let time = 0; time < 2; time += 1) {
          assert.equal(jsonBody(value).toString(), JSON.stringify(value));
        }
      }),
    );
  });
});
