import assert from "node:assert/strict";
import { CreateParticipantCommand, ListContactReferencesCommand } from "@aws-sdk/client-connect";
import {
  CompleteAttachmentUploadCommand,
  GetAttachmentCommand,
  StartAttachmentUploadCommand,
} from "@aws-sdk/client-connectparticipant";
import { Chatting, InstanceId, rejected, type Connected } from "./support/chatting";

const MEGABYTE = 1024 * 1024;
const invalid = (part: RegExp) => rejected("ValidationException", part);

describe("emulator: attachments, through the AWS SDK", () => {
  let chatting: Chatting;
  before(async () => {
    chatting = await Chatting.open();
  });
  beforeEach(() => chatting.emulator.reset());
  after(() => chatting.close());

  const announce = async (
    { ConnectionToken }: Connected,
    AttachmentSizeInBytes: number,
    ClientToken?: string,
  ) => {
    const { AttachmentId, UploadMetadata } = await chatting.participant.send(
      new StartAttachmentUploadCommand({
        ConnectionToken,
        AttachmentName: "bill.pdf",
        ContentType: "application/pdf",
        AttachmentSizeInBytes,
        ClientToken,
      }),
    );
    assert.ok(AttachmentId && UploadMetadata?.Url);
    const { Url: url, HeadersToInclude: headers = {} } = UploadMetadata;
    const put = (body: string) => fetch(url, { method: "PUT", headers, body });
    return { id: AttachmentId, url, put };
  };

  const complete = ({ ConnectionToken }: Connected, id: string, ClientToken?: string) =>
    chatting.participant.send(
      new CompleteAttachmentUploadCommand({ ConnectionToken, AttachmentIds: [id], ClientToken }),
    );

  const get = ({ ConnectionToken }: Connected, AttachmentId: string, UrlExpiryInSeconds?: number) =>
    chatting.participant.send(
      new GetAttachmentCommand({ ConnectionToken, AttachmentId, UrlExpiryInSeconds }),
    );

  const send = async (customer: Connected, text: string): Promise<string> => {
    const { id, put } = await announce(customer, text.length);
    assert.equal((await put(text)).status, 200);
    await complete(customer, id);
    return id;
  };

  it("are uploaded, and stand in the transcript and among the contact's references", async () => {
    const { customer, ContactId } = await chatting.chat();
    const id = await send(customer, "%PDF-1.7");
    const [item] = (await customer.transcript()).Transcript ?? [];
    assert.ok(item);
    assert.deepEqual(
      [item.Type, item.ContentType, item.Attachments],
      [
        "ATTACHMENT",
        "application/pdf",
        [
          {
            AttachmentId: id,
            AttachmentName: "bill.pdf",
            ContentType: "application/pdf",
            Status: "APPROVED",
          },
        ],
      ],
    );
    const references = await chatting.connect.send(
      new ListContactReferencesCommand({
        InstanceId,
        ContactId,
        ReferenceTypes: ["ATTACHMENT"],
      }),
    );
    assert.equal(references.ReferenceSummaryList?.[0]?.Attachment?.Value, id);
  });

  it("are read back by an address, which is told to be good for five minutes or as asked for", async () => {
    const { customer } = await chatting.chat();
    const id = await send(customer, "%PDF-1.7");
    const [short, long] = [await get(customer, id, 60), await get(customer, id)];
    assert.equal(short.AttachmentSizeInBytes, 8);
    const expiries = [short, long].map(({ UrlExpiry = "" }) => Date.parse(UrlExpiry));
    assert.equal(expiries[1]! - expiries[0]!, 240_000);
    for (const { Url = "" } of [short, long]) {
      assert.equal(await (await fetch(Url)).text(), "%PDF-1.7");
    }
  });

  it("come into the chat when they are completed, once, and not before their bytes", async () => {
    const { customer } = await chatting.chat();
    const { id, put } = await announce(customer, 5, "wish");
    assert.equal((await announce(customer, 5, "wish")).id, id);
    await assert.rejects(announce(customer, 6, "wish"), invalid(/ClientToken/));
    await assert.rejects(complete(customer, id), invalid(/did not arrive/));
    await put("hello");
    await assert.rejects(get(customer, id), invalid(/not completed/));
    assert.deepEqual(await customer.page(), ["participant.joined"]);
    await complete(customer, id, "wish");
    await complete(customer, id, "wish");
    await assert.rejects(complete(customer, id), rejected("ConflictException", /before/));
    assert.equal((await customer.page()).length, 2);
    assert.equal((await put("again")).status, 403);
  });

  it("are as long as was announced, and at most a megabyte", async () => {
    const { customer } = await chatting.chat();
    const { put } = await announce(customer, 5);
    assert.equal((await put("hell")).status, 400);
    assert.equal((await put("hello!")).status, 400);
    assert.equal((await put("hello")).status, 200);
    const large = await announce(customer, MEGABYTE);
    assert.equal((await large.put("x".repeat(MEGABYTE))).status, 200);
    await assert.rejects(announce(customer, MEGABYTE + 1), invalid(/at most 1048576/));
  });

  it("are taken for 15 minutes, and S3 takes nothing else", async () => {
    const { customer } = await chatting.chat();
    const { put, url } = await announce(customer, 5);
    const elsewhere = url.replace("/Attachments/", "/ChatTranscripts/");
    assert.equal((await fetch(elsewhere, { method: "PUT", body: "hello" })).status, 403);
    await chatting.advance(15 * 60 - 1);
    assert.equal((await put("hello")).status, 200);
    await chatting.advance(1);
    assert.equal((await put("hello")).status, 403);
  });

  it("belong to their chat, and are not read by a custom bot", async () => {
    const { customer, ContactId } = await chatting.chat();
    const id = await send(customer, "hello");
    const { customer: stranger } = await chatting.chat();
    await assert.rejects(get(stranger, id), invalid(/no attachment/));
    await assert.rejects(complete(stranger, id), invalid(/no attachment/));
    const { ParticipantCredentials } = await chatting.connect.send(
      new CreateParticipantCommand({
        InstanceId,
        ContactId,
        ParticipantDetails: { ParticipantRole: "CUSTOM_BOT" },
      }),
    );
    const bot = await chatting.join(ParticipantCredentials?.ParticipantToken ?? "");
    await assert.rejects(get(bot, id), rejected("AccessDeniedException", /custom participant/));
    await chatting.stop(ContactId);
    await assert.rejects(get(customer, id), { name: "AccessDeniedException" });
  });
});
