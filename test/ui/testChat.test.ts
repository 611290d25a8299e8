import assert from "node:assert/strict";
import { ConnectClient, ListAssociatedContactsCommand } from "@aws-sdk/client-connect";
import type { Workbench } from "../host/workbench";
import { addConnection } from "./support/connections";
import { Account, writeProfiles } from "./support/emulator";
import { Panel } from "./support/panel";
import { openProduct } from "./support/product";

const instance = /^sandbox us-east-1/;
const chatTitle = /Test chat [0-9a-f]{8}/;

/** An emulator behind a profile, whose clock the test moves: with the Sandbox's own everything would take its time. */
describe("A test chat on an instance", () => {
  let account: Account;
  let profiles: Awaited<ReturnType<typeof writeProfiles>>;
  let workbench: Workbench;
  /** Of the first chat, oldest first. */
  let contacts: readonly string[];

  before(async () => {
    account = await Account.start("north");
    profiles = await writeProfiles([account]);
    workbench = await openProduct({ env: profiles.env });
    await addConnection(workbench, "north", "dev");
  });

  after(async () => {
    await workbench.close();
    await profiles.remove();
    await account.close();
  });

  const sessionOf = async (ContactId: string): Promise<readonly string[]> => {
    const client = new ConnectClient({
      endpoint: account.url,
      region: "us-east-1",
      credentials: { accessKeyId: "id", secretAccessKey: "secret" },
    });
    const InstanceId = "a0000000-0000-4000-8000-000000000001";
    const { ContactSummaryList = [] } = await client.send(
      new ListAssociatedContactsCommand({ InstanceId, ContactId }),
    );
    return ContactSummaryList.map((contact) => contact.ContactId ?? "");
  };

  /** All steps of *Start Test Chat…* up to what it continues. */
  const chooseHow = async (): Promise<void> => {
    const { quickInput } = workbench;
    await workbench.tree.contextMenu(instance, "Start Test Chat…");
    await quickInput.pick("Sandbox inbound chat");
    await quickInput.pick("Test Customer");
    await quickInput.pick("No attributes");
  };

  const started = async (): Promise<Panel> => {
    await workbench.dialog.choose("Start the Chat");
    const panel = await Panel.titled(workbench, chatTitle);
    await panel.says("Connected");
    return panel;
  };

  const predictedIn = async (panel: Panel): Promise<number> => {
    await panel.says(/Predicted \d+ = returned \d+/);
    const [, predicted, returned] =
      /Predicted (\d+) = returned (\d+)/.exec(await panel.above()) ?? [];
    assert.equal(predicted, returned);
    assert.match(await panel.above(), /Event chat\.rehydrated\s+came/);
    return Number(predicted);
  };

  it("asks first, naming the instance, and starts nothing when that is declined", async () => {
    await chooseHow();
    await workbench.quickInput.pick("Without history");
    const { message, detail } = await workbench.dialog.text();
    assert.match(message, /sandbox/);
    assert.match(detail, /a0000000-0000-4000-8000-000000000001/);
    assert.match(detail, /Test Customer/);
    await workbench.dialog.choose("Cancel");
    assert.deepEqual(await account.journal("StartChatContact"), []);
  });

  it("talks with the agent, is transferred, rated, ended; and its transcript appears", async () => {
    await chooseHow();
    await workbench.quickInput.pick("Without history");
    const panel = await started();
    await account.advance(7);
    await panel.says(/Hello Test Customer, this is Mia Keller/);
    await panel.write("Please transfer me");
    await account.advance(2);
    await panel.says("Transfer succeeded");
    await account.advance(5);
    await panel.says(/Jonas Weber/);
    await panel.write("bye");
    await account.advance(2);
    await panel.says("Quick reply");
    await panel.write("Very good");
    await account.advance(2);
    await panel.says("Chat ended");
    await panel.says(/nothing can be written any more/);
    contacts = await sessionOf(await panel.contactId());
    assert.equal(contacts.length, 3);
    await account.advance(61);
    await panel.press("Wait for Transcript");
    const stored = await Panel.titled(workbench, /Transcript of/);
    const transcript = await stored.transcript();
    for (const text of ["Please transfer me", "Goodbye Test Customer", "Very good"])
      assert.ok(transcript.includes(text), transcript);
  });

  it("is continued whole from the start of another one, which proves the plan", async () => {
    const [first = ""] = contacts;
    await chooseHow();
    await workbench.quickInput.type(first);
    await workbench.quickInput.pick(/as typed/);
    await workbench.quickInput.pick(/Entire past session/);
    const { detail } = await workbench.dialog.text();
    assert.match(detail, new RegExp(`It continues ${first} \\(ENTIRE_PAST_SESSION\\)`));
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
    await chooseHow();
    await workbench.quickInput.pick("Without history");
    const panel = await started();
    await panel.press("Continue a Past Chat Here…");
    await workbench.quickInput.type(second);
    await workbench.quickInput.pick(/as typed/);
    await workbench.quickInput.pick(/From segment/);
    await workbench.dialog.choose("Continue the Chat");
    assert.ok((await predictedIn(panel)) > 10);
    assert.deepEqual(
      await panel.listed("carried"),
      contacts.slice(0, 2).map((id) => id.slice(0, 8)),
    );
    assert.deepEqual(await panel.listed("leftOut"), [contacts[2]?.slice(0, 8)]);
    await account.advance(7);
    await panel.says(/I can see what we wrote to each other before/);
  });

  it("ran without an exception in any page", () => {
    assert.deepEqual(workbench.pageErrors, []);
  });
});
