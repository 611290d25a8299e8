import assert from "node:assert/strict";
import { SharedRead } from "../../../src/aws/sharedRead";

const never = new AbortController().signal;

/** A reading that the test answers; every start of it is kept. */
const prepared = () => {
  const started: { readonly signal: AbortSignal; readonly answer: (value: string) => void }[] = [];
  const failing: ((error: Error) => void)[] = [];
  const shared = new SharedRead(
    "ListUsers",
    (signal) =>
      new Promise<string>((resolve, reject) => {
        started.push({ signal, answer: resolve });
        failing.push(reject);
      }),
  );
  return { shared, started, fail: (at: number, error: Error) => failing[at]?.(error) };
};

describe("something read once", () => {
  it("is read once for all who ask, during and after the reading", async () => {
    const { shared, started } = prepared();
    const both = Promise.all([shared.get(never), shared.get(never)]);
    started[0]?.answer("names");
    assert.deepEqual(await both, ["names", "names"]);
    assert.equal(await shared.get(never), "names");
    assert.equal(started.length, 1);
  });

  it("goes on for the others when one stops", async () => {
    const { shared, started } = prepared();
    const stop = new AbortController();
    const stopped = shared.get(stop.signal);
    const other = shared.get(never);
    stop.abort();
    await assert.rejects(stopped, { kind: "aborted", operation: "ListUsers" });
    assert.deepEqual(
      started.map(({ signal }) => signal.aborted),
      [false],
    );
    started[0]?.answer("names");
    assert.equal(await other, "names");
  });

  it("is stopped when all have stopped, and read anew by the next", async () => {
    const { shared, started } = prepared();
    const stop = new AbortController();
    const stopped = shared.get(stop.signal);
    stop.abort();
    await assert.rejects(stopped, { kind: "aborted" });
    assert.equal(started[0]?.signal.aborted, true);
    const next = shared.get(never);
    started[1]?.answer("names");
    assert.equal(await next, "names");
  });

  it("does not remember a failure", async () => {
    const { shared, started, fail } = prepared();
    const first = shared.get(never);
    fail(0, new Error("denied"));
    await assert.rejects(first, /denied/);
    const second = shared.get(never);
    started[1]?.answer("names");
    assert.equal(await second, "names");
  });

  it("is not begun for a caller that has stopped already", async () => {
    const { shared, started } = prepared();
    await assert.rejects(shared.get(AbortSignal.abort()), { kind: "aborted" });
    assert.equal(started.length, 0);
  });
});
