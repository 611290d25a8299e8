import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "vscode";
import { copyTry, openTry, removeTry, repeatTry } from "../../src/commands/notebook";
import { actOnPanel } from "../../src/commands/panelActions";
import { revivePage } from "../../src/commands/revivePage";
import { Notebook } from "../../src/connections/notebook/notebook";
import type { Try } from "../../src/domain/tries";
import type { PanelContent } from "../../src/panel/content";
import { keptPageOf } from "../../src/panel/keptPage";
import { drawPage } from "../../src/panel/panelView";
import type { TriedNode } from "../../src/views/tries/tryNode";
import { withActiveAnswers } from "./support/answers";
import { continueChat, lastShown } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";
import { flow, startChat, untilProven } from "./support/testChat";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const C3 = "c3000000-0000-4000-8000-000000000003";
const C4 = "c4000000-0000-4000-8000-000000000004";
const C5 = "c5000000-0000-4000-8000-000000000005";
const OPERATION = "CreatePersistentContactAssociation";

/** The rows of tries, newest first. */
async function rows({ app }: Rig): Promise<readonly TriedNode[]> {
  const days = await app.tries.getChildren();
  const below = await Promise.all(days.map((day) => app.tries.getChildren(day)));
  return below.flat().filter((row) => row.kind === "try");
}

async function only(rig: Rig): Promise<TriedNode> {
  const [row, ...others] = await rows(rig);
  assert.equal(others.length, 0);
  return row ?? assert.fail("There is no try.");
}

/** A row as one sees it, without its time. */
function seen({ app }: Rig, row: TriedNode): string {
  const { accessibilityInformation } = app.tries.getTreeItem(row);
  return (accessibilityInformation?.label ?? "").replace(/^.*?, /, "");
}

const sent = async (rig: Rig): Promise<number> => (await rig.asked(OPERATION)).length;

describe("The notebook of tries", () => {
  let folder: string;
  let rig: Rig;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "notebook-"));
    rig = await startRig({ notebookFolder: folder });
  });
  afterEach(async () => {
    await rig.close();
    await rm(folder, { recursive: true, force: true });
  });

  const continueC4 = () => continueChat(rig, { current: C4, past: C2 });

  /** Another window on the same folder. */
  async function inAnotherWindow(look: (other: Rig) => Promise<void>): Promise<void> {
    const other = await startRig({ notebookFolder: folder });
    try {
      await look(other);
    } finally {
      await other.close();
    }
  }

  it("has a row for an association, with what was sent, planned and answered", async () => {
    await continueC4();
    const row = await only(rig);
    assert.equal(
      seen(rig, row),
      "Continued from c2000000, c2000000 → c4000000, as planned · From segment · Sandbox",
    );
    const [request] = await rig.asked(OPERATION);
    const { intent, plan, outcome } = row.tried;
    assert.equal(intent.clientToken, request?.parameters["ClientToken"]);
    assert.equal(intent.sourceContactId, request?.parameters["SourceContactId"]);
    assert.deepEqual(
      plan.leftOut.map(({ contact, reason }) => [contact.id, reason]),
      [[C3, "later"]],
    );
    assert.ok(outcome.kind === "made" && outcome.answer.requestId !== undefined);
  });

  it("has a row for a refused one, with the service's words", async () => {
    await continueC4();
    await continueC4();
    const [refused, made] = await rows(rig);
    assert.ok(refused && made);
    assert.match(
      seen(rig, refused),
      /^Continuing failed, c2000000 → c4000000, InvalidRequestException/,
    );
    assert.match(seen(rig, made), /^Continued from/);
    await copyTry(rig.app, refused);
    const { outcome } = refused.tried;
    assert.ok(outcome.kind === "failed");
    const text = await env.clipboard.readText();
    assert.ok(text.includes(outcome.failure.answer.message));
    assert.ok(text.includes(refused.tried.intent.clientToken));
  });

  it("is there after the window was loaded anew, and tells other windows what changes", async () => {
    await inAnotherWindow(async (other) => {
      assert.deepEqual(await rows(other), []);
      const told = new Promise((resolve) => other.app.notebook.onDidChange(resolve));
      await continueC4();
      const { tried } = await only(rig);
      // A watcher begins some time after it was made, and does not say when.
      const writing = setInterval(() => void rig.app.notebook.note(tried), 1000);
      await told.finally(() => clearInterval(writing));
      assert.equal((await only(other)).tried.id, tried.id);
    });
  });

  it("opens a try as it was, and sends nothing", async () => {
    await continueC4();
    const before = lastShown(rig);
    await inAnotherWindow(async (other) => {
      await openTry(other.app, await only(rig));
      const { association, conversation } = lastShown(other);
      assert.deepEqual(association?.intent, before.association?.intent);
      assert.ok(association && before.association && "comparison" in association.outcome);
      assert.deepEqual(association.outcome, before.association.outcome);
      assert.deepEqual(association.plan.checks, before.association.plan.checks);
      assert.ok(conversation?.kind === "ready" && before.conversation?.kind === "ready");
      assert.equal(
        conversation.conversation.messageCount,
        before.conversation.conversation.messageCount,
      );
      assert.equal(await sent(other), 0);
    });
  });

  it("shows what was answered also where nothing can be read now", async () => {
    await continueC4();
    const row = await only(rig);
    await inAnotherWindow(async (other) => {
      await other.fail("DescribeContact", "accessDenied");
      await openTry(other.app, row);
      const { view } = drawPage(lastShown(other));
      assert.match(JSON.stringify(view.result), new RegExp(C2));
      assert.equal(view.header.title, "Continued from c2000000");
      assert.match(view.failure?.message ?? "", /not authorized/);
    });
  });

  it("offers no retry of a failed try, and Retry in the panel sends nothing", async () => {
    await rig.fail(OPERATION, "accessDenied");
    await continueC4();
    const calls = await sent(rig);
    await openTry(rig.app, await only(rig));
    const opened = lastShown(rig);
    const { failure, result } = drawPage(opened).view;
    assert.ok(!failure?.buttons.some(({ act }) => act.action === "retry"));
    assert.equal(result?.buttons[0]?.label, "Repeat on Another Chat…");
    await actOnPanel(rig.app, { action: "retry" }, opened, rig.app.panels);
    assert.equal(await sent(rig), calls);
    assert.equal((await rows(rig)).length, 1);
  });

  it("repeats a try for another chat, with its source and type", async () => {
    const { signal } = new AbortController();
    const [first] = await rig.app.chats.activeChats(sandbox, signal);
    await continueChat(rig, { current: first?.id === C4 ? C5 : C4, past: C2 });
    await withActiveAnswers(repeatTry(rig.app, await only(rig)));
    const [repeated, ...others] = await rows(rig);
    assert.equal(others.length, 1);
    const { currentContactId, sourceContactId, rehydrationType } = repeated?.tried.intent ?? {};
    assert.deepEqual(
      [currentContactId, sourceContactId, rehydrationType],
      [first?.id, C2, "FROM_SEGMENT"],
    );
  });

  describe("of a chat that is continued from its start", () => {
    const wish = { rehydrationType: "ENTIRE_PAST_SESSION", sourceContactId: C1 } as const;
    const starts = () => rig.asked("StartChatContact");

    it("has a row with what was sent, answered and proven", async () => {
      const chat = await startChat(rig, wish);
      const { tried } = await only(rig);
      const id = chat.contactId?.slice(0, 8);
      assert.equal(
        seen(rig, await only(rig)),
        `Continued from c3000000, c3000000 → ${id}, as planned · Entire past session · from its start · Sandbox`,
      );
      const [request] = await starts();
      assert.equal(tried.intent.clientToken, request?.parameters["ClientToken"]);
      assert.deepEqual(tried.flow, flow);
      assert.ok(tried.outcome.kind === "made" && tried.outcome.answer.requestId !== undefined);
      await untilProven(rig);
      const { isProven, returnedCount, predictedCount } = (await only(rig)).tried.proof ?? {};
      assert.deepEqual([isProven, returnedCount], [true, predictedCount]);
    });

    it("has none where it continues nothing", async () => {
      await startChat(rig);
      assert.deepEqual(await rows(rig), []);
    });

    it("is opened as it was, without a request that was never sent", async () => {
      const chat = await startChat(rig, wish);
      const calls = (await starts()).length;
      await openTry(rig.app, await only(rig));
      const { association, conversation, testChat } = lastShown(rig);
      assert.equal(association?.intent.currentContactId, chat.contactId);
      assert.ok(association && conversation?.kind === "ready" && testChat === undefined);
      const { wire, result, header } = drawPage(lastShown(rig)).view;
      assert.equal(header.title, "Continued from c3000000");
      assert.equal(wire, undefined);
      assert.ok(result?.asked.some(({ value, title }) => value === flow.name && title === flow.id));
      assert.equal((await starts()).length, calls);
    });

    it("has a row for a refused one, which is opened with the service's words", async () => {
      await rig.fail("StartChatContact", "accessDenied", 1);
      await startChat(rig, wish);
      const row = await only(rig);
      assert.match(seen(rig, row), /^Continuing failed, c1000000 → new chat, AccessDenied/);
      await openTry(rig.app, row);
      const { failure, header } = drawPage(lastShown(rig)).view;
      assert.equal(header.subtitle, "Entire past session into a new chat");
      assert.match(failure?.headline ?? "", /No permission for StartChatContact/);
    });

    it("shows the preview of one whose window was closed before the answer", async () => {
      await rig.fail("StartChatContact", "accessDenied", 1);
      await startChat(rig, wish);
      const { tried } = await only(rig);
      await rig.app.notebook.note({ ...tried, outcome: { kind: "unanswered" } });
      await openTry(rig.app, await only(rig));
      assert.equal(lastShown(rig).preview?.pastContactId, C1);
    });

    it("is repeated by starting another chat, with its flow, source and type", async () => {
      await startChat(rig, wish);
      await withActiveAnswers(repeatTry(rig.app, await only(rig)));
      const [first, second, ...others] = (await starts()).map(({ parameters }) => parameters);
      assert.ok(first && second && others.length === 0);
      assert.deepEqual(second["PersistentChat"], first["PersistentChat"]);
      assert.equal(second["ContactFlowId"], first["ContactFlowId"]);
      assert.notEqual(second["ClientToken"], first["ClientToken"]);
      assert.equal(await sent(rig), 0);
      assert.equal((await rows(rig)).length, 2);
    });
  });

  it("comes back in a panel of an earlier window, unless the try was removed", async () => {
    await continueC4();
    const row = await only(rig);
    await openTry(rig.app, row);
    const kept = keptPageOf(lastShown(rig)) ?? assert.fail("Nothing was kept.");
    const gone: string[] = [];
    const panel = {
      ...rig.app.panels,
      show: (content: PanelContent) => rig.app.panels.show(content),
      showGone: (why: string) => void gone.push(why),
    };
    await revivePage(rig.app, kept, panel);
    assert.equal(lastShown(rig).association?.noted?.id, row.tried.id);
    await removeTry(rig.app, row);
    assert.deepEqual(await rows(rig), []);
    await revivePage(rig.app, kept, panel);
    assert.deepEqual(gone, ["tryRemoved"]);
  });

  it("tells by the record what came of a try whose window was closed before the answer", async () => {
    await continueC4();
    const { tried } = await only(rig);
    const unanswered: Try = { ...tried, outcome: { kind: "unanswered" } };
    await rig.app.notebook.note(unanswered);
    const row = await only(rig);
    assert.match(seen(rig, row), /^No answer/);
    await openTry(rig.app, row);
    assert.equal(lastShown(rig).association?.outcome.kind, "recorded");
    assert.equal(await sent(rig), 1);
  });

  it("fails no association where it cannot be written", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const problems: unknown[] = [];
    const notebook = new Notebook(file, (problem) => void problems.push(problem));
    await continueChat({ ...rig, app: { ...rig.app, notebook } }, { current: C4, past: C2 });
    assert.equal(lastShown(rig).association?.outcome.kind, "done");
    await notebook.read().catch(() => undefined);
    assert.ok(problems.length > 0);
    notebook.dispose();
  });
});
