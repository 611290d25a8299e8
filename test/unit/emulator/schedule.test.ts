import assert from "node:assert/strict";
import fc from "fast-check";
import { Schedule } from "../../../src/emulator/schedule";

describe("emulator: schedule", () => {
  it("lets happen what is due, once, and leaves the rest", () => {
    const schedule = new Schedule();
    const happened: number[] = [];
    for (const at of [30, 10, 20]) schedule.plan(at, (due) => happened.push(due));
    schedule.runDue(9);
    assert.deepEqual(happened, []);
    schedule.runDue(20);
    assert.deepEqual(happened, [10, 20]);
    schedule.runDue(20);
    schedule.runDue(29);
    assert.deepEqual(happened, [10, 20]);
    schedule.runDue(30);
    assert.deepEqual(happened, [10, 20, 30]);
  });

  it("knows when the next thing happens", () => {
    const schedule = new Schedule();
    assert.equal(schedule.next, undefined);
    schedule.plan(20, () => undefined);
    schedule.plan(10, () => undefined);
    assert.equal(schedule.next, 10);
    schedule.runDue(10);
    assert.equal(schedule.next, 20);
  });

  it("lets what happens plan more, which happens too if it was due by then", () => {
    const schedule = new Schedule();
    const happened: string[] = [];
    schedule.plan(10, (at) => {
      happened.push("first");
      schedule.plan(at + 5, () => happened.push("second"));
      schedule.plan(at + 50, () => happened.push("third"));
    });
    schedule.plan(12, () => happened.push("between"));
    schedule.runDue(20);
    assert.deepEqual(happened, ["first", "between", "second"]);
    assert.equal(schedule.next, 60);
  });

  it("keeps to the order of time, and of planning at equal times", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (times, now) => {
        const schedule = new Schedule();
        const happened: (readonly [number, number])[] = [];
        times.forEach((at, order) => schedule.plan(at, () => happened.push([at, order])));
        schedule.runDue(now);
        const due = times
          .map((at, order) => [at, order] as const)
          .filter(([at]) => at <= now)
          .sort(([a, first], [b, second]) => a - b || first - second);
        assert.deepEqual(happened, due);
      }),
    );
  });
});
