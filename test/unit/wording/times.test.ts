import assert from "node:assert/strict";
import { dayLabel, duration, listTime, startOfDay } from "../../../src/wording/times";

const at = (month: number, day: number, hour: number, minute = 0): number =>
  new Date(2026, month - 1, day, hour, minute).getTime();

/** Intl writes a narrow space before AM and PM. */
const plain = (text: string): string => text.replace(/\s/g, " ");

describe("times in a list", () => {
  const now = at(11, 28, 14);

  it("are as short as the day allows", () => {
    assert.equal(plain(listTime(at(11, 28, 9, 5), now)), "09:05 AM");
    assert.equal(plain(listTime(at(11, 27, 23, 40), now)), "Fri 11:40 PM");
    assert.equal(plain(listTime(at(11, 22, 0), now)), "Sun 12:00 AM");
    // The same weekday as today.
    assert.equal(plain(listTime(at(11, 21, 23, 40), now)), "Nov 21, 11:40 PM");
    assert.equal(plain(listTime(at(12, 1, 9), now)), "Dec 1, 09:00 AM");
  });

  it("leave out the day that is said above", () => {
    const day = startOfDay(at(11, 20, 0));
    assert.equal(plain(listTime(at(11, 20, 9, 5), now, day)), "09:05 AM");
    assert.equal(plain(listTime(at(11, 28, 9, 5), now, day)), "Sat 09:05 AM");
  });

  it("are below the name of their day", () => {
    assert.equal(dayLabel(at(11, 28, 0), now), "Today");
    assert.equal(dayLabel(at(11, 27, 23, 59), now), "Yesterday");
    assert.equal(dayLabel(at(11, 26, 23, 59), now), "Thursday, Nov 26");
  });

  it("know yesterday also where the clocks were changed", () => {
    for (const [month, day] of [
      [3, 9],
      [3, 30],
      [10, 26],
      [11, 2],
    ] as const)
      assert.equal(dayLabel(at(month, day - 1, 0, 30), at(month, day, 0, 30)), "Yesterday");
  });
});

describe("a length of time", () => {
  const minute = 60_000;
  const hour = 60 * minute;

  for (const [ms, text] of [
    [0, "0 s"],
    [59_400, "59 s"],
    [59_600, "1 min"],
    [59.6 * minute, "1 h"],
    [2 * hour + 5 * minute, "2 h 5 min"],
    [47 * hour + 59 * minute, "47 h 59 min"],
    [48 * hour, "2 d"],
    [637 * hour + 11 * minute, "26 d 13 h"],
  ] as const)
    it(`reads as ${text}`, () => assert.equal(duration(ms), text));
});
