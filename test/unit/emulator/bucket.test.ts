import assert from "node:assert/strict";
import fc from "fast-check";
import { createBucket } from "../../../src/emulator/bucket";
import type { Bucket, StoredObject } from "../../../src/emulator/world";

const object = (key: string, text = key): StoredObject => ({
  key,
  lastModified: 0,
  availableAt: 0,
  body: () => Buffer.from(text),
});

const keysOf = (bucket: Bucket, prefix: string, after?: string): string[] =>
  [...bucket.list(prefix, after)].map(({ key }) => key);

const keys = fc.uniqueArray(fc.stringMatching(/^[ab]{1,4}$/), { maxLength: 12 });

/** Objects that are worked out on demand, as a load seed has them. */
const lazily = (name: string, given: readonly string[]): Bucket =>
  createBucket(name, {
    find: (key) => (given.includes(key) ? object(key, "made") : undefined),
    list: (prefix) =>
      given.toSorted().flatMap((key) => (key.startsWith(prefix) ? [object(key, "made")] : [])),
  });

describe("emulator: bucket", () => {
  it("lists the keys of a prefix in order, from behind a key on", () => {
    fc.assert(
      fc.property(keys, keys, fc.constantFrom("", "a", "ab", "c"), (made, put, prefix) => {
        for (const bucket of [
          createBucket(
            "b",
            made.map((key) => object(key)),
          ),
          lazily("b", made),
        ]) {
          for (const key of put) bucket.put(object(key, "put"));
          const all = [...new Set([...made, ...put])].sort();
          const wanted = all.filter((key) => key.startsWith(prefix));
          assert.deepEqual(keysOf(bucket, prefix), wanted);
          const after = wanted[0] ?? "";
          assert.deepEqual(keysOf(bucket, prefix, after), wanted.slice(1));
        }
      }),
    );
  });

  it("prefers what was put to what the source makes", () => {
    const bucket = lazily("b", ["a"]);
    assert.equal(bucket.get("a")?.body().toString(), "made");
    bucket.put(object("a", "put"));
    assert.equal(bucket.get("a")?.body().toString(), "put");
    assert.equal([...bucket.list("")].map((found) => found.body().toString()).join(), "put");
  });

  it("forgets what was deleted, and remembers that it was there", () => {
    for (const bucket of [createBucket("b", [object("a")]), lazily("b", ["a"])]) {
      bucket.delete("a");
      bucket.delete("never");
      assert.equal(bucket.get("a"), undefined);
      assert.deepEqual(keysOf(bucket, ""), []);
      assert.equal(bucket.wasDeleted("a"), true);
      assert.equal(bucket.wasDeleted("never"), false);
      bucket.put(object("a"));
      assert.deepEqual(keysOf(bucket, ""), ["a"]);
      assert.equal(bucket.wasDeleted("a"), false);
    }
  });
});
