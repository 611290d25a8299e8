import assert from "node:assert/strict";
import fc from "fast-check";
import type { ChatFilter } from "../../../src/domain/chatFilter";
import {
  attributesText,
  isFiltered,
  narrowsChains,
  noFilter,
  readAttributes,
  windowOf,
} from "../../../src/domain/chatFilter";

const HOUR = 60 * 60 * 1000;

describe("a filter of chats", () => {
  it("searches the look-back of the settings unless it has a time of its own", () => {
    const clock = { now: 1000 * HOUR, lookBackDays: 7 };
    const windowFor = (time: ChatFilter["time"]) => windowOf({ ...noFilter, time }, clock);
    assert.deepEqual(windowFor(undefined), { from: (1000 - 168) * HOUR, to: 1000 * HOUR });
    assert.deepEqual(windowFor({ kind: "last", hours: 2 }), {
      from: 998 * HOUR,
      to: 1000 * HOUR,
    });
    assert.deepEqual(windowFor({ kind: "between", from: 5, to: 9 }), { from: 5, to: 9 });
  });

  it("knows whether it leaves contacts out of the chains that it lists", () => {
    const last: ChatFilter = { ...noFilter, time: { kind: "last", hours: 1 } };
    assert.deepEqual([isFiltered(noFilter), narrowsChains(noFilter)], [false, false]);
    assert.deepEqual([isFiltered(last), narrowsChains(last)], [true, false]);
    for (const criterion of [
      { activeOnly: true },
      { agents: [{ id: "a", name: "Ada" }] },
      { queues: [{ id: "q", name: "Sales" }] },
      { initiationMethods: ["API"] },
      { subtypes: ["connect:SMS"] },
      { attributes: [{ key: "tier", values: ["gold"] }] },
    ]) {
      const filter: ChatFilter = { ...noFilter, ...criterion };
      assert.ok(isFiltered(filter) && narrowsChains(filter), JSON.stringify(criterion));
    }
  });

  it("takes values of one attribute together, and an equals sign within a value", () => {
    assert.deepEqual(
      readAttributes(" tier = gold; tier=silver;;language=de; url=a=b; tier=gold "),
      {
        kind: "read",
        attributes: [
          { key: "tier", values: ["gold", "silver"] },
          { key: "language", values: ["de"] },
          { key: "url", values: ["a=b"] },
        ],
      },
    );
    assert.deepEqual(readAttributes(""), { kind: "read", attributes: [] });
  });

  it("says which part is no attribute, and when there are too many", () => {
    for (const part of ["tier", "=gold", "tier="])
      assert.deepEqual(readAttributes(`a=b; ${part}`), { kind: "unreadable", part });
    const many = (count: number, keyOf: (index: number) => string) =>
      readAttributes(Array.from({ length: count }, (_, at) => `${keyOf(at)}=${at}`).join(";")).kind;
    assert.equal(many(15, String), "read");
    assert.equal(many(16, String), "tooMany");
    assert.equal(
      many(20, () => "key"),
      "read",
    );
    assert.equal(
      many(21, () => "key"),
      "tooMany",
    );
  });

  it("writes attributes as it reads them", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9_=-]*[A-Za-z0-9_-]$/);
    const key = fc.stringMatching(/^[A-Za-z0-9_-]{1,10}$/);
    const attribute = fc
      .tuple(key, fc.uniqueArray(word, { minLength: 1, maxLength: 20 }))
      .map(([name, values]) => ({ key: name, values }));
    const attributes = fc.uniqueArray(attribute, { maxLength: 15, selector: (each) => each.key });
    fc.assert(
      fc.property(attributes, (all) => {
        assert.deepEqual(readAttributes(attributesText(all)), { kind: "read", attributes: all });
      }),
    );
  });
});
