import assert from "node:assert/strict";
import { seedOf } from "../../../../src/emulator/seed";
import { NOW, onlyInstance } from "./chats";

describe("seedOf", () => {
  it("has an instance that nobody has chatted with", () => {
    const world = seedOf("empty")(NOW);
    const instance = onlyInstance(world);
    assert.equal(instance.alias, "sandbox");
    assert.equal(instance.contacts.size, 0);
    assert.ok(instance.transcriptStorage && instance.users.size > 0 && instance.queues.size > 0);
    assert.deepEqual([...(world.buckets.get("sandbox-transcripts")?.list("") ?? [])], []);
  });

  for (const name of [
    "",
    "Demo",
    "load",
    "load:",
    "load:0",
    "load:5000001",
    "load:-1",
    "load:1e3",
  ]) {
    it(`refuses "${name}" and says what there is`, () => {
      assert.throws(() => seedOf(name), {
        name: "RangeError",
        message: /demo, empty, or load:N with N from 1 to 5,000,000/,
      });
    });
  }

  it("takes the largest load without building it", () => {
    assert.equal(typeof seedOf("load:5000000"), "function");
  });
});
