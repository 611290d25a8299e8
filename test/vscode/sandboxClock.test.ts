import assert from "node:assert/strict";
import { actOnPanel } from "../../src/commands/panelActions";
import { drawPage } from "../../src/panel/panelView";
import { connectionNode } from "../../src/views/chatNode";
import { production } from "../unit/panel/support/specimens";
import { chainRow, lastShown } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";
import { linesOf, pageOf, startChat, untilLine, untilSaid } from "./support/testChat";

const HOUR = 3_600;

describe("The Sandbox's clock", () => {
  let rig: Rig;
  before(async () => (rig = await startRig()));
  after(() => rig.close());
  afterEach(() => rig.app.sandbox.reset());

  const row = () => rig.app.tree.getTreeItem(connectionNode(sandbox));

  it("makes happen what was due by then, in a chat that goes on", async () => {
    await startChat(rig);
    await untilLine(rig, "open");
    await rig.app.sandbox.advance(10);
    await untilSaid(rig, /^Mia Keller: Hello Ana/);
    await rig.app.sandbox.advance(26 * HOUR);
    await untilLine(rig, "ended");
    assert.match(linesOf(rig).at(-1) ?? "", /Chat ended/);
  });

  it("is told by its row while it is ahead, and set back with the Sandbox", async () => {
    assert.doesNotMatch(String(row().description), /ahead/);
    await rig.app.sandbox.advance(HOUR);
    await rig.app.sandbox.advance(HOUR);
    assert.match(String(row().description), /clock 2 h ahead/);
    const { tooltip } = row();
    assert.ok(typeof tooltip === "string" && tooltip.includes("2 h ahead of the real time"));
    await rig.app.sandbox.reset();
    assert.doesNotMatch(String(row().description), /ahead/);
  });

  it("is the time that lists are read at: a chat that begins then is in them", async () => {
    await rig.app.sandbox.advance(48 * HOUR);
    const { contactId } = await startChat(rig);
    rig.app.chats.forget(sandbox);
    await chainRow(rig.app, contactId ?? "");
  });

  it("is offered by the page of a chat that has ended, on the Sandbox only", async () => {
    const chat = await startChat(rig);
    await untilLine(rig, "open");
    await chat.end();
    await untilLine(rig, "ended");
    const offers = (page: ReturnType<typeof pageOf>): boolean =>
      page.view.chat?.buttons.some(({ act }) => act.action === "advanceClock") ?? false;
    assert.ok(offers(pageOf(rig)));
    const elsewhere = { ...lastShown(rig), connection: production };
    assert.ok(!offers({ ...pageOf(rig), view: drawPage(elsewhere).view }));
    await actOnPanel(rig.app, { action: "advanceClock" }, elsewhere, rig.app.panels);
    assert.equal(rig.app.sandbox.aheadMs, 0);
  });
});
