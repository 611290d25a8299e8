import assert from "node:assert/strict";
import type { RecordingInfo } from "@aws-sdk/client-connect";
import fc from "fast-check";
import { toContact, toContactPage, toInstances } from "../../../src/aws/fromSdk";

const at = new Date(1_767_225_600_123);

const recording = (fields: object): RecordingInfo => ({ ...chatStream, ...fields });
// AWS sends a value that the SDK's enum does not have (domain.md §3.2).
const chatStream = JSON.parse('{"MediaStreamType":"CHAT"}') as object;

const storedOf = (...Recordings: RecordingInfo[]) =>
  toContact({ Id: "c1", InitiationTimestamp: at, Recordings }).storedTranscript;

const drops = () => {
  let count = 0;
  return { dropped: () => (count += 1), count: () => count };
};

/** Every value inside, at any depth. */
const valuesIn = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null
    ? Object.values(value).flatMap((inner: unknown) => [inner, ...valuesIn(inner)])
    : [];

describe("contacts from the SDK", () => {
  it("a contact that is related to no other is its own first one", () => {
    assert.equal(toContact({ Id: "c1", InitiationTimestamp: at }).initialContactId, "c1");
  });

  it("takes over everything that is known", () => {
    const contact = toContact({
      Id: "c2",
      InitialContactId: "c1",
      PreviousContactId: "c1",
      RelatedContactId: "c0",
      Channel: "CHAT",
      InitiationMethod: "TRANSFER",
      InitiationTimestamp: at,
      DisconnectTimestamp: new Date(at.getTime() + 5),
      DisconnectReason: "AGENT_DISCONNECT",
      AgentInfo: { Id: "a2" },
      QueueInfo: { Id: "q1" },
      SegmentAttributes: { "connect:Subtype": { ValueString: "connect:SMS" } },
      Attributes: { topic: "bill" },
    });
    assert.deepEqual(contact, {
      id: "c2",
      initialContactId: "c1",
      previousContactId: "c1",
      relatedContactId: "c0",
      channel: "CHAT",
      subtype: "connect:SMS",
      initiationMethod: "TRANSFER",
      initiatedAt: 1_767_225_600_123,
      endedAt: 1_767_225_600_128,
      disconnectReason: "AGENT_DISCONNECT",
      agentId: "a2",
      queueId: "q1",
      attributes: { topic: "bill" },
      storedTranscript: { kind: "notListed" },
    });
  });

  it("leaves out contacts without an id, and counts them", () => {
    const { dropped, count } = drops();
    const Contacts = [{ Id: "c1", InitiationTimestamp: at }, { InitiationTimestamp: at }, {}];
    const page = toContactPage({ Contacts, TotalCount: 3 }, dropped);
    assert.deepEqual(
      page.contacts.map(({ id }) => id),
      ["c1"],
    );
    assert.equal(page.total, 3);
    assert.equal(count(), 2);
    assert.ok(!("nextToken" in page));
  });

  it("an empty page is a page", () => {
    assert.deepEqual(
      toContactPage({ Contacts: undefined }, () => undefined),
      { contacts: [], total: 0 },
    );
  });

  it("an answer without a contact can't be read", () => {
    assert.throws(() => toContact(undefined), { name: "UnreadableAnswer" });
    assert.throws(() => toContact({}), { name: "UnreadableAnswer" });
  });

  it("lets neither undefined nor null in, whatever members are missing", () => {
    const absent = fc.constantFrom(undefined, null);
    const member = <Value>(value: Value) => fc.oneof(fc.constant(value), absent);
    const contacts = fc.record(
      {
        Id: fc.constant("c1"),
        InitialContactId: member("c0"),
        PreviousContactId: member("c0"),
        RelatedContactId: member(""),
        Channel: member("CHAT"),
        InitiationMethod: member("API"),
        InitiationTimestamp: member(at),
        DisconnectTimestamp: member(at),
        DisconnectReason: member("API"),
        AgentInfo: member({ Id: undefined }),
        QueueInfo: member({}),
        SegmentAttributes: member({ "connect:Subtype": {} }),
        Attributes: member({ a: "b" }),
        Recordings: member([chatStream]),
      },
      { requiredKeys: ["Id"] },
    );
    fc.assert(
      fc.property(contacts, (contact) => {
        const values = valuesIn(toContact(contact as Parameters<typeof toContact>[0]));
        assert.ok(!values.includes(undefined) && !values.includes(null));
      }),
    );
  });
});

describe("stored transcripts from the SDK", () => {
  const stored = { kind: "stored", bucket: "b", key: "p/2026/01/01/c1_20260101T00:00_UTC.json" };
  const Location = `${stored.bucket}/${stored.key}`;

  it("finds bucket and key of the chat's recording", () => {
    assert.deepEqual(storedOf(recording({ Location, Status: "AVAILABLE" })), stored);
    assert.deepEqual(storedOf(recording({ Location })), stored);
    assert.deepEqual(storedOf(recording({ Location: `s3://${Location}` })), stored);
  });

  it("does not take a voice recording for a transcript", () => {
    const voice = recording({ Location, MediaStreamType: "AUDIO" });
    assert.deepEqual(storedOf(voice), { kind: "notListed" });
    assert.deepEqual(storedOf(voice, recording({ Location })), stored);
  });

  it("says that it was deleted, and why", () => {
    const deleted = recording({ Location, Status: "DELETED", DeletionReason: "Old age" });
    assert.deepEqual(storedOf(deleted), { kind: "deleted", reason: "Old age" });
    assert.deepEqual(storedOf(recording({ Status: "DELETED" })), { kind: "deleted" });
  });

  it("a location that names no object is as good as none", () => {
    for (const wrong of ["", "bucket", "bucket/", "/key", "s3://", undefined]) {
      assert.deepEqual(storedOf(recording({ Location: wrong })), { kind: "notListed" });
    }
  });
});

describe("instances from the SDK", () => {
  it("an instance may have no alias", () => {
    const instances = toInstances([{ Id: "i1", Arn: "arn" }, { Arn: "arn" }], () => undefined);
    assert.deepEqual(instances, [{ id: "i1", arn: "arn" }]);
  });
});
