import assert from "node:assert/strict";
import fc from "fast-check";
import { type Clock, Pacer } from "../../../src/aws/pacer";
import { quotaOf } from "../../../src/aws/quotas";

const never = () => new AbortController().signal;

/** A clock that only a test moves on. */
class HandClock implements Clock {
  private time = 0;
  private timers: { readonly at: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.time + ms, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  get waiting(): number {
    return this.timers.length;
  }

  /** Moves on to the next timer and lets what waits for it happen. */
  async next(): Promise<void> {
    const timer = this.timers.sort((one, other) => one.at - other.at).shift();
    if (timer === undefined) throw new Error("Nothing waits.");
    this.time = Math.max(this.time, timer.at);
    timer.callback();
    await new Promise(setImmediate);
  }

  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    while (this.timers.some(({ at }) => at <= until)) await this.next();
    this.time = until;
  }
}

/** The times at which `count` calls that all come at once are let go. */
async function timesOf(operation: string, count: number): Promise<readonly number[]> {
  const clock = new HandClock();
  const pacer = new Pacer(clock);
  const times: number[] = [];
  for (let call = 0; call < count; call += 1) {
    void pacer.take(operation, never()).then(() => times.push(clock.now()));
  }
  await new Promise(setImmediate);
  while (times.length < count) await clock.next();
  return times;
}

describe("pacer", () => {
  it("lets 20 searches go within 5 % of the quota's own minimum time, the first at once", async () => {
    const times = await timesOf("SearchContacts", 20);
    assert.equal(times[0], 0);
    const last = times.at(-1) ?? 0;
    assert.ok(last >= 19 * 2000, `${last} ms is faster than the quota`);
    assert.ok(last <= 19 * 2000 * 1.05, `${last} ms is too slow`);
  });

  it("lets whoever is waited for pass those that nobody waits for", async () => {
    const clock = new HandClock();
    const pacer = new Pacer(clock);
    const went: string[] = [];
    const ask = (name: string, ...how: ["background"?]) =>
      void pacer.take("SearchContacts", never(), ...how).then(() => went.push(name));
    ask("first");
    ask("refresh", "background");
    ask("refresh of another list", "background");
    ask("Load more");
    ask("Load more again");
    await new Promise(setImmediate);
    while (went.length < 5) await clock.next();
    const people = ["first", "Load more", "Load more again"];
    assert.deepEqual(went, [...people, "refresh", "refresh of another list"]);
  });

  it("lets a burst go at once", async () => {
    const times = await timesOf("DescribeContact", 16);
    assert.deepEqual(times.slice(0, 15), new Array(15).fill(0));
    assert.ok((times[15] ?? 0) >= 100);
  });

  it("knows an operation without a quota of its own by the general one", () => {
    assert.deepEqual(quotaOf("ListQueues"), { perSecond: 2, burst: 5 });
    assert.deepEqual(quotaOf("CreatePersistentContactAssociation"), { perSecond: 5, burst: 8 });
  });

  it("never lets more go in any span of time than the quota has, whatever the calls' times", async () => {
    const calls = fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 40 });
    const operation = fc.constantFrom("SearchContacts", "DescribeContact", "ListUsers");
    await fc.assert(
      fc.asyncProperty(operation, calls, async (name, gaps) => {
        const clock = new HandClock();
        const pacer = new Pacer(clock);
        const times: number[] = [];
        for (const gap of gaps) {
          await clock.advance(gap);
          void pacer.take(name, never()).then(() => times.push(clock.now()));
          await new Promise(setImmediate);
        }
        while (times.length < gaps.length) await clock.next();
        const { perSecond, burst } = quotaOf(name);
        for (const [first, from] of times.entries())
          for (const [last, to] of times.entries())
            if (last >= first) {
              const allowed = burst + ((to - from) / 1000) * perSecond;
              assert.ok(
                last - first + 1 <= allowed,
                `${last - first + 1} calls in ${to - from} ms`,
              );
            }
      }),
      { numRuns: 50 },
    );
  });

  it("tells how long a call will wait, and lets it wait so long", async () => {
    const clock = new HandClock();
    const pacer = new Pacer(clock);
    const told: number[] = [];
    const onWait = (operation: string, ms: number) => {
      assert.equal(operation, "SearchContacts");
      told.push(ms);
    };
    await pacer.take("SearchContacts", never(), onWait);
    assert.deepEqual(told, []);
    const second = pacer.take("SearchContacts", never(), onWait).then(() => clock.now());
    const third = pacer.take("SearchContacts", never(), onWait).then(() => clock.now());
    await clock.next();
    await clock.next();
    assert.deepEqual(await Promise.all([second, third]), told);
  });

  it("a call that stops waiting gives its turn to the next one", async () => {
    const clock = new HandClock();
    const pacer = new Pacer(clock);
    await pacer.take("SearchContacts", never());
    const stop = new AbortController();
    const stopped = pacer.take("SearchContacts", stop.signal);
    const next = pacer.take("SearchContacts", never()).then(() => clock.now());
    stop.abort();
    await assert.rejects(stopped, { name: "AbortError" });
    await clock.next();
    assert.ok((await next) < 2100);
    assert.equal(clock.waiting, 0);
  });

  it("a call that is stopped already takes no turn", async () => {
    const clock = new HandClock();
    const pacer = new Pacer(clock);
    await assert.rejects(pacer.take("SearchContacts", AbortSignal.abort()));
    await pacer.take("SearchContacts", never());
    assert.equal(clock.now(), 0);
  });
});
