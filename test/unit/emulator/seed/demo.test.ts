import assert from "node:assert/strict";
import { REFERENCE, seedOf, specimens, transcriptKey } from "../../../../src/emulator/seed";
import type { TranscriptFile } from "../../../../src/emulator/seed/transcript";
import type { ContactRecord } from "../../../../src/emulator/world";
import { NOW, onlyInstance, pastContacts, readTranscript, storedTranscript } from "./chats";
import { assertSound } from "./rules";

const HOUR = 3_600_000;
const KEY =
  /^connect\/sandbox\/ChatTranscripts\/(\d{4})\/(\d\d)\/(\d\d)\/([0-9a-f-]{36})_(\d{8})T(\d\d:\d\d)_UTC\.json$/;

const world = seedOf("demo")(NOW);
const instance = onlyInstance(world);
const { contacts } = instance;

const contact = (id: string): ContactRecord => {
  const record = contacts.get(id);
  assert.ok(record, `there is no contact ${id}`);
  return record;
};

const usernameOf = ({ agentId }: ContactRecord): string | undefined =>
  instance.users.get(agentId ?? "")?.username;

const specimenIds = new Set<string>(Object.values(specimens));

const textOf = ({ Transcript }: TranscriptFile): string =>
  Transcript.map(({ Content }) => Content ?? "").join("\n");

const typesOf = ({ Transcript }: TranscriptFile): string[] =>
  Transcript.map(({ ContentType }) => ContentType);

/** What demo transcripts have in common. */
const assertReadable = (record: ContactRecord): void => {
  const file = readTranscript(world, record);
  assert.equal(file.Version, "2019-08-26");
  assert.equal(file.AWSAccountId, "111122223333");
  assert.equal(file.InstanceId, instance.id);
  assert.equal(file.ContactId, record.id);
  assert.equal(file.InitialContactId, record.initialContactId);
  assert.ok(file.Transcript.length > 1);
  const times = file.Transcript.map(({ AbsoluteTime }) => Date.parse(AbsoluteTime));
  assert.deepEqual(
    times,
    [...times].sort((a, b) => a - b),
  );
  assert.equal(times[0], record.initiatedAt);
  assert.equal(times.at(-1), record.endedAt);
  assert.equal(new Set(file.Transcript.map(({ Id }) => Id)).size, file.Transcript.length);
  const participants = new Set(file.Participants.map(({ ParticipantId }) => ParticipantId));
  for (const { ParticipantId } of file.Transcript) {
    assert.ok(ParticipantId === undefined || participants.has(ParticipantId));
  }
};

describe("demo seed", () => {
  it("is the Sandbox that tests outside this project rely on", () => {
    assert.equal(world.accountId, "111122223333");
    assert.equal(world.region, "us-east-1");
    assert.equal(instance.id, "a0000000-0000-4000-8000-000000000001");
    assert.equal(instance.alias, "sandbox");
    assert.equal(instance.transcriptStorage?.bucket, "sandbox-transcripts");
    assert.equal(instance.transcriptStorage.prefix, "connect/sandbox/ChatTranscripts");
    assert.deepEqual([...world.buckets.keys()], ["sandbox-transcripts"]);
  });

  it("tells the documentation's worked example", () => {
    const chain = contacts.session("c1000000-0000-4000-8000-000000000001");
    assert.deepEqual(
      chain.map((c) => [c.id, c.initiationMethod, c.previousContactId, usernameOf(c)]),
      [
        ["c1000000-0000-4000-8000-000000000001", "API", undefined, "mia.keller"],
        [
          "c2000000-0000-4000-8000-000000000002",
          "TRANSFER",
          "c1000000-0000-4000-8000-000000000001",
          "jonas.weber",
        ],
        [
          "c3000000-0000-4000-8000-000000000003",
          "DISCONNECT",
          "c2000000-0000-4000-8000-000000000002",
          undefined,
        ],
      ],
    );
    for (const past of chain) {
      const object = storedTranscript(world, past);
      assert.ok(object && object.availableAt <= NOW);
      assert.match(textOf(readTranscript(world, past)), /Ana|internet/);
    }
  });

  it("shows every kind of item in the worked example's transcripts", () => {
    const [c1, c2, c3] = [REFERENCE.c1, REFERENCE.c2, REFERENCE.c3].map((id) =>
      typesOf(readTranscript(world, contact(id))),
    );
    const event = "application/vnd.amazonaws.connect.event.";
    assert.ok(c1 && c2 && c3);
    for (const type of [
      `${event}participant.joined`,
      `${event}participant.left`,
      `${event}transfer.succeeded`,
      "text/plain",
      "text/markdown",
      "application/pdf",
    ]) {
      assert.ok(c1.includes(type), type);
    }
    assert.ok(!c2.includes(`${event}chat.ended`));
    assert.ok(c3.includes("application/vnd.amazonaws.connect.message.interactive"));
    assert.ok(c3.includes("application/vnd.amazonaws.connect.message.interactive.response"));
    assert.equal(c3.at(-1), `${event}chat.ended`);
  });

  it("has two chats of the same customer under way that are not persistent", () => {
    for (const id of [REFERENCE.c4, REFERENCE.c5]) {
      const current = contact(id);
      assert.equal(current.endedAt, undefined);
      assert.equal(current.persistent, false);
      assert.equal(current.initialContactId, id);
      assert.ok(current.initiatedAt > NOW - HOUR / 4);
      assert.equal(
        current.attributes["customerId"],
        contact(REFERENCE.c1).attributes["customerId"],
      );
      assert.equal(storedTranscript(world, current), undefined);
    }
    const newest = contacts.byInitiation.slice(-2).map(({ id }) => id);
    assert.deepEqual(newest, [REFERENCE.c4, REFERENCE.c5]);
  });

  it("links every contact to ones that exist, in order of time", () => {
    assertSound(instance, NOW);
  });

  it("has a believable day around it", () => {
    const chains = new Set(contacts.byInitiation.map(({ initialContactId }) => initialContactId));
    assert.ok(chains.size >= 35 && chains.size <= 50, `${chains.size} chains`);
    const subtypes = new Set(contacts.ofChannel("CHAT").map(({ subtype }) => subtype));
    assert.deepEqual(
      [...subtypes].sort(),
      ["Apple", "Chat", "Guide", "SMS", "WhatsApp"].map((name) => `connect:${name}`),
    );
    assert.ok(contacts.byInitiation.every(({ initiatedAt }) => initiatedAt > NOW - 20 * HOUR));
    assert.deepEqual([instance.users.size, instance.queues.size], [8, 5]);
    assert.deepEqual(
      new Set(contacts.byInitiation.map(({ initiationMethod }) => initiationMethod)),
      new Set(["API", "INBOUND", "TRANSFER", "QUEUE_TRANSFER", "DISCONNECT"]),
    );
  });

  it("stores a readable transcript of every ended chat under the service's key", () => {
    const ended = contacts
      .ofChannel("CHAT")
      .filter(({ id, endedAt }) => endedAt !== undefined && !specimenIds.has(id));
    assert.ok(ended.length > 50);
    for (const record of ended) {
      const object = storedTranscript(world, record);
      assert.ok(object && record.endedAt !== undefined);
      assert.equal(object.availableAt, record.endedAt + 60_000);
      assert.ok(object.availableAt <= NOW);
      assertReadable(record);
      const [, year, month, day, id, date, minute] = KEY.exec(object.key) ?? [];
      const began = new Date(record.initiatedAt).toISOString();
      assert.equal(id, record.id);
      assert.equal(`${year}-${month}-${day}T${minute}`, began.slice(0, 16));
      assert.equal(date, `${year}${month}${day}`);
    }
  });

  it("has customers who came back, continued from the last contact and from a middle one", () => {
    const continued = contacts.byInitiation.filter(({ persistent }) => persistent);
    const sources = continued.map(({ relatedContactId }) => contact(relatedContactId ?? ""));
    const isLast = (source: ContactRecord): boolean =>
      contacts.session(source.initialContactId).at(-1)?.id === source.id;
    const lineage = continued.find((c) => pastContacts(instance, c) === 4);
    assert.ok(lineage, "a lineage of three chains: survey of the first left out");
    assert.ok(sources.some(isLast));
    const cut = sources.find((source) => !isLast(source));
    assert.equal(
      contacts.session(cut?.initialContactId ?? "").at(-1)?.initiationMethod,
      "DISCONNECT",
    );
  });

  it("has transcripts of many scripts and an emoji", () => {
    const all = contacts
      .ofChannel("CHAT")
      .filter(({ id, endedAt }) => endedAt !== undefined && !specimenIds.has(id))
      .map((record) => JSON.stringify(readTranscript(world, record)))
      .join();
    for (const script of ["Arabic", "Hebrew", "Han", "Latin"]) {
      assert.match(all, new RegExp(`\\p{Script=${script}}`, "u"));
    }
    assert.match(all, /\p{Extended_Pictographic}/u);
  });

  it("is the same for the same time, and unshared", () => {
    const again = onlyInstance(seedOf("demo")(NOW)).contacts;
    assert.deepEqual(again.byInitiation, contacts.byInitiation);
    const changed = again.get(REFERENCE.c4);
    assert.ok(changed);
    changed.relatedContactId = REFERENCE.c3;
    changed.attributes["changed"] = "yes";
    const third = onlyInstance(seedOf("demo")(NOW)).contacts.get(REFERENCE.c4);
    assert.equal(third?.relatedContactId, undefined);
    assert.equal(third?.attributes["changed"], undefined);
  });
});

describe("demo seed's odd chats", () => {
  const bodyOf = (id: string): Buffer => {
    const object = storedTranscript(world, contact(id));
    assert.ok(object);
    return object.body();
  };

  it("has one whose transcript was deleted", () => {
    const bucket = world.buckets.get("sandbox-transcripts");
    const storage = instance.transcriptStorage;
    assert.ok(bucket && storage);
    const key = transcriptKey(storage, contact(specimens.transcriptDeleted));
    assert.equal(bucket.get(key), undefined);
    assert.ok(bucket.wasDeleted(key));
  });

  it("has some whose transcript is no JSON, is empty, or is over 5 MB", () => {
    assert.throws(() => JSON.parse(bodyOf(specimens.transcriptNotJson).toString()) as unknown);
    assert.equal(bodyOf(specimens.transcriptEmpty).length, 0);
    const large = bodyOf(specimens.transcriptTooLarge);
    assert.ok(large.length > 5 * 1024 * 1024);
    assertReadable(contact(specimens.transcriptTooLarge));
  });

  it("has one that ended just now, whose transcript comes within the minute", () => {
    const justEnded = contact(specimens.transcriptNotWritten);
    assert.equal(justEnded.endedAt, NOW - 20_000);
    assert.equal(storedTranscript(world, justEnded)?.availableAt, NOW + 40_000);
  });

  it("has one under way that is persistent already", () => {
    const current = contact(specimens.alreadyPersistent);
    assert.equal(current.endedAt, undefined);
    assert.equal(current.persistent, true);
  });

  it("keeps those with a bad transcript away from the newest chats", () => {
    const { transcriptDeleted, transcriptNotJson, transcriptEmpty, transcriptTooLarge } = specimens;
    for (const id of [transcriptDeleted, transcriptNotJson, transcriptEmpty, transcriptTooLarge]) {
      const age = NOW - contact(id).initiatedAt;
      assert.ok(age >= 15 * HOUR && age <= 19 * HOUR);
    }
  });

  it("has a call and a task", () => {
    assert.equal(contact(specimens.voice).channel, "VOICE");
    assert.equal(contact(specimens.task).channel, "TASK");
  });
});
