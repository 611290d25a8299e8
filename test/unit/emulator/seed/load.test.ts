import assert from "node:assert/strict";
import { seedOf } from "../../../../src/emulator/seed";
import { NOW, onlyInstance, pastContacts, readTranscript, storedTranscript } from "./chats";
import { assertSound } from "./rules";

const DAY = 86_400_000;

describe("load seed", () => {
  const world = seedOf("load:10000")(NOW);
  const instance = onlyInstance(world);
  const { contacts } = instance;

  for (const count of [1, 2, 13, 100, 999, 2500]) {
    it(`has exactly ${count} contacts, all of them sound`, () => {
      const small = onlyInstance(seedOf(`load:${count}`)(NOW));
      assert.equal(small.contacts.size, count);
      assert.equal(small.contacts.byInitiation.length, count);
      assertSound(small, NOW);
    });
  }

  it("links every contact of 10,000 to ones that exist, in order of time", () => {
    assert.equal(contacts.size, 10_000);
    assertSound(instance, NOW);
  });

  it("has sessions of one to six contacts, of several subtypes", () => {
    const lengths = new Set(
      contacts.byInitiation.map((c) => contacts.session(c.initialContactId).length),
    );
    assert.deepEqual([...lengths].sort(), [1, 2, 3, 4, 5, 6]);
    const subtypes = new Set(contacts.byInitiation.map(({ subtype }) => subtype));
    for (const name of ["Chat", "SMS", "WhatsApp", "Apple"]) {
      assert.ok(subtypes.has(`connect:${name}`));
    }
  });

  it("has lineages at the limit of 100 past contacts, at one more, and far over it", () => {
    const depths = contacts.byInitiation
      .filter(({ persistent }) => persistent)
      .map((contact) => pastContacts(instance, contact));
    assert.ok(depths.includes(100) && depths.includes(101));
    assert.ok(Math.max(...depths) > 130);
  });

  it("spreads over the last 14 days, denser by day", () => {
    const oldest = contacts.byInitiation[0];
    assert.ok(oldest && oldest.initiatedAt >= NOW - 14 * DAY);
    assert.ok(oldest.initiatedAt < NOW - 13 * DAY);
    const hours = contacts.byInitiation.map(({ initiatedAt }) =>
      new Date(initiatedAt).getUTCHours(),
    );
    const byDay = hours.filter((hour) => hour >= 8 && hour < 20).length;
    assert.ok(byDay > 0.7 * hours.length);
  });

  it("has active chats, which are the newest and not persistent", () => {
    const active = contacts.byInitiation.filter(({ endedAt }) => endedAt === undefined);
    assert.equal(active.length, 40);
    assert.deepEqual(contacts.byInitiation.slice(-40), active);
    assert.ok(active.every(({ persistent }) => !persistent));
  });

  it("works out the transcripts of ended contacts", () => {
    for (const [index, contact] of contacts.byInitiation.entries()) {
      if (index % 5 > 0) continue;
      if (contact.endedAt === undefined) {
        assert.equal(storedTranscript(world, contact), undefined);
        continue;
      }
      const { ContactId, Transcript } = readTranscript(world, contact);
      assert.equal(ContactId, contact.id);
      const times = Transcript.map(({ AbsoluteTime }) => Date.parse(AbsoluteTime));
      assert.ok(Math.min(...times) >= contact.initiatedAt);
      assert.ok(Math.max(...times) <= contact.endedAt);
    }
  });

  it("ends a transcript as its session goes on", () => {
    for (const contact of contacts.byInitiation.slice(0, 500)) {
      if (contact.endedAt === undefined) continue;
      const session = contacts.session(contact.initialContactId);
      const isLast = session.at(-1) === contact;
      const last = readTranscript(world, contact).Transcript.at(-1);
      assert.equal(last?.ContentType.endsWith("chat.ended"), isLast, contact.id);
    }
  });

  it("lists its transcripts by day in key order, and from where a page ended", () => {
    const [bucket] = world.buckets.values();
    assert.ok(bucket);
    const all = Array.from(bucket.list(""), ({ key }) => key);
    assert.equal(all.length, 10_000 - 40);
    assert.deepEqual(all, [...all].sort());
    assert.deepEqual(
      Array.from(bucket.list("", all[4999]), ({ key }) => key),
      all.slice(5000),
    );
    const folder = all[5000]?.slice(0, "connect/sandbox/ChatTranscripts/2026/09/20/".length) ?? "";
    assert.deepEqual(
      Array.from(bucket.list(folder), ({ key }) => key),
      all.filter((key) => key.startsWith(folder)),
    );
    const one = all[7]?.slice(0, -"_20260920T10:10_UTC.json".length) ?? "";
    assert.deepEqual(
      Array.from(bucket.list(one), ({ key }) => key),
      [all[7]],
    );
  });

  it("has no transcript under a key of another time", () => {
    const [bucket] = world.buckets.values();
    const [first] = bucket?.list("") ?? [];
    assert.ok(first);
    assert.equal(bucket?.get(first.key.replace(/T\d\d:\d\d/, "T25:61")), undefined);
  });

  it("is the same for the same time", () => {
    const again = onlyInstance(seedOf("load:10000")(NOW));
    assert.deepEqual(again.contacts.byInitiation, contacts.byInitiation);
  });
});
