import assert from "node:assert/strict";
import {
  ConnectClient,
  CreatePersistentContactAssociationCommand,
  DescribeContactCommand,
  DescribeContactFlowCommand,
  ListContactFlowsCommand,
  StartChatContactCommand,
  StopContactCommand,
  type StartChatContactCommandInput,
} from "@aws-sdk/client-connect";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { startEmulator, type Emulator } from "../../../src/emulator/server";

const InstanceId = "a0000000-0000-4000-8000-000000000001";
const ContactFlowId = "f1000000-0000-4000-8000-000000000001";
const [C1, C2, C3, C4] = [1, 2, 3, 4].map(
  (number) => `c${number}000000-0000-4000-8000-00000000000${number}`,
) as [string, string, string, string];

describe("emulator: chats that are started, through the AWS SDK", () => {
  let emulator: Emulator;
  let connect: ConnectClient;
  let s3: S3Client;

  before(async () => {
    emulator = await startEmulator({ quotas: false });
    const credentials = { accessKeyId: "sandbox", secretAccessKey: "sandbox" };
    const config = { endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 };
    connect = new ConnectClient(config);
    s3 = new S3Client(config);
  });

  beforeEach(() => emulator.reset());

  after(async () => {
    connect.destroy();
    s3.destroy();
    await emulator.close();
  });

  const advance = async (advanceSeconds: number): Promise<void> => {
    const body = JSON.stringify({ advanceSeconds });
    const { status } = await fetch(`${emulator.url}/_sandbox/clock`, { method: "POST", body });
    assert.equal(status, 200);
  };

  const start = (more: Partial<StartChatContactCommandInput> = {}) =>
    connect.send(
      new StartChatContactCommand({
        InstanceId,
        ContactFlowId,
        ParticipantDetails: { DisplayName: "Ana" },
        ...more,
      }),
    );

  const stop = (ContactId: string | undefined) =>
    connect.send(new StopContactCommand({ InstanceId, ContactId }));

  const describeContact = async (ContactId: string | undefined) => {
    const { Contact } = await connect.send(new DescribeContactCommand({ InstanceId, ContactId }));
    assert.ok(Contact);
    return Contact;
  };

  /** The content types of a contact's stored transcript. */
  const storedTypes = async (contactId: string | undefined): Promise<readonly string[]> => {
    const { Recordings: [recording] = [] } = await describeContact(contactId);
    assert.ok(recording?.Location);
    const [Bucket = "", ...key] = recording.Location.split("/");
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: key.join("/") }));
    const file = JSON.parse((await Body?.transformToString()) ?? "") as {
      ContactId: string;
      Transcript: { ContentType: string }[];
    };
    assert.equal(file.ContactId, contactId);
    return file.Transcript.map(({ ContentType: type }) => type.split(".").slice(-2).join("."));
  };

  const rejected = (name: string, part: string) => (error: Error) =>
    error.name === name && error.message.includes(part);

  it("starts an active chat with attributes, which is stopped and leaves a transcript a minute later", async () => {
    const { ContactId } = await start({
      Attributes: { tier: "gold" },
      InitialMessage: { ContentType: "text/plain", Content: "Hello" },
    });
    const begun = await describeContact(ContactId);
    assert.deepEqual(
      [begun.Channel, begun.InitiationMethod, begun.InitialContactId, begun.Attributes?.["tier"]],
      ["CHAT", "API", ContactId, "gold"],
    );
    assert.equal(begun.DisconnectTimestamp, undefined);

    await stop(ContactId);
    const ended = await describeContact(ContactId);
    assert.equal(ended.DisconnectReason, "API");
    assert.equal(ended.DisconnectTimestamp instanceof Date, true);
    assert.equal(ended.Recordings, undefined);

    await advance(61);
    assert.deepEqual(await storedTypes(ContactId), [
      "participant.joined",
      "text/plain",
      "chat.ended",
    ]);
  });

  it("continues a past session at the start, once", async () => {
    const answer = await start({
      PersistentChat: { RehydrationType: "ENTIRE_PAST_SESSION", SourceContactId: C1 },
    });
    assert.equal(answer.ContinuedFromContactId, C3);
    assert.equal((await describeContact(answer.ContactId)).RelatedContactId, C3);
    await assert.rejects(
      connect.send(
        new CreatePersistentContactAssociationCommand({
          InstanceId,
          InitialContactId: answer.ContactId,
          SourceContactId: C2,
          RehydrationType: "FROM_SEGMENT",
        }),
      ),
      rejected("InvalidRequestException", "persistent already"),
    );
    await stop(answer.ContactId);
    await advance(61);
    assert.deepEqual(await storedTypes(answer.ContactId), [
      "participant.joined",
      "chat.rehydrated",
      "chat.ended",
    ]);
  });

  it("can continue a chat that it started, as soon as the transcript is there", async () => {
    const { ContactId: past } = await start();
    const PersistentChat = { RehydrationType: "FROM_SEGMENT", SourceContactId: past } as const;
    await assert.rejects(start({ PersistentChat }), rejected("InvalidRequestException", "active"));
    await stop(past);
    const notYet = rejected("InvalidRequestException", "not written yet");
    await assert.rejects(start({ PersistentChat }), notYet);
    await advance(61);
    assert.equal((await start({ PersistentChat })).ContinuedFromContactId, past);
  });

  it("refuses half a wish, two relations and a flow that is not there", async () => {
    const half = start({ PersistentChat: { SourceContactId: C1 } });
    await assert.rejects(half, rejected("InvalidRequestException", "RehydrationType"));
    const both = start({
      PersistentChat: { SourceContactId: C1, RehydrationType: "FROM_SEGMENT" },
      RelatedContactId: C1,
    });
    await assert.rejects(both, rejected("InvalidRequestException", "exclude"));
    const flow = start({ ContactFlowId: "missing" });
    await assert.rejects(flow, rejected("ResourceNotFoundException", "missing"));
  });

  it("takes attributes of 32 768 bytes in all, and not one more", async () => {
    const name = "n".repeat(10);
    const value = "ä".repeat((32_768 - name.length) / 2);
    assert.ok((await start({ Attributes: { [name]: value } })).ContactId);
    const tooMuch = start({ Attributes: { [name]: `${value}x` } });
    await assert.rejects(tooMuch, rejected("InvalidRequestException", "32769"));
  });

  it("starts one chat for one client token", async () => {
    const one = await start({ ClientToken: "wish" });
    assert.equal((await start({ ClientToken: "wish" })).ContactId, one.ContactId);
    const other = start({ ClientToken: "wish", Attributes: { tier: "gold" } });
    await assert.rejects(other, rejected("InvalidParameterException", "ClientToken"));
    assert.notEqual((await start({ ClientToken: "another" })).ContactId, one.ContactId);
  });

  it("ends a chat when its time is over, 25 hours unless told otherwise", async () => {
    const short = await start({ ChatDurationInMinutes: 60 });
    const long = await start();
    await advance(60 * 60 + 1);
    assert.equal((await describeContact(short.ContactId)).DisconnectReason, "EXPIRED");
    assert.equal((await describeContact(long.ContactId)).DisconnectTimestamp, undefined);
    await advance(24 * 60 * 60);
    assert.equal((await describeContact(long.ContactId)).DisconnectReason, "EXPIRED");
    await assert.rejects(stop(short.ContactId), rejected("ContactNotFoundException", "ended"));
  });

  it("stops a chat of the seed, which then can be continued", async () => {
    await stop(C4);
    await advance(61);
    assert.equal((await storedTypes(C4)).at(-1), "chat.ended");
    const { ContinuedFromContactId } = await start({
      PersistentChat: { RehydrationType: "FROM_SEGMENT", SourceContactId: C4 },
    });
    assert.equal(ContinuedFromContactId, C4);
  });

  it("lists its flow and tells it as flow language with the block that continues a chat", async () => {
    const list = (ContactFlowTypes: "CONTACT_FLOW" | "CUSTOMER_QUEUE") =>
      connect.send(
        new ListContactFlowsCommand({ InstanceId, ContactFlowTypes: [ContactFlowTypes] }),
      );
    const { ContactFlowSummaryList: [flow] = [] } = await list("CONTACT_FLOW");
    assert.deepEqual((await list("CUSTOMER_QUEUE")).ContactFlowSummaryList, []);
    for (const id of [flow?.Id, flow?.Arn]) {
      const describeFlow = new DescribeContactFlowCommand({ InstanceId, ContactFlowId: id });
      const { ContactFlow } = await connect.send(describeFlow);
      const { Actions } = JSON.parse(ContactFlow?.Content ?? "") as { Actions: { Type: string }[] };
      assert.equal(
        Actions.some(({ Type }) => Type === "CreatePersistentContactAssociation"),
        true,
      );
    }
  });
});
