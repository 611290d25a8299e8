import assert from "node:assert/strict";
import { typedDuration } from "../../../src/commands/advanceClock/typedDuration";

describe("a duration that is typed", () => {
  it("is read with any of its units", () => {
    for (const [text, seconds] of [
      ["90s", 90],
      ["90 sec", 90],
      [" 5 min ", 300],
      ["1.5 h", 5_400],
      ["1,5 H", 5_400],
      ["2 days", 172_800],
      ["30 d", 2_592_000],
    ] as const)
      assert.equal(typedDuration(text), seconds, text);
  });

  it("is none without a number and a unit, at nothing, and beyond thirty days", () => {
    for (const text of ["", "5", "h", "0 s", "-1 s", "1 week", "1 h 5 min", "31 d", "2592001 s"])
      assert.equal(typedDuration(text), undefined, text);
  });
});
