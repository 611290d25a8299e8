import assert from "node:assert/strict";
import fc from "fast-check";
import type { ContactRecord } from "../../../src/emulator/world";
import { onlyInstance, pastContacts, readTranscript, storedTranscript } from "./seed/chats";
import { CURRENT_ID, WORLD_NOW, worldOf, worlds } from "./worlds";

/** Fixed, so that what has to occur does. */
const sample: readonly (readonly ContactRecord[])[] = fc.sample(worlds(), { seed: 7, numRuns: 80 });

describe("generated worlds", () => {
  it("have distinct contacts, none of them from the future, and one to continue in", () => {
    fc.assert(
      fc.property(worlds(), (contacts) => {
        const { contacts: store } = onlyInstance(worldOf(contacts));
        assert.equal(store.size, contacts.length);
        assert.ok(contacts.every(({ initiatedAt }) => initiatedAt < WORLD_NOW));
        assert.ok(contacts.every(({ endedAt = 0 }) => endedAt < WORLD_NOW));
        const current = store.get(CURRENT_ID);
        assert.ok(current && !current.persistent && current.endedAt === undefined);
      }),
      { numRuns: 50 },
    );
  });

  it("link contacts to ones of older sessions", () => {
    for (const contacts of sample) {
      const byId = new Map(contacts.map((contact) => [contact.id, contact]));
      for (const { relatedContactId, initialContactId, initiatedAt } of contacts) {
        if (relatedContactId === undefined) continue;
        const source = byId.get(relatedContactId);
        assert.ok(source && source.initiatedAt < initiatedAt);
        assert.notEqual(source.initialContactId, initialContactId);
      }
    }
  });

  it("are of every kind: active, cut, odd, and with more than 100 past contacts", () => {
    const some = (test: (contact: ContactRecord, all: ReadonlySet<string>) => boolean): boolean =>
      sample.some((contacts) => {
        const ids = new Set(contacts.map(({ id }) => id));
        return contacts.some((contact) => test(contact, ids));
      });
    assert.ok(some((c, ids) => !ids.has(c.initialContactId)));
    assert.ok(some((c) => c.id !== c.initialContactId && c.previousContactId === undefined));
    assert.ok(some((c) => c.id !== c.initialContactId && c.relatedContactId !== undefined));
    assert.ok(some((c) => c.channel === "TASK"));
    assert.ok(some((c) => c.endedAt === undefined && c.persistent));
    const depths = sample.flatMap((contacts) => {
      const instance = onlyInstance(worldOf(contacts));
      return contacts.filter(({ persistent }) => persistent).map((c) => pastContacts(instance, c));
    });
    assert.ok(depths.some((depth) => depth > 100) && depths.some((depth) => depth === 1));
  });

  it("have the transcripts of what has ended, unless told otherwise", () => {
    for (const contacts of sample.slice(0, 30)) {
      const world = worldOf(contacts);
      for (const contact of contacts) {
        const isStored =
          contact.endedAt !== undefined &&
          contact.channel === "CHAT" &&
          contact.attributes["transcript"] !== "none";
        if (isStored) assert.equal(readTranscript(world, contact).ContactId, contact.id);
        else assert.equal(storedTranscript(world, contact), undefined);
      }
    }
  });
});
