import assert from "node:assert/strict";
import {
  ConnectClient,
  DescribeContactCommand,
  DescribeInstanceAttributeCommand,
  DescribeInstanceStorageConfigCommand,
  GetContactAttributesCommand,
  ListContactReferencesCommand,
  ListRealtimeContactAnalysisSegmentsV2Command,
  StopContactCommand,
  TagContactCommand,
  UpdateContactAttributesCommand,
  type ListRealtimeContactAnalysisSegmentsV2CommandInput,
} from "@aws-sdk/client-connect";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { startEmulator, type Emulator } from "../../../src/emulator/server";
import { specimens } from "../../../src/emulator/seed";
import { Asking } from "./support/asking";
import { INSTANCE, OTHER_INSTANCE } from "./support/world";

const InstanceId = "a0000000-0000-4000-8000-000000000001";
const [C1, C4] = [1, 4].map((number) => `c${number}000000-0000-4000-8000-00000000000${number}`) as [
  string,
  string,
];

describe("emulator: what is around a contact, through the AWS SDK", () => {
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

  const describe4 = async () => {
    const { Contact } = await connect.send(
      new DescribeContactCommand({ InstanceId, ContactId: C4 }),
    );
    return Contact;
  };

  const segments = (more: Partial<ListRealtimeContactAnalysisSegmentsV2CommandInput> = {}) =>
    connect.send(
      new ListRealtimeContactAnalysisSegmentsV2Command({
        InstanceId,
        ContactId: C4,
        OutputType: "Raw",
        SegmentTypes: ["Transcript", "Event"],
        ...more,
      }),
    );

  it("tells a storage by its association id", async () => {
    const AssociationId = "5a000000-0000-4000-8000-000000000001";
    const input = { InstanceId, AssociationId, ResourceType: "CHAT_TRANSCRIPTS" } as const;
    const { StorageConfig } = await connect.send(new DescribeInstanceStorageConfigCommand(input));
    assert.equal(StorageConfig?.S3Config?.BucketName, "sandbox-transcripts");
    const other = { ...input, ResourceType: "ATTACHMENTS" } as const;
    await assert.rejects(connect.send(new DescribeInstanceStorageConfigCommand(other)), {
      name: "ResourceNotFoundException",
    });
  });

  it("tells which instance attributes are on", async () => {
    const valueOf = async (AttributeType: "CONTACT_LENS" | "EARLY_MEDIA") => {
      const command = new DescribeInstanceAttributeCommand({ InstanceId, AttributeType });
      return (await connect.send(command)).Attribute?.Value;
    };
    assert.equal(await valueOf("CONTACT_LENS"), "true");
    assert.equal(await valueOf("EARLY_MEDIA"), "false");
  });

  it("adds attributes to a contact that has ended, and keeps the others", async () => {
    const update = (Attributes: Record<string, string>) =>
      connect.send(
        new UpdateContactAttributesCommand({ InstanceId, InitialContactId: C1, Attributes }),
      );
    const read = async () =>
      (await connect.send(new GetContactAttributesCommand({ InstanceId, InitialContactId: C1 })))
        .Attributes;
    const before = await read();
    await update({ previousContactId: "c0", locale: "de-DE" });
    assert.deepEqual(await read(), { ...before, previousContactId: "c0", locale: "de-DE" });
    await assert.rejects(update({ much: "x".repeat(32_700) }), { name: "InvalidRequestException" });
    assert.equal((await read())?.["much"], undefined);
  });

  it("tags a contact", async () => {
    const tag = (Tags: Record<string, string>) =>
      connect.send(new TagContactCommand({ InstanceId, ContactId: C4, Tags }));
    await tag({ team: "broadband" });
    await tag({ cost: "7" });
    const tags = (await describe4())?.Tags;
    assert.deepEqual(tags, { "aws:connect:instanceId": InstanceId, team: "broadband", cost: "7" });
  });

  it("lists the attachments of a chat as its references", async () => {
    const list = async (ReferenceTypes: ("ATTACHMENT" | "URL")[]) => {
      const command = new ListContactReferencesCommand({
        InstanceId,
        ContactId: C1,
        ReferenceTypes,
      });
      return (await connect.send(command)).ReferenceSummaryList;
    };
    const [reference, ...others] = (await list(["URL", "ATTACHMENT"])) ?? [];
    assert.equal(reference?.Attachment?.Name, "order-confirmation-NW-58213.pdf");
    assert.equal(reference.Attachment.Status, "APPROVED");
    assert.deepEqual(others, []);
    assert.deepEqual(await list(["URL"]), []);
  });

  it("analyses a chat while it goes on, page by page", async () => {
    const first = await segments({ MaxResults: 3 });
    assert.equal(first.Status, "IN_PROGRESS");
    assert.equal(first.Segments?.length, 3);
    assert.equal(first.Segments[0]?.Event?.DisplayName, "Ana Pereira");
    assert.ok((first.Segments[0].Event.Time?.AbsoluteTime?.getTime() ?? 0) > 0);
    const rest = await segments({ NextToken: first.NextToken });
    const said = rest.Segments?.flatMap(({ Transcript }) => Transcript?.Content ?? []);
    assert.equal(said?.at(-1), "I don't have it here. Can't you see what I wrote to Jonas?");
    assert.equal(rest.NextToken, undefined);
  });

  it("gives segments of the wanted types only, also after the end", async () => {
    const { Status, Segments } = await segments({ ContactId: C1, SegmentTypes: ["Attachments"] });
    assert.equal(Status, "COMPLETED");
    assert.deepEqual(
      Segments?.map(({ Attachments }) => Attachments?.Attachments?.[0]?.AttachmentName),
      ["order-confirmation-NW-58213.pdf"],
    );
    const issues = await segments({ SegmentTypes: ["Issues"] });
    assert.deepEqual(issues.Segments, []);
  });

  it("has no redacted output, and no segments of a call", async () => {
    await assert.rejects(segments({ OutputType: "Redacted" }), {
      name: "OutputTypeNotFoundException",
    });
    await assert.rejects(segments({ ContactId: specimens.voice }), {
      name: "InvalidRequestException",
    });
  });

  it("analyses no chat where Contact Lens is off", () => {
    const asking = new Asking();
    const ask = (instance: string, contact: string) =>
      asking.connect(
        "POST",
        `/contact/list-real-time-analysis-segments-v2/${instance}/${contact}`,
        {
          OutputType: "Raw",
          SegmentTypes: ["Transcript"],
        },
      );
    assert.equal(ask(INSTANCE, "c4").status, 200);
    const refused = ask(OTHER_INSTANCE, "other");
    assert.equal(refused.headers["x-amzn-errortype"], "ResourceNotFoundException");
  });

  it("writes what had been said into the transcript of a chat of the seed that is stopped", async () => {
    await connect.send(new StopContactCommand({ InstanceId, ContactId: C4 }));
    await fetch(`${emulator.url}/_sandbox/clock`, {
      method: "POST",
      body: JSON.stringify({ advanceSeconds: 61 }),
    });
    const [bucket = "", ...key] = (await describe4())?.Recordings?.[0]?.Location?.split("/") ?? [];
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key.join("/") }));
    const text = (await Body?.transformToString()) ?? "";
    assert.match(text, /wrote to Jonas/);
    assert.match(text, /event\.chat\.ended"[^{]*\}\]\}$/);
  });
});
