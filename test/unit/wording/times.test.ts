import assert from "node:assert/strict";
import { dayLabel, listTime, startOfDay } from "../../../src/wording/times";

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
