import assert from "node:assert/strict";
import fc from "fast-check";
import {
  createChainBuilder,
  endedAt,
  isActive,
  startedAt,
  toChains,
} from "../../../src/domain/chain";
import type { ContactSummary } from "../../../src/domain/contact";
import { active, contact, idsOf, NOON, reference } from "./support";

const ids = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");

/** The session that a contact is in, in all its copies. */
const sessionOf: Readonly<Record<string, string>> = { b: "a", c: "a", e: "d", g: "gone" };

/** Contacts of few ids, so that ids repeat, and copies disagree about time and links, which go round. */
const copies = () =>
  fc.array(
    fc
      .record({ id: ids, previousContactId: ids, initiatedAt: fc.nat(5) })
      .map((row): ContactSummary => ({
        ...contact({ id: row.id, initialContactId: sessionOf[row.id] ?? row.id }),
        ...row,
      })),
    { maxLength: 30 },
  );

const lastCopies = (contacts: readonly ContactSummary[]) => [
  ...new Map(contacts.map((each) => [each.id, each])).values(),
];

const shape = (contacts: readonly ContactSummary[]) =>
  toChains(contacts).map((chain) => [chain.initialContactId, ...idsOf(chain.contacts)]);

describe("The order of chains", () => {
  it("does not depend on the order in which contacts come", () => {
    const shuffled = copies()
      .map(lastCopies)
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        assert.deepEqual(shape(mixed), shape(all));
      }),
    );
  });

  it("holds the last copy of each contact exactly once, whatever earlier copies said", () => {
    fc.assert(
      fc.property(copies(), (contacts) => {
        const shown = toChains(contacts).flatMap((chain) => chain.contacts);
        assert.equal(shown.length, lastCopies(contacts).length);
        assert.deepEqual(new Set(shown), new Set(lastCopies(contacts)));
      }),
    );
  });

  it("is the same page by page as at once, also when a page brings the same objects again", () => {
    fc.assert(
      fc.property(fc.array(copies(), { maxLength: 4 }), (pages) => {
        const builder = createChainBuilder();
        for (const page of [...pages, ...pages]) {
          builder.add(page);
          builder.chains();
        }
        assert.deepEqual(builder.chains(), toChains([...pages, ...pages].flat()));
      }),
    );
  });

  it("puts the chain first in which something began last, so that an older page only adds at the end", () => {
    const [c1, c2, c3] = reference();
    const other = contact({ id: "other", minute: 15 });
    const older = contact({ id: "older", minute: 5 });
    assert.deepEqual(shape([c3, other, c2]), [
      ["C1", "C2", "C3"],
      ["other", "other"],
    ]);
    assert.deepEqual(
      shape([c3, other, c2, older, c1]).map(([initialId]) => initialId),
      ["C1", "other", "older"],
    );
  });

  it("follows a link against time, and time where links are missing or go round", () => {
    const at = (id: string, minute: number, previousContactId?: string) =>
      contact({
        id,
        initialContactId: "x",
        minute,
        ...(previousContactId && { previousContactId }),
      });
    const orderOf = (...contacts: readonly ContactSummary[]) =>
      shape(contacts)[0]?.slice(1).join("");
    assert.equal(orderOf(at("b", 1, "a"), at("a", 2)), "ab");
    assert.equal(orderOf(at("c", 3), at("a", 1), at("b", 2)), "abc");
    assert.equal(orderOf(at("c", 3, "gone"), at("a", 1), at("b", 2, "a")), "abc");
    assert.equal(orderOf(at("a", 1, "a"), at("b", 2, "c"), at("c", 3, "b"))?.length, 3);
  });

  it("takes a chain of 100,000 contacts that link in one circle", () => {
    const size = 100_000;
    const circle = Array.from({ length: size }, (_, index) =>
      contact({
        id: `k${index}`,
        initialContactId: "k0",
        previousContactId: `k${(index + size - 1) % size}`,
        minute: (index * 7919) % size,
      }),
    );
    assert.equal(toChains(circle)[0]?.contacts.length, size);
  });
});

describe("A chain", () => {
  const [c1, c2, c3] = reference();

  it("lasts from its first contact's beginning to its last end", () => {
    const [chain] = toChains([c3, c2, c1]);
    assert.equal(startedAt(chain!), NOON);
    assert.equal(endedAt(chain!), c3.endedAt);
    assert.equal(isActive(chain!), false);
  });

  it("has no end while one of its contacts goes on", () => {
    const [chain] = toChains([c1, active(c2)]);
    assert.equal(endedAt(chain!), undefined);
    assert.equal(isActive(chain!), true);
  });
});
