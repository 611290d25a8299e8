import assert from "node:assert/strict";
import { Outbox } from "../../../src/commands/testChat/outbox";
import { Failure } from "../../../src/domain/failure";

const message = (text: string) => ({ text, clientToken: `token of ${text}` });
const failure = new Failure("offline", "SendMessage", { name: "n", message: "m" });

const opened = () => {
  const outbox = new Outbox(() => undefined);
  return { outbox, waiting: () => outbox.waiting.map((each) => each.message.text) };
};

describe("what the customer wrote", () => {
  it("waits until it is heard, whether the answer or the news come first", async () => {
    const { outbox, waiting } = opened();
    await outbox.deliver(message("one"), () => Promise.resolve("1"));
    assert.deepEqual(waiting(), ["one"]);
    outbox.heard("1");
    assert.deepEqual(waiting(), []);
    outbox.heard("2");
    await outbox.deliver(message("two"), () => Promise.resolve("2"));
    assert.deepEqual(waiting(), []);
  });

  it("goes in the order in which it was written", async () => {
    const { outbox } = opened();
    const order: string[] = [];
    const release: (() => void)[] = [];
    const slow = outbox.deliver(message("one"), async () => {
      await new Promise<void>((resolve) => release.push(resolve));
      order.push("one");
      return "1";
    });
    const quick = outbox.deliver(message("two"), () => {
      order.push("two");
      return Promise.resolve("2");
    });
    // Everything that needs no release has happened by then.
    await new Promise(setImmediate);
    assert.deepEqual(order, []);
    release[0]?.();
    await Promise.all([slow, quick]);
    assert.deepEqual(order, ["one", "two"]);
  });

  it("stays with its failure at its place, until it is sent again or dropped", async () => {
    const { outbox, waiting } = opened();
    await outbox.deliver(message("one"), () => Promise.reject(failure));
    await outbox.deliver(message("two"), () => Promise.resolve("2"));
    const failures = () => outbox.waiting.map((each) => each.failure);
    assert.deepEqual(failures(), [failure, undefined]);
    const again = outbox.find("token of one") ?? assert.fail();
    await outbox.deliver(again, () => Promise.resolve("1"));
    assert.deepEqual(failures(), [undefined, undefined]);
    assert.deepEqual(waiting(), ["one", "two"]);
    outbox.remove("token of two");
    assert.deepEqual(waiting(), ["one"]);
  });

  it("lets everything pass that is no failure of a call, and goes on", async () => {
    const { outbox } = opened();
    await assert.rejects(outbox.deliver(message("one"), () => Promise.reject(new Error("bug"))));
    await outbox.deliver(message("two"), () => Promise.resolve("2"));
  });
});
