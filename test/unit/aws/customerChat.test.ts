import assert from "node:assert/strict";
import { Failure } from "../../../src/domain/failure";
import { parseTranscript } from "../../../src/domain/parseTranscript";
import type { ChatIntent, CustomerChat } from "../../../src/domain/testChat/customerChat";
import { isRehydration } from "../../../src/domain/testChat/proof";
import { type Emulated, emulated } from "./support/emulated";
import { Recorder } from "./support/recorder";
import { signal } from "./support/target";

const FLOW = "f1000000-0000-4000-8000-000000000001";
const [C1, C2, C3] = [1, 2, 3].map((n) => `c${n}000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];

const intent = (more: Partial<ChatIntent> = {}): ChatIntent => ({
  flowId: FLOW,
  displayName: "Ana",
  attributes: {},
  clientToken: "wish",
  ...more,
});

const isDenied = (error: unknown): boolean =>
  error instanceof Failure && error.kind === "accessDenied";

describe("gateway: a chat in which we are the customer", () => {
  let world: Emulated;
  const chats: CustomerChat[] = [];
  beforeEach(async () => {
    world = await emulated({ chatTimes: { farewellMs: 60_000 } });
  });
  afterEach(async () => {
    for (const chat of chats.splice(0)) chat.dispose();
    await world.close();
  });

  const start = async (more: Partial<ChatIntent> = {}): Promise<CustomerChat> => {
    const chat = await world.gateway.startChat(intent(more), signal());
    chats.push(chat);
    return chat;
  };

  const opened = async (more: Partial<ChatIntent> = {}) => {
    const chat = await start(more);
    const heard = new Recorder();
    chat.open(heard);
    await heard.until(() => heard.kinds.includes("open"));
    return { chat, heard };
  };

  const say = async (chat: CustomerChat, text: string): Promise<string> => {
    const id = await chat.send({ text, clientToken: text }, signal());
    await world.advance(2);
    return id;
  };

  const storedOf = async (contactId: string) => {
    const contact = await world.gateway.describeContact(contactId, signal());
    const file = await world.gateway.transcriptFile(contact, signal());
    assert.ok(file.kind === "text");
    const transcript = parseTranscript(file.text, contactId);
    assert.ok(transcript.kind === "transcript");
    return transcript.items;
  };

  it("begins with a flow that is listed", async () => {
    const flows = await world.gateway.chatFlows(signal());
    assert.ok(flows.some(({ id, name }) => id === FLOW && name !== id));
    const { chat, heard } = await opened({ attributes: { previousContactId: C1 } });
    assert.deepEqual(heard.kinds, ["connecting", "open"]);
    assert.deepEqual(heard.gists, ["participant.joined"]);
    const contact = await world.gateway.describeContact(chat.contactId, signal());
    assert.deepEqual(contact.attributes, { previousContactId: C1 });
    assert.equal(chat.continued, undefined);
  });

  it("is started once where the answer was lost", async () => {
    await world.fault("StartChatContact", "answerLost");
    await start();
    const asked = (await world.journal()).filter(
      ({ operation }) => operation === "StartChatContact",
    );
    assert.deepEqual(
      asked.map(({ changed, clientToken }) => [changed, clientToken]),
      [
        [true, "wish"],
        [false, "wish"],
      ],
    );
  });

  it("is not started where that is denied", async () => {
    await world.fault("StartChatContact", "accessDenied");
    await assert.rejects(start(), isDenied);
  });

  it("goes from agent to agent and ends with the survey, each item on its contact", async () => {
    const { chat, heard } = await opened();
    await world.advance(7);
    await heard.until(() => heard.gists.filter((text) => text === "participant.joined").length > 1);
    await chat.type(signal());
    const id = await say(chat, "Please transfer me");
    await heard.until(() => heard.gists.includes("transfer.succeeded"));
    assert.ok(heard.items.some((item) => item.id === id));
    await world.advance(5);
    await say(chat, "bye");
    await heard.until(() => heard.items.some(({ kind }) => kind === "interactive"));
    await say(chat, "Very good");
    await heard.until(() => heard.kinds.includes("ended"));
    assert.equal(heard.gists.at(-1), "chat.ended");
    assert.equal(heard.lines.at(-1)?.kind, "ended");
    assert.equal(new Set(heard.items.map(({ contactId }) => contactId)).size, 3);
    assert.equal(new Set(heard.items.map((item) => item.id)).size, heard.items.length);
    const [first] = heard.typed;
    assert.equal(first?.displayName, "Ana");
    await world.advance(61);
    const stored = await storedOf(chat.contactId);
    const own = heard.items.filter(({ contactId }) => contactId === chat.contactId);
    assert.deepEqual(
      own.map((item) => item.id),
      stored.map((item) => item.id),
    );
  });

  it("refuses everything after the end", async () => {
    const { chat, heard } = await opened();
    await chat.end(signal());
    assert.deepEqual(heard.gists.slice(-2), ["participant.left", "chat.ended"]);
    assert.deepEqual(heard.kinds, ["connecting", "open", "ended"]);
    await assert.rejects(chat.send({ text: "Hello?", clientToken: "t" }, signal()), isDenied);
    await assert.rejects(chat.transcript(signal()), isDenied);
  });

  it("sends an answer in the place of its text, as the type that it has", async () => {
    const { chat, heard } = await opened();
    const contentType = "application/vnd.amazonaws.connect.message.interactive.response";
    const content = '{"version":"1.0","action":"SHOW_MORE"}';
    const answer = { contentType, content } as const;
    const id = await chat.send({ text: "Show more", answer, clientToken: "t" }, signal());
    await heard.until(() => heard.items.some((item) => item.id === id));
    const item = heard.items.find((heardItem) => heardItem.id === id);
    assert.ok(item?.kind === "interactiveResponse" && item.content === content);
  });

  it("sends once for one client token", async () => {
    const { chat, heard } = await opened();
    await world.fault("SendMessage", "answerLost");
    const message = { text: "Hello", clientToken: "t" };
    const id = await chat.send(message, signal());
    assert.equal(await chat.send(message, signal()), id);
    await heard.until(() => heard.gists.includes("Hello"));
    assert.equal(heard.gists.filter((text) => text === "Hello").length, 1);
  });

  it("looks whether the chat goes on where a message is denied", async () => {
    const { chat, heard } = await opened();
    await world.fault("SendMessage", "accessDenied");
    await assert.rejects(chat.send({ text: "Hello", clientToken: "t" }, signal()), isDenied);
    await heard.until(() => heard.kinds.filter((kind) => kind === "open").length === 2);
    await chat.send({ text: "Hello", clientToken: "t" }, signal());
    await heard.until(() => heard.gists.includes("Hello"));
    assert.deepEqual(heard.kinds, ["connecting", "open", "open"]);
  });

  it("has ended where nobody may connect any more", async () => {
    const { chat, heard } = await opened();
    await world.fault("SendMessage", "accessDenied");
    await world.fault("CreateParticipantConnection", "accessDenied");
    await assert.rejects(chat.send({ text: "Hello", clientToken: "t" }, signal()), isDenied);
    await heard.until(() => heard.kinds.includes("ended"));
    const last = heard.lines.at(-1);
    assert.ok(last?.kind === "ended" && last.failure?.operation === "CreateParticipantConnection");
  });

  it("reads the past that it was started with, over all pages, oldest first", async () => {
    const continuation = { rehydrationType: "ENTIRE_PAST_SESSION", sourceContactId: C1 } as const;
    const { chat, heard } = await opened({ continuation });
    assert.equal(chat.continued?.continuedFromContactId, C3);
    assert.ok(chat.continued.requestId !== undefined);
    assert.ok(heard.items.some(isRehydration));
    const { past, current } = await chat.transcript(signal());
    const stored = [...(await storedOf(C1)), ...(await storedOf(C2)), ...(await storedOf(C3))];
    assert.deepEqual(
      past.map(({ id, contactId }) => [id, contactId]),
      stored.map(({ id, contactId }) => [id, contactId]),
    );
    assert.deepEqual(
      current.map(({ id }) => id),
      heard.items.map(({ id }) => id),
    );
  });

  it("leaves no word and no token in the log", async () => {
    const { chat } = await opened();
    await chat.send({ text: "my secret words", clientToken: "t" }, signal());
    await chat.transcript(signal());
    const log = JSON.stringify(world.calls);
    assert.match(log, /SendMessage/);
    assert.doesNotMatch(log, /secret words|ticket|[Tt]oken/);
  });

  it("is hung up with the gateway", async () => {
    const { heard } = await opened();
    world.gateway.dispose();
    await heard.until(() => heard.kinds.includes("ended"));
  });
});
