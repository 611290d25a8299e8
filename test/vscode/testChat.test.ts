import assert from "node:assert/strict";
import { openTranscript } from "../../src/commands/openTranscript";
import { actOnPanel } from "../../src/commands/panelActions";
import type { PanelAction } from "../../src/panel/content";
import type { ProofView } from "../../src/panel/protocol";
import { lastShown } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";
import {
  linesOf,
  pageOf,
  planFor,
  reportOf,
  startChat,
  untilLine,
  untilProven,
  untilSaid,
  untilShown,
} from "./support/testChat";

const [C1, C2, C3] = [1, 2, 3].map((n) => `c${n}000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];

const { signal } = new AbortController();

describe("A test chat", () => {
  let rig: Rig;
  before(async () => (rig = await startRig()));
  after(() => rig.close());
  afterEach(() => rig.mend());

  const started = async (
    ...wish: Parameters<typeof startChat> extends [Rig, ...infer R] ? R : []
  ) => {
    const chat = await startChat(rig, ...wish);
    await untilLine(rig, "open");
    return chat;
  };

  const proofShown = async (): Promise<ProofView> => {
    await untilProven(rig);
    return pageOf(rig).view.proof ?? assert.fail("There is no proof.");
  };

  const messagesIn = async (contactIds: readonly string[]): Promise<number> => {
    const contacts = await Promise.all(
      contactIds.map((id) => rig.app.chats.contact(sandbox, id, signal)),
    );
    const { itemCount } = await rig.app.transcripts.conversation(sandbox, contacts, { signal });
    return itemCount;
  };

  it("talks with the agent, is transferred, rated, and ended; its transcript appears", async () => {
    const chat = await started();
    await rig.advance(7);
    await untilSaid(rig, /^Mia Keller: Hello Ana/);
    assert.ok(rig.heard.some((text) => text.startsWith("Mia Keller: Hello Ana")));
    await chat.send("Please transfer me");
    await rig.advance(6);
    await untilSaid(rig, /^— Transferred jonas/);
    await chat.send("bye");
    await rig.advance(2);
    await untilSaid(rig, /^— Disconnect flow/);
    assert.deepEqual(reportOf(rig).outgoing, []);
    await chat.send("Very good");
    await rig.advance(2);
    await untilLine(rig, "ended");
    assert.match(linesOf(rig).at(-1) ?? "", /Chat ended/);
    assert.ok(!rig.heard.some((text) => text.includes("transfer me")));
    await rig.advance(61);
    const contactId = chat.contactId ?? "";
    const contact = await rig.app.chats.contact(sandbox, contactId, signal);
    assert.equal(contact.storedTranscript.kind, "stored");
    const { view } = pageOf(rig);
    assert.match(view.chat?.composer.disabled ?? "", /has ended/);
  });

  it("has its survey answered by a quick reply, once, and marks what was taken", async () => {
    const act = (action: PanelAction): Promise<void> =>
      actOnPanel(rig.app, action, lastShown(rig), rig.app.panels);
    const chat = await started();
    await rig.advance(7);
    await untilSaid(rig, /^Mia Keller: Hello Ana/);
    await chat.send("bye");
    await rig.advance(2);
    await untilShown(rig, "the survey", ({ testChat }) => testChat?.question !== undefined);
    assert.ok(rig.heard.some((text) => text.startsWith("BOT asks: ")));
    const { question } = pageOf(rig).view.chat ?? assert.fail("There is no chat.");
    assert.ok(question && question.disabled === undefined);
    const { itemId } = question;
    await act({ action: "answer", itemId, option: 99 });
    await act({ action: "answer", itemId: "another", option: 0 });
    const answers = [0, 1].map((option) => act({ action: "answer", itemId, option }));
    await Promise.all(answers);
    await untilShown(rig, "the answer", ({ testChat }) => testChat?.question?.isAnswered === true);
    const bodies = pageOf(rig).rows.flatMap((row) => (row.kind === "message" ? [row.body] : []));
    const survey = bodies.find((body) => body.kind === "interactive");
    const taken = survey?.options.filter(({ chosen }) => chosen).map(({ title }) => title);
    assert.deepEqual(taken, [survey?.options[0]?.title]);
    const sent = await rig.asked("SendMessage");
    assert.deepEqual(
      sent.map(({ parameters }) => parameters["ContentType"]),
      ["text/plain", "text/plain"],
    );
    await rig.advance(2);
    await untilLine(rig, "ended");
    assert.match(pageOf(rig).view.chat?.question?.disabled ?? "", /answered already/);
  });

  it("continues a whole session from its start, and proves it", async () => {
    await started({ rehydrationType: "ENTIRE_PAST_SESSION", sourceContactId: C1 });
    const proof = await proofShown();
    const count = await messagesIn([C1, C2, C3]);
    assert.equal(proof.verdict.tone, "good");
    assert.match(proof.verdict.text, new RegExp(`Predicted ${count} = returned ${count}:`));
    assert.deepEqual(proof.facts.at(-1)?.value, "came");
    const { result } = pageOf(rig).view;
    assert.equal(result?.verdict?.tone, "good");
    assert.equal(result.answered[0]?.value, C3);
    assert.equal(lastShown(rig).conversation?.kind, "ready");
    assert.ok(linesOf(rig).some((line) => line.includes("Persistent link")));
  });

  it("continues from a segment where it goes on, and leaves out what came later", async () => {
    const chat = await started();
    const { currentContactId = "" } = chat;
    const wish = { rehydrationType: "FROM_SEGMENT", sourceContactId: C2 } as const;
    const plan = await planFor(rig, wish, currentContactId);
    await chat.associate({
      connection: sandbox,
      plan,
      intent: { ...wish, currentContactId, clientToken: "wish" },
    });
    const proof = await proofShown();
    const count = await messagesIn([C1, C2]);
    assert.match(proof.verdict.text, new RegExp(`Predicted ${count} = returned ${count}:`));
    const carried = pageOf(rig).view.result?.parts.find(({ part }) => part === "carried");
    assert.deepEqual(
      carried?.contacts.map(({ contactId }) => contactId),
      [C1, C2],
    );
    assert.ok(!pageOf(rig).view.chat?.buttons.some(({ act }) => act.action === "continueHere"));
    const [noted] = (await rig.app.notebook.read()).tries;
    const { isProven, returnedCount, predictedCount } = noted?.proof ?? assert.fail("No proof.");
    assert.deepEqual([isProven, returnedCount, predictedCount], [true, count, count]);
  });

  it("is started by a second try with the client token of the first one", async () => {
    await rig.fail("StartChatContact", "accessDenied", 1);
    const chat = await startChat(rig);
    const { view } = pageOf(rig);
    assert.match(view.failure?.headline ?? "", /No permission for StartChatContact/);
    assert.equal(chat.isRunning, false);
    await actOnPanel(rig.app, { action: "retry" }, lastShown(rig), rig.app.panels);
    await untilLine(rig, "open");
    const asked = await rig.asked("StartChatContact");
    const tokens = asked.map(({ parameters }) => parameters["ClientToken"]);
    assert.equal(tokens.length, 2);
    assert.equal(new Set(tokens).size, 1);
  });

  it("keeps a message that was refused, and sends it again as the same", async () => {
    await started();
    await rig.fail("SendMessage", "throttled", 3);
    const act = (action: PanelAction): Promise<void> =>
      actOnPanel(rig.app, action, lastShown(rig), rig.app.panels);
    await act({ action: "sendMessage", text: "Hello?" });
    const [refused] = reportOf(rig).outgoing;
    assert.equal(refused?.failure?.kind, "throttled");
    await act({ action: "sendAgain", clientToken: refused.message.clientToken });
    await untilSaid(rig, /: Hello\?$/);
    await untilShown(
      rig,
      "the message is heard",
      ({ testChat }) => testChat?.outgoing.length === 0,
    );
    const asked = await rig.asked("SendMessage");
    assert.equal(new Set(asked.map(({ parameters }) => parameters["ClientToken"])).size, 1);
  });

  it("says after the end that its token is not good any more", async () => {
    const chat = await started();
    await chat.end();
    await untilLine(rig, "ended");
    await chat.send("Hello?");
    assert.match(pageOf(rig).view.chat?.outgoing[0]?.state ?? "", /token is not good any more/);
    assert.ok(!rig.app.testChats.running.includes(chat));
  });

  it("has ended when its Sandbox is made anew", async () => {
    await started();
    await rig.app.gateways.close(sandbox.id);
    await untilLine(rig, "ended");
  });

  it("is shown again by its row, as its customer sees it, while it goes on", async () => {
    const chat = await started();
    const shownBefore = rig.shown.length;
    const contact = await rig.app.chats.contact(sandbox, chat.contactId ?? "", signal);
    const row = { kind: "contact", id: "row", connection: sandbox, contact };
    await openTranscript(rig.app, row);
    assert.equal(rig.shown.length, shownBefore);
    await chat.end();
    await untilLine(rig, "ended");
    await openTranscript(rig.app, row);
    assert.equal(lastShown(rig).testChat, undefined);
  });

  it("writes no word and no token into the log", async () => {
    const chat = await started();
    await chat.send("my secret words");
    await untilSaid(rig, /my secret words/);
    assert.doesNotMatch(rig.warnings.join(), /secret|[Tt]oken/);
  });
});
