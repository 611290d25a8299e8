import assert from "node:assert/strict";
import fc from "fast-check";
import { readTimeRange, timeRangeText } from "../../../src/commands/filter/timeRange";

const at = (day: number, hour = 0, minute = 0): number =>
  new Date(2026, 10, day, hour, minute).getTime();

const windowOf = (text: string) => {
  const range = readTimeRange(text);
  return range.kind === "read" ? [range.window.from, range.window.to] : range.kind;
};

describe("a range of time that is typed", () => {
  it("takes a day whole, and a time as it is", () => {
    assert.deepEqual(windowOf("2026-11-20"), [at(20), at(21)]);
    assert.deepEqual(windowOf("2026-11-20 to 2026-11-21"), [at(20), at(22)]);
    assert.deepEqual(windowOf(" 2026-11-20 09:30..2026-11-20T18:00 "), [at(20, 9, 30), at(20, 18)]);
    assert.deepEqual(windowOf("2026-11-20 – 2026-11-21 18:00"), [at(20), at(21, 18)]);
  });

  it("refuses what is no such range", () => {
    for (const text of [
      "",
      "yesterday",
      "2026-11-31",
      "2026-13-01",
      "2026-11-20 25:00",
      "2026-11-20 to",
      "2026-11-20 to 2026-11-21 to 2026-11-22",
    ])
      assert.equal(windowOf(text), "unreadable", text);
    assert.equal(windowOf("2026-11-21 to 2026-11-20"), "reversed");
    assert.equal(windowOf("2026-11-21 09:00 to 2026-11-21 09:00"), "reversed");
  });

  it("takes as many days as the service is known to search", () => {
    assert.deepEqual(windowOf("2026-11-01 to 2026-12-26"), [
      at(1),
      new Date(2026, 11, 27).getTime(),
    ]);
    assert.equal(windowOf("2026-11-01 to 2026-12-27"), "tooLong");
  });

  it("is written as it is read", () => {
    // Minutes of summer, so that none comes twice where clocks are put back.
    const minute = fc.integer({ min: 0, max: 40 * 24 * 60 });
    const time = (minutes: number) => new Date(2026, 5, 1, 0, minutes).getTime();
    fc.assert(
      fc.property(minute, minute, (one, other) => {
        fc.pre(one !== other);
        const window = { from: time(Math.min(one, other)), to: time(Math.max(one, other)) };
        assert.deepEqual(readTimeRange(timeRangeText(window)), { kind: "read", window });
      }),
    );
  });
});
