import assert from "node:assert/strict";
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
    await untilShown(
      rig,
      "the proof",
      ({ testChat }) => testChat?.proof?.kind === "ready" && testChat.proof.isFinal,
    );
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
  });
});
