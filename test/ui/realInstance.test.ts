import assert from "node:assert/strict";
import { ConnectClient, DescribeContactCommand } from "@aws-sdk/client-connect";
import type { Workbench } from "../host/workbench";
import { addConnection, renameConnection } from "./support/connections";
import { Account, writeProfiles } from "./support/emulator";
import { Panel } from "./support/panel";
import {
  c1,
  c2,
  c3,
  c4,
  c5,
  expandReferenceChain,
  idOf,
  openProduct,
  referenceChain,
} from "./support/product";

describe("Continuing a past chat on an instance behind an AWS profile", () => {
  let account: Account;
  let profiles: Awaited<ReturnType<typeof writeProfiles>>;
  let workbench: Workbench;

  before(async () => {
    account = await Account.start("north");
    profiles = await writeProfiles([account]);
    workbench = await openProduct({ env: profiles.env });
    await addConnection(workbench, "north", "prod");
    await renameConnection(workbench, "sandbox", "North");
    await expandReferenceChain(workbench, "North");
  });

  after(async () => {
    await workbench.close();
    await profiles.remove();
    await account.close();
  });

  const relatedTo = async (contactId: string): Promise<string | undefined> => {
    const client = new ConnectClient({
      endpoint: account.url,
      region: "us-east-1",
      credentials: { accessKeyId: "id", secretAccessKey: "secret" },
    });
    const { Contact } = await client.send(
      new DescribeContactCommand({
        InstanceId: "a0000000-0000-4000-8000-000000000001",
        ContactId: contactId,
      }),
    );
    return Contact?.RelatedContactId;
  };

  it("reads a transcript again, and leaves the focus to what was opened meanwhile", async () => {
    await account.fault("GetObject", "accessDenied");
    await workbench.tree.click(["North", referenceChain, c1]);
    const panel = await Panel.titled(workbench, `Transcript of ${c1}`);
    await panel.says("Read again");
    await account.fault("GetObject", "slow");
    await panel.tabTo("Read again");
    await workbench.page.keyboard.press("Enter");
    await workbench.page.keyboard.press("F1");
    await workbench.quickInput.waitFor();
    await panel.says("Hello Ana, this is Mia from Orders.");
    assert.ok(await workbench.quickInput.isOpen());
    await workbench.quickInput.cancel();
  });

  it("asks first, naming the instance, and sends nothing when that is declined", async () => {
    await workbench.tree.contextMenu(["North", referenceChain, c2], "Continue a Past Chat…");
    await workbench.quickInput.pick(idOf(c4));
    await workbench.quickInput.pick(/From segment c2000000/);

    const { message, detail } = await workbench.dialog.text();
    assert.match(message, /North/);
    assert.match(detail, /a0000000-0000-4000-8000-000000000001/);
    assert.match(detail, /FROM_SEGMENT/);
    await workbench.dialog.choose("Cancel");
    assert.deepEqual(await account.journal("CreatePersistentContactAssociation"), []);
  });

  it("sends one association when the answer is lost, with the same client token", async () => {
    await account.fault("CreatePersistentContactAssociation", "answerLost");
    await workbench.tree.contextMenu(["North", referenceChain, c2], "Continue a Past Chat…");
    await workbench.quickInput.pick(idOf(c4));
    await workbench.quickInput.pick(/From segment c2000000/);
    await workbench.dialog.choose("Continue the Chat");

    const panel = await Panel.titled(workbench, `Continued from ${c2}`);
    await panel.says(/prod/i);
    const sent = await account.journal("CreatePersistentContactAssociation");
    const tokens = new Set(sent.map(({ clientToken }) => clientToken));
    assert.ok(sent.length > 1);
    assert.equal(tokens.size, 1);
    assert.equal(await relatedTo(idOf(c4)), idOf(c2));
  });

  it("sends a failed one again by Retry, with its client token, and leaves the other chat's link at C3", async () => {
    const before = await account.journal("CreatePersistentContactAssociation");
    await account.fault("CreatePersistentContactAssociation", "throttled", 3);
    await workbench.tree.contextMenu(["North", referenceChain, c2], "Continue a Past Chat…");
    await workbench.quickInput.pick(idOf(c5));
    await workbench.quickInput.pick(/Entire past session/);
    await workbench.dialog.choose("Continue the Chat");
    const failed = await Panel.titled(workbench, "Continuing failed");
    await failed.tabTo("Retry");
    await workbench.page.keyboard.press("Enter");

    await Panel.titled(workbench, `Continued from ${c3}`);
    const sent = await account.journal("CreatePersistentContactAssociation");
    const tokens = sent.slice(before.length).map(({ clientToken }) => clientToken);
    assert.equal(tokens.length, 4);
    assert.equal(new Set(tokens).size, 1);
    assert.equal(await relatedTo(idOf(c5)), idOf(c3));
  });

  it("shows a denied listing as a row, and reads again on a click", async () => {
    await account.fault("SearchContacts", "accessDenied");
    await workbench.tree.inlineAction("North", "Refresh");
    await workbench.tree.click(["North", /No permission for SearchContacts/]);
    await workbench.tree.row(["North", referenceChain]);
  });

  it("ran without an exception in any page", () => {
    assert.deepEqual(workbench.pageErrors, []);
  });
});
