import assert from "node:assert/strict";
import { CreateParticipantCommand, type ParticipantRole } from "@aws-sdk/client-connect";
import {
  CreateParticipantConnectionCommand,
  SendEventCommand,
  type ConnectionType,
} from "@aws-sdk/client-connectparticipant";
import { Asking, signedFor, type Answer } from "./support/asking";
import { C1, C4, Chatting, gist, InstanceId, rejected } from "./support/chatting";
import { INSTANCE, OTHER_INSTANCE } from "./support/world";

const denied = rejected("AccessDeniedException", /token/);
const invalid = (part: RegExp) => rejected("ValidationException", part);

describe("emulator: participants, through the AWS SDK", () => {
  let chatting: Chatting;
  before(async () => {
    chatting = await Chatting.open();
  });
  beforeEach(() => chatting.emulator.reset());
  after(() => chatting.close());

  const connection = (ParticipantToken: string, ...Type: ConnectionType[]) =>
    chatting.participant.send(new CreateParticipantConnectionCommand({ ParticipantToken, Type }));

  const addBot = (
    ContactId: string,
    more: { ParticipantRole?: ParticipantRole; DisplayName?: string; ClientToken?: string } = {},
  ) => {
    const { ClientToken, ...details } = { ParticipantRole: "CUSTOM_BOT" as const, ...more };
    return chatting.connect.send(
      new CreateParticipantCommand({
        InstanceId,
        ContactId,
        ParticipantDetails: details,
        ...(ClientToken !== undefined && { ClientToken }),
      }),
    );
  };

  const joinAsBot = async (contactId: string) => {
    const { ParticipantCredentials: credentials } = await addBot(contactId);
    assert.ok(credentials?.ParticipantToken);
    return chatting.join(credentials.ParticipantToken);
  };

  describe("CreateParticipantConnection", () => {
    it("gives what is asked for: a websocket for 100 seconds, a token for a day", async () => {
      const { ParticipantToken } = await chatting.start();
      const both = await connection(ParticipantToken, "WEBSOCKET", "CONNECTION_CREDENTIALS");
      const from = Date.parse(both.Websocket?.ConnectionExpiry ?? "") - 100_000;
      const until = Date.parse(both.ConnectionCredentials?.Expiry ?? "");
      assert.equal(until - from, 24 * 60 * 60 * 1000);
      assert.match(both.Websocket?.Url ?? "", /^ws:\/\/127\.0\.0\.1:\d+\//);
      const socket = await connection(ParticipantToken, "WEBSOCKET");
      assert.deepEqual([!!socket.Websocket, !!socket.ConnectionCredentials], [true, false]);
      const token = await connection(ParticipantToken, "CONNECTION_CREDENTIALS");
      assert.deepEqual([!!token.Websocket, !!token.ConnectionCredentials], [false, true]);
    });

    it("makes nobody join, unless told so", async () => {
      const { ParticipantToken } = await chatting.start();
      await connection(ParticipantToken, "CONNECTION_CREDENTIALS");
      const { customer } = { customer: await chatting.join(ParticipantToken) };
      await chatting.join(ParticipantToken);
      assert.deepEqual(await customer.page(), ["participant.joined"]);
    });

    it("refuses WebRTC, and a token that it never gave", async () => {
      const { ParticipantToken } = await chatting.start();
      await assert.rejects(connection(ParticipantToken, "WEBRTC_CONNECTION"), invalid(/WebRTC/));
      await assert.rejects(connection("made up", "WEBSOCKET"), denied);
    });

    it("is denied after the end", async () => {
      const { ParticipantToken, ContactId } = await chatting.start();
      await chatting.stop(ContactId);
      await assert.rejects(connection(ParticipantToken, "WEBSOCKET"), denied);
    });

    it("gives a token that is good for a day", async () => {
      const { customer } = await chatting.chat({ ChatDurationInMinutes: 10_080 });
      await chatting.advance(24 * 60 * 60 - 1);
      assert.equal((await customer.transcript()).NextToken === "", false);
      await chatting.advance(1);
      await assert.rejects(customer.transcript(), denied);
    });
  });

  describe("SendMessage", () => {
    it("puts a message into the transcript, and tells where", async () => {
      const { customer } = await chatting.chat();
      const { Id, AbsoluteTime } = await customer.say("**Hello**", "text/markdown");
      const [item] = (await customer.transcript()).Transcript ?? [];
      assert.deepEqual(
        [item?.Id, item?.AbsoluteTime, item?.Content, item?.ContentType],
        [Id, AbsoluteTime, "**Hello**", "text/markdown"],
      );
    });

    it("knows messages from other content", async () => {
      const { customer } = await chatting.chat();
      await customer.say("{}", "application/json");
      await assert.rejects(customer.say("<p>", "text/html"), invalid(/ContentType.*text\/plain/));
    });

    it("takes an interactive response that names an action, and no other", async () => {
      const { customer } = await chatting.chat();
      const respond = (content: unknown) =>
        customer.say(
          typeof content === "string" ? content : JSON.stringify(content),
          "application/vnd.amazonaws.connect.message.interactive.response",
        );
      const version = "1.0";
      for (const content of ["Yes", "null", {}, { version: "2.0", action: "Yes" }])
        await assert.rejects(respond(content), invalid(/Content: JSON/));
      for (const action of ["", 1, "y".repeat(201)])
        await assert.rejects(respond({ version, action }), invalid(/action of 1 to 200/));
      for (const action of ["y", "y".repeat(200)])
        await respond({ version, action, templateType: "QuickReply", data: { any: 1 } });
      assert.equal((await customer.page()).length, 3);
    });

    it("sends once for one client token", async () => {
      const { customer } = await chatting.chat();
      const one = await customer.say("Hello", "text/plain", "wish");
      assert.equal((await customer.say("Hello", "text/plain", "wish")).Id, one.Id);
      const other = customer.say("Good day", "text/plain", "wish");
      await assert.rejects(other, invalid(/ClientToken/));
      assert.deepEqual(await customer.page(), ["Hello", "participant.joined"]);
    });

    it("is denied after the end", async () => {
      const { customer, ContactId } = await chatting.chat();
      await chatting.stop(ContactId);
      await assert.rejects(customer.say("Hello?"), denied);
    });
  });

  describe("SendEvent", () => {
    it("takes typing and an acknowledgement, of which the transcript says nothing", async () => {
      const { customer } = await chatting.chat();
      assert.ok((await customer.event("typing")).Id);
      assert.ok((await customer.event("connection.acknowledged")).AbsoluteTime);
      assert.deepEqual(await customer.page(), ["participant.joined"]);
    });

    it("puts receipts on their message", async () => {
      const { customer, ContactId } = await chatting.chat();
      const bot = await joinAsBot(ContactId);
      const { Id = "" } = await customer.say("Hello");
      const receipt = JSON.stringify({ messageId: Id });
      const delivered = await bot.event("message.delivered", receipt);
      const read = await bot.event("message.read", receipt);
      const [item] = (await customer.transcript({ StartPosition: { Id } })).Transcript ?? [];
      const { Transcript: [joined] = [] } = await bot.transcript({ MaxResults: 1 });
      assert.equal(joined?.Id, Id);
      assert.deepEqual(item?.MessageMetadata, {
        MessageId: Id,
        Receipts: [
          {
            RecipientParticipantId: item?.MessageMetadata?.Receipts?.[0]?.RecipientParticipantId,
            DeliveredTimestamp: delivered.AbsoluteTime,
            ReadTimestamp: read.AbsoluteTime,
          },
        ],
      });
    });

    it("refuses a receipt for no message, and an event that only the service makes", async () => {
      const { customer } = await chatting.chat();
      for (const content of [undefined, "{", "{}", '{"messageId":"none"}']) {
        await assert.rejects(customer.event("message.read", content), invalid(/Content/));
      }
      await assert.rejects(customer.event("chat.ended"), invalid(/ContentType.*typing/));
      const ConnectionToken = customer.ConnectionToken;
      const plain = new SendEventCommand({ ConnectionToken, ContentType: "text/plain" });
      await assert.rejects(chatting.participant.send(plain), invalid(/ContentType/));
    });
  });

  describe("DisconnectParticipant", () => {
    it("ends the chat when the customer goes", async () => {
      const { customer, ContactId } = await chatting.chat();
      await customer.disconnect("wish");
      assert.equal((await chatting.describe(ContactId)).DisconnectReason, "CUSTOMER_DISCONNECT");
      await assert.rejects(customer.transcript(), denied);
      await chatting.advance(61);
      assert.deepEqual((await chatting.stored(ContactId)).map(gist), [
        "participant.joined",
        "participant.left",
        "chat.ended",
      ]);
      // Its answer may have been lost: the same wish again is no failure, another one is.
      await customer.disconnect("wish");
      await assert.rejects(customer.disconnect("another"), denied);
    });

    it("lets the chat go on when a custom bot goes", async () => {
      const { customer, ContactId } = await chatting.chat();
      const bot = await joinAsBot(ContactId);
      await bot.disconnect();
      await assert.rejects(bot.say("Still here"), denied);
      await customer.say("Alone again");
      assert.deepEqual(await customer.page(), [
        "Alone again",
        "participant.left",
        "participant.joined",
        "participant.joined",
      ]);
    });
  });

  describe("CreateParticipant", () => {
    it("lets a custom bot take part under its name", async () => {
      const { customer, ContactId } = await chatting.chat();
      const { ParticipantCredentials, ParticipantId } = await addBot(ContactId, {
        DisplayName: "Helper",
      });
      const bot = await chatting.join(ParticipantCredentials?.ParticipantToken ?? "");
      await bot.say("How may I help?");
      const [item] = (await customer.transcript()).Transcript ?? [];
      assert.deepEqual(
        [item?.ParticipantRole, item?.DisplayName, item?.ParticipantId, item?.Content],
        ["CUSTOM_BOT", "Helper", ParticipantId, "How may I help?"],
      );
      assert.match(ParticipantCredentials?.Expiry ?? "", /^\d{4}-.*Z$/);
    });

    it("reads a chat of the seed, too, with its history", async () => {
      await chatting.associate(C4, C1, "FROM_SEGMENT");
      const bot = await joinAsBot(C4);
      const [joined, before, ...rest] = await bot.page({ MaxResults: 100 });
      assert.deepEqual(
        [joined, typeof before, rest.at(-1)],
        ["participant.joined", "string", "participant.joined"],
      );
      const { NextToken } = await bot.transcript({ MaxResults: 100 });
      const { Transcript = [] } = await bot.transcript({ NextToken, MaxResults: 100 });
      assert.deepEqual(
        Transcript.map(({ Id }) => Id),
        (await chatting.stored(C1)).map(({ Id }) => Id).reverse(),
      );
    });

    it("takes one bot, again once it has left, and nobody else", async () => {
      const { ContactId } = await chatting.chat();
      const bot = await joinAsBot(ContactId);
      const another = addBot(ContactId);
      await assert.rejects(another, rejected("ServiceQuotaExceededException", /one custom/));
      await bot.disconnect();
      await addBot(ContactId, { ClientToken: "wish" });
      await addBot(ContactId, { ClientToken: "wish" });
      const reused = addBot(ContactId, { ClientToken: "wish", DisplayName: "Other" });
      await assert.rejects(reused, rejected("ConflictException", /ClientToken/));
      const agent = addBot(ContactId, { ParticipantRole: "AGENT" });
      await assert.rejects(agent, rejected("InvalidRequestException", /CUSTOM_BOT/));
    });

    it("wants a chat that is active", async () => {
      await assert.rejects(addBot(C1), rejected("InvalidRequestException", /ended/));
      await assert.rejects(addBot("nobody"), rejected("ResourceNotFoundException", /nobody/));
    });
  });
});

describe("emulator: the participant service on the wire", () => {
  const isRefused = ({ status, headers }: Answer, wanted: number, name: string): void =>
    assert.deepEqual([status, headers["x-amzn-errortype"]], [wanted, name]);

  it("is found by its path, whatever a request is signed for", () => {
    const asking = new Asking();
    const url = "/participant/transcript";
    for (const signature of [{}, signedFor("execute-api"), signedFor("connect")]) {
      const headers = { "x-amz-bearer": "nobody", ...signature };
      isRefused(asking.send({ method: "POST", url, headers }), 403, "AccessDeniedException");
    }
    isRefused(asking.send({ method: "POST", url }), 400, "ValidationException");
    isRefused(asking.participant("authentication-url", "nobody"), 404, "UnknownOperationException");
    assert.equal(asking.journal[0]?.service, "participant");
  });

  it("has quotas that belong to an instance", () => {
    const asking = new Asking({ quotas: true });
    const tokenIn = (InstanceId: string): string => {
      const ParticipantDetails = { DisplayName: "Ana" };
      const body = { InstanceId, ContactFlowId: "f1", ParticipantDetails };
      const { ParticipantToken } = asking.connect("PUT", "/contact/chat", body).json;
      const Type = ["CONNECTION_CREDENTIALS"];
      const { json } = asking.participant("connection", String(ParticipantToken), { Type });
      return (json["ConnectionCredentials"] as { ConnectionToken: string }).ConnectionToken;
    };
    const [token, other] = [tokenIn(INSTANCE), tokenIn(OTHER_INSTANCE)];
    const statuses = Array.from(
      { length: 13 },
      () => asking.participant("transcript", token).status,
    );
    assert.deepEqual(statuses, [...Array.from({ length: 12 }, () => 200), 429]);
    assert.equal(asking.participant("transcript", other).status, 200);
  });

  for (const [fault, status, name] of [
    ["accessDenied", 403, "AccessDeniedException"],
    ["throttled", 429, "ThrottlingException"],
    ["serverError", 500, "InternalServerException"],
  ] as const) {
    it(`fails in its own words: ${fault}`, () => {
      const asking = new Asking();
      asking.fail("GetTranscript", fault);
      isRefused(asking.participant("transcript", "nobody"), status, name);
    });
  }
});
