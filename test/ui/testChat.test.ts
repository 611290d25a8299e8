import assert from "node:assert/strict";
import type { Workbench } from "../host/workbench";
import { addConnection } from "./support/connections";
import { Account, writeProfiles } from "./support/emulator";
import { Panel } from "./support/panel";
import { openProduct } from "./support/product";

const chatTitle = /Test chat [0-9a-f]{8}/;

describe("A test chat", () => {
  let account: Account;
  let profiles: Awaited<ReturnType<typeof writeProfiles>>;
  let workbench: Workbench;
  /** Of the first chat, oldest first. */
  let contacts: readonly string[];

  before(async () => {
    account = await Account.start("north");
    profiles = await writeProfiles([account]);
    workbench = await openProduct({ env: profiles.env });
  });

  after(async () => {
    await workbench.close();
    await profiles.remove();
    await account.close();
  });

  /** All steps of *Start Test Chat…* up to what it continues. */
  const chooseHow = async (connection: string | RegExp): Promise<void> => {
    const { quickInput } = workbench;
    await workbench.tree.contextMenu(connection, "Start Test Chat…");
    await quickInput.pick("Sandbox inbound chat");
    await quickInput.pick("Test Customer");
    await quickInput.pick("No attributes");
  };

  const started = async (): Promise<Panel> => {
    const panel = await Panel.titled(workbench, chatTitle);
    await panel.says("Connected");
    return panel;
  };

  const advance = async (by: string): Promise<void> => {
    await workbench.runCommand("Contact Chains: Advance Sandbox Clock…");
    await workbench.quickInput.pick(by);
  };

  const predictedIn = async (panel: Panel): Promise<number> => {
    await panel.says(/Predicted \d+ = returned \d+/);
    const [, predicted, returned] =
      /Predicted (\d+) = returned (\d+)/.exec(await panel.above()) ?? [];
    assert.equal(predicted, returned);
    assert.match(await panel.above(), /Event chat\.rehydrated\s+came/);
    return Number(predicted);
  };

  const enter = async (panel: Panel, control: string): Promise<void> => {
    await panel.tabTo(control);
    await workbench.page.keyboard.press("Enter");
  };

  it("talks with the agent, is transferred, rated by a key, ended; and its transcript appears", async () => {
    await chooseHow("Sandbox");
    await workbench.quickInput.pick("Without history");
    const panel = await started();
    await advance("10 seconds");
    await panel.says(/Hello Test Customer, this is Mia Keller/);
    await panel.write("Please transfer me");
    await advance("10 seconds");
    await panel.says("Transfer succeeded");
    await panel.says(/Jonas Weber/);
    await panel.write("bye");
    await advance("10 seconds");
    await enter(panel, "Very satisfied");
    await advance("10 seconds");
    await panel.says("Chat ended");
    await panel.says(/nothing can be written any more/);
    contacts = await panel.contactIds();
    assert.equal(contacts.length, 3);
    await enter(panel, "Advance Sandbox Clock…");
    await workbench.quickInput.pick("1 minute");
    await enter(panel, "Wait for Transcript");
    const stored = await Panel.titled(workbench, /Transcript of/);
    const transcript = await stored.transcript();
    for (const text of ["Please transfer me", "Goodbye Test Customer", "✓ Very satisfied"])
      assert.ok(transcript.includes(text), transcript);
  });

  it("is continued whole from the start of another one, which proves the plan", async () => {
    const [first = ""] = contacts;
    await chooseHow(/^Sandbox .*clock .* ahead/);
    await workbench.quickInput.type(first);
    await workbench.quickInput.pick(/as typed/);
    await workbench.quickInput.pick(/Entire past session/);
    const panel = await started();
    assert.ok((await predictedIn(panel)) > 15);
    assert.deepEqual(
      await panel.listed("carried"),
      contacts.map((id) => id.slice(0, 8)),
    );
    await panel.press("End Chat");
    await panel.says(/nothing can be written any more/);
  });

  it("is continued from a segment within another one, which proves that plan too", async () => {
    const [, second = ""] = contacts;
    await chooseHow(/^Sandbox/);
    await workbench.quickInput.pick("Without history");
    const panel = await started();
    await panel.press("Continue a Past Chat Here…");
    await workbench.quickInput.type(second);
    await workbench.quickInput.pick(/as typed/);
    await workbench.quickInput.pick(/From segment/);
    assert.ok((await predictedIn(panel)) > 10);
    assert.deepEqual(
      await panel.listed("carried"),
      contacts.slice(0, 2).map((id) => id.slice(0, 8)),
    );
    assert.deepEqual(await panel.listed("leftOut"), [contacts[2]?.slice(0, 8)]);
    await advance("10 seconds");
    await panel.says(/I can see what we wrote to each other before/);
  });

  it("on an instance asks first, naming it, and starts nothing when that is declined", async () => {
    await addConnection(workbench, "north", "dev");
    await chooseHow(/^sandbox us-east-1/);
    await workbench.quickInput.pick("Without history");
    const { message, detail } = await workbench.dialog.text();
    assert.match(message, /sandbox/);
    assert.match(detail, /a0000000-0000-4000-8000-000000000001/);
    assert.match(detail, /Test Customer/);
    await workbench.dialog.choose("Cancel");
    assert.deepEqual(await account.journal("StartChatContact"), []);
  });

  it("ran without an exception in any page", () => {
    assert.deepEqual(workbench.pageErrors, []);
  });
});
