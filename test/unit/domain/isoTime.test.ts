import assert from "node:assert/strict";
import fc from "fast-check";
import { parseIsoTime } from "../../../src/domain/isoTime";

describe("An ISO time", () => {
  it("is what the clock says, for every millisecond of ten thousand years", () => {
    const years = { min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z") };
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), (date) => {
        assert.equal(parseIsoTime(date.toISOString()), date.getTime());
      }),
      { numRuns: 2000 },
    );
  });

  for (const [text, same] of [
    ["2026-04-07T08:45:33Z", "2026-04-07T08:45:33.000Z"],
    ["2026-04-07T08:45:33.1Z", "2026-04-07T08:45:33.100Z"],
    ["2026-04-07T08:45:33.123456789Z", "2026-04-07T08:45:33.123Z"],
    ["2026-04-07T10:45:33+02:00", "2026-04-07T08:45:33.000Z"],
    ["2026-04-07T03:15:33-0530", "2026-04-07T08:45:33.000Z"],
    ["2026-04-07T10:45+02:00", "2026-04-07T08:45:00.000Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
  ] as const)
    it(`may be ${text}`, () => assert.equal(parseIsoTime(text), Date.parse(same)));

  for (const text of [
    "",
    "soon",
    "2026-04-07",
    "2026-04-07T08:45:33",
    "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-04-07T24:00:00Z",
    "2026-04-07T08:60:00Z",
    " 2026-04-07T08:45:33Z",
  ])
    it(`is not "${text}"`, () => assert.equal(parseIsoTime(text), undefined));
});
