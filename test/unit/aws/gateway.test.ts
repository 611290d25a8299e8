import assert from "node:assert/strict";
import { createGateway, listInstances } from "../../../src/aws";
import type { Access } from "../../../src/aws";
import type { AssociationIntent } from "../../../src/domain/association";
import type { Contact } from "../../../src/domain/contact";
import { withAwsFiles } from "./support/awsFiles";
import { type Emulated, emulated } from "./support/emulated";
import { INSTANCE, REGION, signal } from "./support/target";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const C3 = "c3000000-0000-4000-8000-000000000003";
const C4 = "c4000000-0000-4000-8000-000000000004";
const C5 = "c5000000-0000-4000-8000-000000000005";
const DAY = 24 * 60 * 60 * 1000;

const lastDays = (days: number) => ({ from: Date.now() - days * DAY, to: Date.now() + DAY });

const intent: AssociationIntent = {
  currentContactId: C4,
  sourceContactId: C2,
  rehydrationType: "FROM_SEGMENT",
  clientToken: "one-wish",
};

describe("gateway to Amazon Connect", () => {
  let world: Emulated;
  beforeEach(async () => {
    world = await emulated();
  });
  afterEach(() => world.close());

  const file = async (contact: string | Contact) =>
    world.gateway.transcriptFile(
      typeof contact === "string"
        ? await world.gateway.describeContact(contact, signal())
        : contact,
      signal(),
    );

  it("finds chats, newest first, and none of another channel", async () => {
    const page = await world.gateway.searchChats({ window: lastDays(2) }, signal());
    const times = page.contacts.map(({ initiatedAt }) => initiatedAt);
    assert.ok(times.length > 20);
    assert.deepEqual(
      times,
      [...times].sort((one, other) => other - one),
    );
    assert.ok(page.contacts.every(({ channel }) => channel === "CHAT"));
    assert.equal(page.total, page.contacts.length);
  });

  it("finds only what began inside the window", async () => {
    const { initiatedAt } = await world.gateway.describeContact(C2, signal());
    const window = { from: initiatedAt, to: initiatedAt + 1 };
    const { contacts } = await world.gateway.searchChats({ window }, signal());
    assert.deepEqual(
      contacts.map(({ id }) => id),
      [C2],
    );
  });

  it("finds only active chats where only they are asked for", async () => {
    const request = { window: lastDays(2), criteria: { activeOnly: true } };
    const { contacts } = await world.gateway.searchChats(request, signal());
    const ids = contacts.map(({ id }) => id);
    assert.ok(ids.includes(C4) && ids.includes(C5) && !ids.includes(C1));
    assert.ok(contacts.every(({ endedAt }) => endedAt === undefined));
  });

  it("describes the contacts of the reference chat", async () => {
    const c2 = await world.gateway.describeContact(C2, signal());
    assert.deepEqual(
      [c2.initialContactId, c2.previousContactId, c2.initiationMethod, c2.subtype],
      [C1, C1, "TRANSFER", "connect:Chat"],
    );
    assert.equal(c2.storedTranscript.kind, "stored");
    const c1 = await world.gateway.describeContact(C1, signal());
    assert.ok(!("previousContactId" in c1) && !("relatedContactId" in c1));
  });

  it("knows the contacts of a session", async () => {
    const contacts = await world.gateway.associatedContacts(C1, signal());
    const ids = contacts.map(({ id }) => id);
    for (const id of [C1, C2, C3]) assert.ok(ids.includes(id));
  });

  it("knows people and queues by name, and asks once", async () => {
    const [agents, again] = await Promise.all([
      world.gateway.agentNames(signal()),
      world.gateway.agentNames(signal()),
    ]);
    assert.equal(agents, again);
    const { agentId, queueId } = await world.gateway.describeContact(C1, signal());
    assert.match(agents.get(agentId ?? "") ?? "", /^\w/);
    const queues = await world.gateway.queueNames(signal());
    assert.match(queues.get(queueId ?? "") ?? "", /^\w/);
    await world.gateway.queueNames(signal());
    const asked = (await world.journal()).map(({ operation }) => operation);
    assert.equal(asked.filter((name) => name === "ListUsers").length, 1);
    assert.equal(asked.filter((name) => name === "ListQueues").length, 1);
  });

  it("describes the instance, and finds it in the Region", async () => {
    const instance = await world.gateway.describeInstance(signal());
    assert.deepEqual([instance.id, instance.alias], [INSTANCE, "sandbox"]);
    const access: Access = { kind: "sandbox", endpoint: world.url };
    assert.deepEqual(await listInstances({ access, region: REGION }, signal()), [instance]);
  });

  it("associates, and the contact is linked afterwards", async () => {
    const answer = await world.gateway.associate(intent, signal());
    assert.equal(answer.continuedFromContactId, C2);
    assert.equal(answer.attempts, 1);
    assert.ok(answer.requestId !== undefined);
    const c4 = await world.gateway.describeContact(C4, signal());
    assert.equal(c4.relatedContactId, C2);
  });

  it("a past session is continued from its last contact", async () => {
    const whole: AssociationIntent = {
      ...intent,
      currentContactId: C5,
      sourceContactId: C1,
      rehydrationType: "ENTIRE_PAST_SESSION",
    };
    const answer = await world.gateway.associate(whole, signal());
    assert.equal(answer.continuedFromContactId, C3);
  });

  it("a second association is refused in the service's own words", async () => {
    await world.gateway.associate(intent, signal());
    const second = world.gateway.associate({ ...intent, clientToken: "another wish" }, signal());
    await assert.rejects(second, {
      kind: "invalidRequest",
      operation: "CreatePersistentContactAssociation",
    });
  });

  it("an unknown contact is not found", async () => {
    const unknown = world.gateway.describeContact("00000000-0000-4000-8000-000000000000", signal());
    await assert.rejects(unknown, { kind: "notFound" });
  });

  for (const times of [1, 2, 3, 4]) {
    it(`answers lost ${times} times: the same token every time, one association`, async () => {
      await world.fault("CreatePersistentContactAssociation", "answerLost", times);
      const answer = await world.gateway.associate(intent, signal());
      assert.equal(answer.continuedFromContactId, C2);
      assert.equal(answer.attempts, times + 1);
      const sent = (await world.journal()).filter(
        ({ operation }) => operation === "CreatePersistentContactAssociation",
      );
      assert.deepEqual(
        sent.map(({ clientToken }) => clientToken),
        new Array(times + 1).fill("one-wish"),
      );
      assert.equal(sent.filter(({ changed }) => changed).length, 1);
    });
  }

  it("answers lost for ever: offline, every attempt counted, still one association", async () => {
    await world.fault("CreatePersistentContactAssociation", "answerLost", 100);
    await assert.rejects(world.gateway.associate(intent, signal()), (failure: unknown) => {
      assert.match(String(failure), /ECONNRESET/);
      return true;
    });
    const sent = (await world.journal()).filter(({ clientToken }) => clientToken === "one-wish");
    assert.equal(sent.length, 6);
    assert.equal(sent.filter(({ changed }) => changed).length, 1);
    assert.deepEqual(
      world.calls.map(({ attempts }) => attempts),
      [3, 3],
    );
  });

  it("reads a transcript", async () => {
    const read = await file(C1);
    assert.ok(read.kind === "text");
    assert.ok(read.text.includes(C1));
    assert.equal(read.bucket, "sandbox-transcripts");
    assert.ok(read.key.includes(`/${C1}_`));
  });

  const odd = (number: number) => `d1000000-0000-4000-8000-00000000000${number}`;

  it("a transcript that was deleted is no failure", async () => {
    assert.equal((await file(odd(1))).kind, "deleted");
  });

  it("a transcript that is not JSON is passed on as it is", async () => {
    const read = await file(odd(2));
    assert.ok(read.kind === "text" && read.text.startsWith("<!doctype html>"));
  });

  it("an empty transcript is an empty text", async () => {
    const read = await file(odd(3));
    assert.ok(read.kind === "text" && read.text === "");
  });

  it("of a transcript over 5 MB the size is known", async () => {
    const read = await file(odd(4));
    assert.equal(read.kind, "tooLarge");
    assert.ok(read.bytes > 5 * 1024 * 1024);
  });

  it("a transcript that is not written yet is looked for, and missing until it is", async () => {
    const contact = await world.gateway.describeContact(odd(5), signal());
    assert.deepEqual(contact.storedTranscript, { kind: "notListed" });
    assert.deepEqual(await file(contact), { kind: "missing", bucket: "sandbox-transcripts" });
    await world.advance(120);
    assert.equal((await file(contact)).kind, "text");
    const operations = (await world.journal()).map(({ operation }) => operation);
    const storageReads = operations.filter((name) => name === "ListInstanceStorageConfigs");
    assert.equal(storageReads.length, 1);
  });

  it("an object that is gone is missing", async () => {
    const contact = await world.gateway.describeContact(C1, signal());
    const gone = { kind: "stored", bucket: "sandbox-transcripts", key: "gone.json" } as const;
    const { bucket, key } = gone;
    const read = await file({ ...contact, storedTranscript: gone });
    assert.deepEqual(read, { kind: "missing", bucket, key });
  });

  const redacted = async (id: string) =>
    world.gateway.redactedTranscript(await world.gateway.describeContact(id, signal()), signal());

  it("reads what Contact Lens redacted, in the folder of the day of the end", async () => {
    const { endedAt = 0 } = await world.gateway.describeContact(C1, signal());
    const read = await redacted(C1);
    assert.ok(read?.kind === "text");
    const day = new Date(endedAt).toISOString().slice(0, 10).replaceAll("-", "/");
    assert.ok(read.key.startsWith(`Analysis/Chat/Redacted/${day}/${C1}_analysis_redacted_`));
    assert.match(read.text, /"CHAT-2022-11-30"/);
    assert.match(read.text, /Hello \[PII\], this is \[PII\] from Orders/);
    assert.doesNotMatch(read.text, /Ana|Pereira|Mia|Keller|Jonas|58213/);
  });

  it("has nothing redacted of a contact without such a file, which it looks for in two places", async () => {
    assert.equal(await redacted(C3), undefined);
    const prefixes = (await world.journal())
      .filter(({ operation }) => operation === "ListObjectsV2")
      .map(({ parameters }) => String(parameters["Prefix"]));
    assert.deepEqual(
      prefixes.map((prefix) => prefix.replace(/Redacted\/.*/, "")),
      [
        "Analysis/Chat/",
        "Analysis/Chat/",
        "connect/sandbox/Analysis/Chat/",
        "connect/sandbox/Analysis/Chat/",
      ],
    );
    assert.equal(new Set(prefixes).size, 4);
  });

  it("has nothing redacted of a chat that goes on, and asks for nothing", async () => {
    assert.equal(await redacted(C4), undefined);
    const asked = (await world.journal()).map(({ operation }) => operation);
    assert.ok(!asked.includes("ListObjectsV2"));
  });

  for (const operation of ["ListObjectsV2", "GetObject"])
    it(`what Contact Lens redacted may be denied by ${operation}`, async () => {
      await world.fault(operation, "accessDenied");
      await assert.rejects(redacted(C1), { kind: "accessDenied", operation });
    });

  it("a call that is stopped already is not sent", async () => {
    await assert.rejects(world.gateway.describeContact(C1, AbortSignal.abort()), {
      kind: "aborted",
    });
    assert.deepEqual(await world.journal(), []);
  });

  it("writes one entry for each call, with neither texts nor credentials", async () => {
    await world.fault("DescribeContact", "throttled");
    const contact = await world.gateway.describeContact(C1, signal());
    await world.gateway.transcriptFile(contact, signal());
    assert.deepEqual(
      world.calls.map(({ operation, status, attempts }) => [operation, status, attempts]),
      [
        ["DescribeContact", 200, 2],
        ["GetObject", 200, 1],
      ],
    );
    for (const entry of world.calls) {
      assert.ok(entry.requestId !== undefined && entry.durationMs >= 0);
      const known = "attempts,durationMs,operation,requestId,status";
      assert.equal(Object.keys(entry).sort().join(), known);
    }
  });
});

describe("gateway through AWS profiles", () => {
  let world: Emulated;
  before(async () => {
    world = await emulated();
  });
  after(() => world.close());

  const describing = (access: Access) =>
    createGateway({ region: REGION, instanceId: INSTANCE, access }).describeInstance(signal());

  const keys = "aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n";
  const local: Access = { kind: "profile", profile: "local" };

  it("endpoint_url of the profile is where requests go, for S3 too", async () => {
    const config = `[profile local]\nendpoint_url = ${world.url}\n${keys}`;
    await withAwsFiles({ config }, async () => {
      const gateway = createGateway({ region: REGION, instanceId: INSTANCE, access: local });
      const contact = await gateway.describeContact(C1, signal());
      assert.equal((await gateway.transcriptFile(contact, signal())).kind, "text");
      gateway.dispose();
    });
  });

  it("so is the one of its services section", async () => {
    const config = `[profile local]\nservices = ours\n${keys}
[services ours]
connect =
  endpoint_url = ${world.url}
`;
    await withAwsFiles({ config }, async () => {
      assert.equal((await describing(local)).id, INSTANCE);
    });
  });

  it("the default access takes the environment's keys and endpoint", async () => {
    const env = {
      AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_ENDPOINT_URL: world.url,
    };
    await withAwsFiles({ env }, async () => {
      assert.equal((await describing({ kind: "default" })).id, INSTANCE);
    });
  });

  it("a profile that is not there has no credentials, even where the environment has some", async () => {
    const env = {
      AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_ENDPOINT_URL: world.url,
    };
    await withAwsFiles({ env }, () =>
      assert.rejects(describing(local), { kind: "credentials", operation: "DescribeInstance" }),
    );
  });

  it("keys that were put right are used without a new gateway", async () => {
    const config = `[profile local]\nendpoint_url = ${world.url}\n`;
    const gateway = createGateway({ region: REGION, instanceId: INSTANCE, access: local });
    await withAwsFiles({ config }, () =>
      assert.rejects(gateway.describeInstance(signal()), { kind: "credentials" }),
    );
    await withAwsFiles({ config: config + keys }, async () => {
      assert.equal((await gateway.describeInstance(signal())).id, INSTANCE);
    });
    gateway.dispose();
  });
});
