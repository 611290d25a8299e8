import assert from "node:assert/strict";
import { CreateParticipantCommand } from "@aws-sdk/client-connect";
import { CreateParticipantConnectionCommand } from "@aws-sdk/client-connectparticipant";
import { Chatting, gist, InstanceId } from "./support/chatting";
import { Listening } from "./support/listening";

describe("emulator: the chat's websocket", () => {
  let chatting: Chatting;
  let opened: Listening[];
  before(async () => {
    chatting = await Chatting.open();
  });
  beforeEach(() => {
    chatting.emulator.reset();
    opened = [];
  });
  afterEach(() => {
    for (const listening of opened) listening.close();
  });
  after(() => chatting.close());

  const keep = async (opening: Promise<Listening>): Promise<Listening> => {
    const listening = await opening;
    opened.push(listening);
    return listening;
  };

  const urlOf = async (ParticipantToken: string): Promise<string> => {
    const command = new CreateParticipantConnectionCommand({
      ParticipantToken,
      Type: ["WEBSOCKET"],
    });
    return (await chatting.participant.send(command)).Websocket?.Url ?? "";
  };

  const newUrl = async (): Promise<string> => urlOf((await chatting.start()).ParticipantToken);

  const botIn = async (ContactId: string) => {
    const { ParticipantCredentials } = await chatting.connect.send(
      new CreateParticipantCommand({
        InstanceId,
        ContactId,
        ParticipantDetails: { ParticipantRole: "CUSTOM_BOT" },
      }),
    );
    return chatting.join(ParticipantCredentials?.ParticipantToken ?? "");
  };

  it("confirms the subscription, and lets the customer join by it", async () => {
    const { ParticipantToken, ContactId } = await chatting.start();
    const listening = await keep(Listening.toChat(await urlOf(ParticipantToken)));
    await listening.until(() => listening.news.length > 0);
    const [confirmed, joined] = listening.frames;
    assert.deepEqual(confirmed, {
      topic: "aws/subscribe",
      content: { status: "success", topics: ["aws/chat"] },
    });
    assert.equal(joined?.["contentType"], "application/json");
    const [news] = listening.news;
    assert.deepEqual(
      [news && gist(news), news?.ContactId, news?.InitialContactId],
      ["participant.joined", ContactId, ContactId],
    );
  });

  it("tells everybody what is said, in the transcript's own items", async () => {
    const { customer, ContactId } = await chatting.chat();
    const bot = await botIn(ContactId);
    const lines = [
      await keep(Listening.toChat(customer.url)),
      await keep(Listening.toChat(bot.url)),
    ];
    await customer.say("Hello");
    await bot.say("Good day");
    const { Transcript = [] } = await customer.transcript({
      MaxResults: 2,
      SortOrder: "ASCENDING",
    });
    for (const line of lines) {
      await line.until(() => line.news.length === 2);
      assert.deepEqual(
        line.news,
        Transcript.map((item) => ({ ...item, InitialContactId: ContactId })),
      );
    }
  });

  it("tells of typing and of receipts", async () => {
    const { customer, ContactId } = await chatting.chat();
    const bot = await botIn(ContactId);
    const line = await keep(Listening.toChat(customer.url));
    await bot.event("typing");
    const { Id: messageId } = await customer.say("Hello");
    await bot.event("message.read", JSON.stringify({ messageId }));
    await line.until(() => line.news.length === 3);
    const [typing, , receipt] = line.news;
    assert.deepEqual(
      [typing?.ContentType, typing?.ParticipantRole],
      ["application/vnd.amazonaws.connect.event.typing", "CUSTOM_BOT"],
    );
    assert.equal(String(receipt?.Type), "MESSAGEMETADATA");
    assert.equal(receipt?.MessageMetadata?.MessageId, messageId);
  });

  it("tells nothing to one that has not subscribed", async () => {
    const { customer } = await chatting.chat();
    const silent = await keep(Listening.open(customer.url));
    const subscribed = await keep(Listening.toChat(customer.url));
    await customer.say("Hello");
    await subscribed.until(() => subscribed.news.length > 0);
    silent.send({ topic: "aws/heartbeat" });
    await silent.until(() => silent.frames.length > 0);
    assert.deepEqual(silent.frames, [{ topic: "aws/heartbeat" }]);
  });

  it("answers heartbeats and pings", async () => {
    const line = await keep(Listening.open(await newUrl()));
    line.send({ topic: "aws/heartbeat" });
    line.send({ topic: "aws/ping" });
    await line.until(() => line.frames.length === 2);
    assert.deepEqual(line.frames, [
      { topic: "aws/heartbeat" },
      { topic: "aws/ping", statusCode: 200, statusContent: "OK" },
    ]);
  });

  for (const topics of [["aws/other"], ["aws/chat", "aws/other"], [], undefined]) {
    it(`refuses a subscription to ${topics ? JSON.stringify(topics) : "nothing"}`, async () => {
      const line = await keep(Listening.open(await newUrl()));
      line.send({ topic: "aws/subscribe", content: topics && { topics } });
      await line.until(() => line.frames.length > 0);
      const content = line.frames[0]?.["content"] as { status: string };
      assert.equal(content.status, "failure");
    });
  }

  it("says so where it does not understand", async () => {
    const line = await keep(Listening.open(await newUrl()));
    const odd = ["{", "7", "null", "[]", { topic: "aws/other" }, {}];
    for (const frame of odd) line.send(frame);
    await line.until(() => line.frames.length === odd.length);
    for (const { message } of line.frames) assert.match(String(message), /aws\/subscribe/);
  });

  it("closes on a frame of more than 32 kB, and the chat goes on", async () => {
    const { customer } = await chatting.chat();
    const line = await keep(Listening.toChat(customer.url));
    line.send("x".repeat(32 * 1024 + 1));
    await line.until(() => line.closed !== undefined);
    assert.equal(line.closed, 1009);
    assert.ok((await customer.say("Hello")).Id);
  });

  const refused = (url: string, options = {}): Promise<void> =>
    assert.rejects(Listening.open(url, options), /403/);

  it("opens for 100 seconds, and for the holder of a ticket only", async () => {
    const url = await newUrl();
    await refused(url.replace(/ticket=.*/, "ticket=made-up"));
    await refused(url.replace(/\?.*/, ""));
    await refused(url.replace("/websocket", "/elsewhere"));
    await chatting.advance(99);
    await keep(Listening.open(url));
    await chatting.advance(1);
    await refused(url);
  });

  it("opens to this machine's own programs and pages only", async () => {
    const url = await newUrl();
    await refused(url, { headers: { host: "evil.example" } });
    await refused(url, { origin: "https://evil.example" });
    await keep(Listening.open(url, { origin: "http://localhost:5173" }));
  });

  it("is closed after the chat's end has been told, and opens no more", async () => {
    const { customer } = await chatting.chat();
    const line = await keep(Listening.toChat(customer.url));
    await customer.disconnect();
    await line.until(() => line.closed !== undefined);
    assert.deepEqual(line.news.map(gist), ["participant.left", "chat.ended"]);
    assert.equal(line.closed, 1000);
    await refused(customer.url);
  });

  it("is closed for a custom bot that leaves, and stays open for the others", async () => {
    const { customer, ContactId } = await chatting.chat();
    const bot = await botIn(ContactId);
    const [line, other] = [
      await keep(Listening.toChat(bot.url)),
      await keep(Listening.toChat(customer.url)),
    ];
    await bot.disconnect();
    await line.until(() => line.closed !== undefined);
    await customer.say("Alone again");
    await other.until(() => other.news.length === 2);
    await refused(bot.url);
  });

  it("tells at once what happens because the clock was moved", async () => {
    const { customer } = await chatting.chat({ ChatDurationInMinutes: 60 });
    const line = await keep(Listening.toChat(customer.url));
    await chatting.advance(60 * 60);
    await line.until(() => line.closed !== undefined);
    const last = line.news.at(-1);
    assert.equal(last && gist(last), "chat.ended");
  });

  it("is cut by a reset and by the emulator's end", async () => {
    const line = await keep(Listening.toChat(await newUrl()));
    chatting.emulator.reset();
    await line.until(() => line.closed !== undefined);
    const other = await Chatting.open();
    const { customer } = await other.chat();
    const [subscribed, silent] = [
      await keep(Listening.toChat(customer.url)),
      await keep(Listening.open(customer.url)),
    ];
    await other.close();
    await Promise.all([subscribed, silent].map((one) => one.until(() => one.closed !== undefined)));
    await assert.rejects(Listening.open(customer.url), /ECONNREFUSED/);
  });
});
