import assert from "node:assert/strict";
import fc from "fast-check";
import { createContactStore } from "../../../src/emulator/contactStore";
import type { ContactRecord } from "../../../src/emulator/world";
import { contact } from "./support/world";

const records = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      initiatedAt: fc.integer({ min: 0, max: 20 }),
      channel: fc.constantFrom("CHAT", "VOICE"),
      initialContactId: fc.constantFrom("x", "y", "z"),
    }),
    { selector: ({ id }) => id },
  )
  .map((given) => given.map(contact));

const idsOf = (contacts: readonly ContactRecord[]): string[] => contacts.map(({ id }) => id);

const inOrder = (contacts: readonly ContactRecord[]): ContactRecord[] =>
  contacts.toSorted((a, b) => a.initiatedAt - b.initiatedAt || (a.id < b.id ? -1 : 1));

describe("emulator: contact store", () => {
  it("keeps contacts in order of initiation, whole, by session and by channel", () => {
    fc.assert(
      fc.property(records, records, (given, added) => {
        const store = createContactStore(given);
        store.session("x");
        store.ofChannel("CHAT");
        const fresh = added.filter(({ id }) => store.get(id) === undefined);
        for (const record of fresh) store.add(record);
        const all = inOrder([...given, ...fresh]);
        assert.equal(store.size, all.length);
        assert.deepEqual(idsOf(store.byInitiation), idsOf(all));
        for (const id of ["x", "y", "z"]) {
          const wanted = all.filter(({ initialContactId }) => initialContactId === id);
          assert.deepEqual(idsOf(store.session(id)), idsOf(wanted));
        }
        for (const channel of ["CHAT", "VOICE"]) {
          const wanted = all.filter((record) => record.channel === channel);
          assert.deepEqual(idsOf(store.ofChannel(channel)), idsOf(wanted));
        }
      }),
    );
  });

  it("finds contacts by id", () => {
    const store = createContactStore([contact({ id: "one" })]);
    assert.equal(store.get("one")?.id, "one");
    assert.equal(store.get("two"), undefined);
    assert.deepEqual(store.session("two"), []);
  });

  it("refuses a second contact of the same id", () => {
    const store = createContactStore([contact({ id: "one" })]);
    assert.throws(() => store.add(contact({ id: "one" })), RangeError);
  });
});
