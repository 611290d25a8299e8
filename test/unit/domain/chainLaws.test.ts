import assert from "node:assert/strict";
import fc from "fast-check";
import { createChainBuilder, mostRecentlyEnded, toChains } from "../../../src/domain/chain";
import type { ContactSummary } from "../../../src/domain/contact";
import { contact, idsOf, reference } from "./support";

const ids = fc.constantFrom(...Array.from({ length: 12 }, (_, index) => `k${index}`));

/** Contacts whose links may be missing, lead nowhere, or lead in circles. */
const tangled = () =>
  fc
    .uniqueArray(
      fc.record(
        {
          id: ids,
          initialContactId: ids,
          previousContactId: ids,
          initiatedAt: fc.integer({ min: 0, max: 20 }),
        },
        { requiredKeys: ["id", "initialContactId", "initiatedAt"] },
      ),
      { selector: ({ id }) => id },
    )
    .map((rows) => rows.map((row): ContactSummary => ({ ...contact({ id: row.id }), ...row })));

const shape = (contacts: readonly ContactSummary[]) =>
  toChains(contacts).map((chain) => [chain.initialContactId, ...idsOf(chain.contacts)]);

describe("Chains", () => {
  it("follow the links of the reference example, whatever order it comes in", () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const contacts = order.map((index) => reference()[index]!);
      assert.deepEqual(shape(contacts), [["C1", "C1", "C2", "C3"]]);
    }
  });

  it("hold every contact once, in the chain of its initial contact", () => {
    fc.assert(
      fc.property(tangled(), (contacts) => {
        const chains = toChains(contacts);
        assert.deepEqual(
          chains.flatMap((chain) => idsOf(chain.contacts)).toSorted(),
          [...idsOf(contacts)].toSorted(),
        );
        for (const chain of chains)
          for (const each of chain.contacts)
            assert.equal(each.initialContactId, chain.initialContactId);
      }),
    );
  });

  it("are partial exactly where the initial contact is missing", () => {
    fc.assert(
      fc.property(tangled(), (contacts) => {
        for (const { initialContactId, contacts: own, partial } of toChains(contacts))
          assert.equal(partial, !own.some(({ id }) => id === initialContactId));
      }),
    );
  });

  it("come out the same in pages as at once", () => {
    fc.assert(
      fc.property(tangled(), fc.nat(12), (contacts, cut) => {
        const builder = createChainBuilder();
        builder.add(contacts.slice(0, cut));
        builder.chains();
        builder.add(contacts.slice(cut));
        const inPages = builder.chains().map((chain) => idsOf(chain.contacts).join());
        const atOnce = toChains(contacts).map((chain) => idsOf(chain.contacts).join());
        assert.deepEqual(inPages.toSorted(), atOnce.toSorted());
      }),
    );
  });

  it("take the newer copy of a contact that comes twice", () => {
    const builder = createChainBuilder();
    const [c1] = reference();
    builder.add([c1]);
    builder.add([{ ...c1, agentId: "other" }]);
    assert.equal(builder.contactCount, 1);
    assert.equal(builder.chains()[0]?.contacts[0].agentId, "other");
  });

  it("continue from the chat that ended last, not from a task or one that goes on", () => {
    const [c1, c2, c3] = reference();
    const [chain] = toChains([c1, c2, { ...c3, channel: "TASK" }]);
    assert.equal(mostRecentlyEnded(chain!)?.id, "C2");
  });
});
