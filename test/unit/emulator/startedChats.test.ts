import assert from "node:assert/strict";
import { DescribeContactFlowCommand, ListContactFlowsCommand } from "@aws-sdk/client-connect";
import { C1, C2, C3, C4, Chatting, gist, InstanceId, rejected } from "./support/chatting";

describe("emulator: chats that are started, through the AWS SDK", () => {
  let chatting: Chatting;
  before(async () => {
    chatting = await Chatting.open();
  });
  beforeEach(() => chatting.emulator.reset());
  after(() => chatting.close());

  /** The gists of a contact's stored transcript. */
  const storedGists = async (contactId: string): Promise<readonly string[]> =>
    (await chatting.stored(contactId)).map(gist);

  it("starts an active chat with attributes, which is stopped and leaves a transcript a minute later", async () => {
    const { ContactId } = await chatting.start({
      Attributes: { tier: "gold" },
      InitialMessage: { ContentType: "text/plain", Content: "Hello" },
    });
    const begun = await chatting.describe(ContactId);
    assert.deepEqual(
      [begun.Channel, begun.InitiationMethod, begun.InitialContactId, begun.Attributes?.["tier"]],
      ["CHAT", "API", ContactId, "gold"],
    );
    assert.equal(begun.DisconnectTimestamp, undefined);

    await chatting.stop(ContactId);
    const ended = await chatting.describe(ContactId);
    assert.equal(ended.DisconnectReason, "API");
    assert.equal(ended.DisconnectTimestamp instanceof Date, true);
    assert.equal(ended.Recordings, undefined);

    await chatting.advance(61);
    assert.deepEqual(await storedGists(ContactId), ["Hello", "chat.ended"]);
  });

  it("continues a past session at the start, once", async () => {
    const answer = await chatting.continued(C1, "ENTIRE_PAST_SESSION");
    assert.equal(answer.ContinuedFromContactId, C3);
    assert.equal((await chatting.describe(answer.ContactId)).RelatedContactId, C3);
    await assert.rejects(
      chatting.associate(answer.ContactId, C2, "FROM_SEGMENT"),
      rejected("InvalidRequestException", /persistent already/),
    );
    await chatting.stop(answer.ContactId);
    await chatting.advance(61);
    assert.deepEqual(await storedGists(answer.ContactId), [
      "participant.joined",
      "chat.rehydrated",
      "chat.ended",
    ]);
  });

  it("can continue a chat that it started, as soon as the transcript is there", async () => {
    const { ContactId: past } = await chatting.start();
    const PersistentChat = { RehydrationType: "FROM_SEGMENT", SourceContactId: past } as const;
    await assert.rejects(
      chatting.start({ PersistentChat }),
      rejected("InvalidRequestException", /active/),
    );
    await chatting.stop(past);
    const notYet = rejected("InvalidRequestException", /not written yet/);
    await assert.rejects(chatting.start({ PersistentChat }), notYet);
    await chatting.advance(61);
    assert.equal((await chatting.start({ PersistentChat })).ContinuedFromContactId, past);
  });

  it("refuses half a wish, two relations and a flow that is not there", async () => {
    const half = chatting.start({ PersistentChat: { SourceContactId: C1 } });
    await assert.rejects(half, rejected("InvalidRequestException", /RehydrationType/));
    const both = chatting.start({
      PersistentChat: { SourceContactId: C1, RehydrationType: "FROM_SEGMENT" },
      RelatedContactId: C1,
    });
    await assert.rejects(both, rejected("InvalidRequestException", /exclude/));
    const flow = chatting.start({ ContactFlowId: "missing" });
    await assert.rejects(flow, rejected("ResourceNotFoundException", /missing/));
  });

  it("takes attributes of 32 768 bytes in all, and not one more", async () => {
    const name = "n".repeat(10);
    const value = "ä".repeat((32_768 - name.length) / 2);
    assert.ok((await chatting.start({ Attributes: { [name]: value } })).ContactId);
    const tooMuch = chatting.start({ Attributes: { [name]: `${value}x` } });
    await assert.rejects(tooMuch, rejected("InvalidRequestException", /32769/));
  });

  it("starts one chat for one client token", async () => {
    const one = await chatting.start({ ClientToken: "wish" });
    assert.equal((await chatting.start({ ClientToken: "wish" })).ContactId, one.ContactId);
    const other = chatting.start({ ClientToken: "wish", Attributes: { tier: "gold" } });
    await assert.rejects(other, rejected("InvalidParameterException", /ClientToken/));
    assert.notEqual((await chatting.start({ ClientToken: "another" })).ContactId, one.ContactId);
  });

  it("ends a chat when its time is over, 25 hours unless told otherwise", async () => {
    const short = await chatting.chat({ ChatDurationInMinutes: 60 });
    const long = await chatting.chat();
    await chatting.advance(60 * 60 + 1);
    assert.equal((await chatting.describe(short.ContactId)).DisconnectReason, "EXPIRED");
    assert.equal((await chatting.describe(long.ContactId)).DisconnectTimestamp, undefined);
    await chatting.advance(24 * 60 * 60);
    assert.equal((await chatting.describe(long.ContactId)).DisconnectReason, "EXPIRED");
    await assert.rejects(
      chatting.stop(short.ContactId),
      rejected("ContactNotFoundException", /ended/),
    );
  });

  it("ends a chat whose customer has not connected within five minutes", async () => {
    const { ContactId } = await chatting.start();
    await chatting.advance(299);
    assert.equal((await chatting.describe(ContactId)).DisconnectTimestamp, undefined);
    await chatting.advance(1);
    const { DisconnectReason } = await chatting.describe(ContactId);
    assert.equal(DisconnectReason, "CUSTOMER_CONNECTION_NOT_ESTABLISHED");
  });

  it("stops a chat of the seed, which then can be continued", async () => {
    await chatting.stop(C4);
    await chatting.advance(61);
    assert.equal((await storedGists(C4)).at(-1), "chat.ended");
    const { ContinuedFromContactId } = await chatting.start({
      PersistentChat: { RehydrationType: "FROM_SEGMENT", SourceContactId: C4 },
    });
    assert.equal(ContinuedFromContactId, C4);
  });

  it("lists its flow and tells it as flow language with the block that continues a chat", async () => {
    const list = (ContactFlowTypes: "CONTACT_FLOW" | "CUSTOMER_QUEUE") =>
      chatting.connect.send(
        new ListContactFlowsCommand({ InstanceId, ContactFlowTypes: [ContactFlowTypes] }),
      );
    const { ContactFlowSummaryList: [flow] = [] } = await list("CONTACT_FLOW");
    assert.deepEqual((await list("CUSTOMER_QUEUE")).ContactFlowSummaryList, []);
    for (const id of [flow?.Id, flow?.Arn]) {
      const describeFlow = new DescribeContactFlowCommand({ InstanceId, ContactFlowId: id });
      const { ContactFlow } = await chatting.connect.send(describeFlow);
      const { Actions } = JSON.parse(ContactFlow?.Content ?? "") as { Actions: { Type: string }[] };
      assert.equal(
        Actions.some(({ Type }) => Type === "CreatePersistentContactAssociation"),
        true,
      );
    }
  });
});
