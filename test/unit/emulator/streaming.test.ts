import assert from "node:assert/strict";
import { StartContactStreamingCommand, StopContactStreamingCommand } from "@aws-sdk/client-connect";
import { C1, C4, Chatting, InstanceId, rejected } from "./support/chatting";

const TOPIC = "arn:aws:sns:us-east-1:111122223333:chat-messages";
const notFound = rejected("ResourceNotFoundException", /./);
const invalid = (part: RegExp) => rejected("InvalidRequestException", part);

describe("emulator: streams of a chat, through the AWS SDK", () => {
  let chatting: Chatting;
  before(async () => {
    chatting = await Chatting.open();
  });
  beforeEach(() => chatting.emulator.reset());
  after(() => chatting.close());

  const start = async (ContactId: string, StreamingEndpointArn = TOPIC, ClientToken?: string) => {
    const { StreamingId } = await chatting.connect.send(
      new StartContactStreamingCommand({
        InstanceId,
        ContactId,
        ChatStreamingConfiguration: { StreamingEndpointArn },
        ClientToken,
      }),
    );
    return StreamingId ?? assert.fail("There is no stream.");
  };

  const stop = (ContactId: string, StreamingId: string) =>
    chatting.connect.send(new StopContactStreamingCommand({ InstanceId, ContactId, StreamingId }));

  const kept = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const answer = await fetch(`${chatting.emulator.url}/_sandbox/streams`);
    const { streams } = (await answer.json()) as { streams: Readonly<Record<string, unknown>>[] };
    return streams;
  };

  it("are kept from their start to their end, and forgotten with a reset", async () => {
    const { ContactId } = await chatting.start();
    const streamingId = await start(ContactId);
    const [begun] = await kept();
    const { startedAt, ...rest } = begun ?? assert.fail("Nothing was kept.");
    assert.deepEqual(rest, {
      streamingId,
      instanceId: InstanceId,
      contactId: ContactId,
      endpointArn: TOPIC,
    });
    await chatting.advance(5);
    await stop(ContactId, streamingId);
    const [ended] = await kept();
    assert.equal(Date.parse(String(ended?.["stoppedAt"])) - Date.parse(String(startedAt)), 5000);
    chatting.emulator.reset();
    assert.deepEqual(await kept(), []);
  });

  it("begin once for one client token, and may be many", async () => {
    const first = await start(C4, TOPIC, "wish");
    assert.equal(await start(C4, TOPIC, "wish"), first);
    assert.notEqual(await start(C4), first);
    assert.equal((await kept()).length, 2);
    await assert.rejects(
      start(C4, `${TOPIC}-2`, "wish"),
      rejected("InvalidParameterException", /ClientToken/),
    );
  });

  it("need a chat that goes on, by its first contact", async () => {
    await assert.rejects(start(C1), invalid(/ended/));
    await assert.rejects(start("c9"), notFound);
    const { customer, ContactId } = await chatting.chat();
    await chatting.advance(7);
    await customer.say("transfer");
    await chatting.advance(2);
    // Its first contact has ended, the chat has not.
    await start(ContactId);
    await customer.disconnect();
    await assert.rejects(start(ContactId), invalid(/ended/));
  });

  it("go to a standard SNS topic", async () => {
    for (const arn of ["chat-messages", "arn:aws:sqs:us-east-1:111122223333:chat", `${TOPIC}/1`])
      await assert.rejects(start(C4, arn), rejected("InvalidParameterException", /SNS topic/));
    await assert.rejects(start(C4, `${TOPIC}.fifo`), invalid(/standard topic/));
    await start(C4, TOPIC.replace("arn:aws:", "arn:aws-cn:"));
  });

  it("are stopped once, by the contact that they are of", async () => {
    const { ContactId } = await chatting.start();
    const streamingId = await start(ContactId);
    await assert.rejects(stop(C4, streamingId), notFound);
    await assert.rejects(stop(ContactId, "made up"), notFound);
    await chatting.stop(ContactId);
    await stop(ContactId, streamingId);
    await assert.rejects(stop(ContactId, streamingId), notFound);
  });
});
