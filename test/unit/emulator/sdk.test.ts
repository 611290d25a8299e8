import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ConnectClient,
  CreatePersistentContactAssociationCommand,
  DescribeContactCommand,
  DescribeInstanceCommand,
  DescribeQueueCommand,
  DescribeUserCommand,
  GetContactAttributesCommand,
  ListAssociatedContactsCommand,
  ListInstancesCommand,
  ListInstanceStorageConfigsCommand,
  ListQueuesCommand,
  ListUsersCommand,
  paginateSearchContacts,
  type RehydrationType,
} from "@aws-sdk/client-connect";
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  S3Client,
} from "@aws-sdk/client-s3";
import { startEmulator, type Emulator } from "../../../src/emulator/server";

const InstanceId = "a0000000-0000-4000-8000-000000000001";
const [C1, C2, C3, C4, C5] = [1, 2, 3, 4, 5].map(
  (number) => `c${number}000000-0000-4000-8000-00000000000${number}`,
) as [string, string, string, string, string];

const VARIABLES = ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_PROFILE"] as const;

interface Requested {
  readonly operation: string;
  readonly status: number;
  readonly changed: boolean;
  readonly clientToken?: string;
}

describe("emulator: through the AWS SDK, by nothing but a profile", () => {
  let emulator: Emulator;
  let connect: ConnectClient;
  let s3: S3Client;
  const folder = mkdtempSync(join(tmpdir(), "emulator-"));
  const environment = VARIABLES.map((name) => [name, process.env[name]] as const);

  before(async () => {
    emulator = await startEmulator({ quotas: false });
    const file = join(folder, "config");
    writeFileSync(
      file,
      `[profile sandbox]\nregion = us-east-1\nendpoint_url = ${emulator.url}\n` +
        "aws_access_key_id = sandbox\naws_secret_access_key = sandbox\n",
    );
    for (const name of VARIABLES) process.env[name] = file;
    process.env["AWS_PROFILE"] = "sandbox";
    connect = new ConnectClient({});
    s3 = new S3Client({});
  });

  beforeEach(() => emulator.reset());

  after(async () => {
    connect.destroy();
    s3.destroy();
    await emulator.close();
    for (const [name, value] of environment) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    rmSync(folder, { recursive: true });
  });

  const fail = async (operation: string, fault: string, times = 1): Promise<void> => {
    const body = JSON.stringify({ operation, fault, times });
    const { status } = await fetch(`${emulator.url}/_sandbox/faults`, { method: "POST", body });
    assert.equal(status, 200);
  };

  const requests = async (): Promise<readonly Requested[]> => {
    const answer = await fetch(`${emulator.url}/_sandbox/requests`);
    return ((await answer.json()) as { requests: Requested[] }).requests;
  };

  const describeContact = async (ContactId: string) => {
    const { Contact } = await connect.send(new DescribeContactCommand({ InstanceId, ContactId }));
    assert.ok(Contact);
    return Contact;
  };

  const associate = (
    InitialContactId: string,
    SourceContactId: string,
    RehydrationType: RehydrationType,
    ClientToken = "wish",
  ) =>
    connect.send(
      new CreatePersistentContactAssociationCommand({
        InstanceId,
        InitialContactId,
        SourceContactId,
        RehydrationType,
        ClientToken,
      }),
    );

  it("use case 1: from a segment, which is then the related contact", async () => {
    const { ContinuedFromContactId } = await associate(C4, C2, "FROM_SEGMENT");
    assert.equal(ContinuedFromContactId, C2);
    assert.equal((await describeContact(C4)).RelatedContactId, C2);
  });

  it("use case 2: the entire past session, continued from its last contact", async () => {
    const { ContinuedFromContactId } = await associate(C5, C1, "ENTIRE_PAST_SESSION");
    assert.equal(ContinuedFromContactId, C3);
    assert.equal((await describeContact(C5)).RelatedContactId, C3);
  });

  it("does one association where the answer is lost and the SDK asks again", async () => {
    await fail("CreatePersistentContactAssociation", "answerLost");
    const answer = await associate(C4, C2, "FROM_SEGMENT");
    assert.equal(answer.ContinuedFromContactId, C2);
    assert.equal(answer.$metadata.attempts, 2);
    const asked = await requests();
    assert.deepEqual(
      asked.map(({ clientToken, status, changed }) => [clientToken, status, changed]),
      [
        ["wish", 0, true],
        ["wish", 200, false],
      ],
    );
  });

  it("pages through SearchContacts, with times that the SDK understands", async () => {
    const pages = paginateSearchContacts(
      { client: connect, pageSize: 25 },
      {
        InstanceId,
        TimeRange: {
          Type: "INITIATION_TIMESTAMP",
          StartTime: new Date(Date.now() - 14 * 86_400_000),
          EndTime: new Date(Date.now() + 1000),
        },
        SearchCriteria: { Channels: ["CHAT"] },
      },
    );
    const ids: unknown[] = [];
    let total: number | undefined;
    for await (const page of pages) {
      total = page.TotalCount;
      ids.push(...page.Contacts!.map(({ Id }) => Id));
      assert.equal(
        page.Contacts!.every(({ InitiationTimestamp: at }) => at! < new Date()),
        true,
      );
    }
    assert.equal(ids.length, total);
    for (const id of [C1, C2, C3, C4, C5]) assert.equal(ids.includes(id), true);
    const asked = await requests();
    assert.equal(asked.length, Math.ceil(ids.length / 25));
  });

  it("answers for instances, by id and by ARN", async () => {
    const { InstanceSummaryList: [first] = [] } = await connect.send(new ListInstancesCommand({}));
    assert.deepEqual([first?.Id, first?.InstanceAlias], [InstanceId, "sandbox"]);
    for (const id of [InstanceId, first?.Arn]) {
      const { Instance } = await connect.send(new DescribeInstanceCommand({ InstanceId: id }));
      assert.equal(Instance?.Id, InstanceId);
      assert.equal(Instance.CreatedTime instanceof Date, true);
    }
  });

  it("answers for users and queues", async () => {
    const { UserSummaryList: [user] = [] } = await connect.send(
      new ListUsersCommand({ InstanceId }),
    );
    const describeUser = new DescribeUserCommand({ InstanceId, UserId: user?.Id });
    assert.equal((await connect.send(describeUser)).User?.Username, user?.Username);
    const listQueues = new ListQueuesCommand({ InstanceId, QueueTypes: ["STANDARD"] });
    const { QueueSummaryList: [queue] = [] } = await connect.send(listQueues);
    const describeQueue = new DescribeQueueCommand({ InstanceId, QueueId: queue?.Id });
    assert.equal((await connect.send(describeQueue)).Queue?.Name, queue?.Name);
  });

  it("answers for a session and a contact's attributes", async () => {
    const associated = new ListAssociatedContactsCommand({ InstanceId, ContactId: C2 });
    const { ContactSummaryList: session } = await connect.send(associated);
    assert.deepEqual(
      session?.map(({ ContactId }) => ContactId),
      [C1, C2, C3],
    );
    const attributes = new GetContactAttributesCommand({ InstanceId, InitialContactId: C1 });
    assert.equal(typeof (await connect.send(attributes)).Attributes, "object");
  });

  const Bucket = "sandbox-transcripts";

  const keyOf = async (contactId: string): Promise<string> => {
    const { Recordings: [recording] = [] } = await describeContact(contactId);
    assert.equal(recording?.Location?.startsWith(`${Bucket}/`), true);
    return recording.Location.slice(Bucket.length + 1);
  };

  const textOf = async (Key: string, Range?: string): Promise<string> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }));
    assert.ok(Body);
    return Body.transformToString();
  };

  it("tells where transcripts are stored", async () => {
    const command = new ListInstanceStorageConfigsCommand({
      InstanceId,
      ResourceType: "CHAT_TRANSCRIPTS",
    });
    const { StorageConfigs } = await connect.send(command);
    assert.deepEqual(
      StorageConfigs?.map(({ S3Config }) => S3Config),
      [{ BucketName: Bucket, BucketPrefix: "connect/sandbox/ChatTranscripts" }],
    );
  });

  it("leads from a contact to its transcript in S3", async () => {
    const Key = await keyOf(C1);
    const text = await textOf(Key);
    assert.equal((JSON.parse(text) as { ContactId: string }).ContactId, C1);
    assert.equal(await textOf(Key, "bytes=0-9"), Buffer.from(text).subarray(0, 10).toString());
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    assert.equal(head.ContentLength, Buffer.byteLength(text));
    const Prefix = `${Key.slice(0, Key.lastIndexOf("/") + 1)}${C1}`;
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
    assert.deepEqual(
      Contents?.map((object) => object.Key),
      [Key],
    );
  });

  it("names its refusals so that the SDK throws them under their names", async () => {
    await assert.rejects(describeContact("nobody"), { name: "ResourceNotFoundException" });
    await assert.rejects(associate(C4, C5, "FROM_SEGMENT"), { name: "InvalidRequestException" });
    const missing = new GetObjectCommand({ Bucket: "sandbox-transcripts", Key: "nothing" });
    await assert.rejects(s3.send(missing), NoSuchKey);
    const head = new HeadObjectCommand({ Bucket: "sandbox-transcripts", Key: "nothing" });
    await assert.rejects(s3.send(head), { name: "NotFound" });
    const bucket = new ListObjectsV2Command({ Bucket: "nowhere" });
    await assert.rejects(s3.send(bucket), { name: "NoSuchBucket" });
  });

  const names: readonly (readonly [string, string, number])[] = [
    ["accessDenied", "AccessDeniedException", 1],
    ["throttled", "ThrottlingException", 3],
    ["serverError", "InternalServiceException", 3],
    ["notFound", "ResourceNotFoundException", 1],
    ["expiredToken", "ExpiredTokenException", 1],
    ["invalidToken", "UnrecognizedClientException", 1],
    ["badSignature", "InvalidSignatureException", 1],
    ["html", "SyntaxError", 3],
    ["notJson", "SyntaxError", 1],
  ];
  for (const [fault, name, attempts] of names) {
    it(`${fault} reaches the SDK as ${name}, after ${attempts} attempts`, async () => {
      await fail("DescribeContact", fault, attempts);
      await assert.rejects(describeContact(C1), { name });
      assert.equal((await requests()).length, attempts);
      assert.equal((await describeContact(C1)).Id, C1);
    });
  }

  for (const fault of ["throttled", "serverError", "html", "reset", "truncated", "clockSkew"]) {
    it(`the SDK gets over one ${fault}`, async () => {
      await fail("DescribeContact", fault);
      assert.equal((await describeContact(C1)).Id, C1);
    });
  }

  it("fails S3 in S3's own words", async () => {
    const get = () =>
      s3.send(new ListObjectsV2Command({ Bucket: "sandbox-transcripts", MaxKeys: 1 }));
    for (const [fault, name] of [
      ["accessDenied", "AccessDenied"],
      ["expiredToken", "ExpiredToken"],
      ["invalidToken", "InvalidAccessKeyId"],
      ["badSignature", "SignatureDoesNotMatch"],
    ] as const) {
      await fail("ListObjectsV2", fault);
      await assert.rejects(get(), { name });
    }
    await fail("ListObjectsV2", "throttled");
    assert.equal((await get()).$metadata.attempts, 2);
  });
});
