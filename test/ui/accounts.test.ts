import assert from "node:assert/strict";
import type { Workbench } from "../host/workbench";
import { addConnection, renameConnection } from "./support/connections";
import { Account, writeProfiles } from "./support/emulator";
import { c3, openProduct, referenceChain } from "./support/product";

describe("Two accounts side by side", () => {
  let north: Account;
  let south: Account;
  let profiles: Awaited<ReturnType<typeof writeProfiles>>;
  let workbench: Workbench;

  before(async () => {
    north = await Account.start("north");
    south = await Account.start("south", { seed: "empty" });
    profiles = await writeProfiles([north, south]);
    workbench = await openProduct({ env: profiles.env });
    await addConnection(workbench, "north", "prod");
    await renameConnection(workbench, "sandbox", "North");
    await addConnection(workbench, "south", "dev");
    await renameConnection(workbench, "sandbox", "South");
  });

  after(async () => {
    await workbench.close();
    await profiles.remove();
    await north.close();
    await south.close();
  });

  const showsOnlyItsOwn = async (): Promise<void> => {
    await workbench.tree.expand("North");
    await workbench.tree.expand(["North", "3 contacts"]);
    await workbench.tree.row(["North", referenceChain, c3]);
    await workbench.tree.expand("South");
    await workbench.tree.row(["South", /No chats/]);
    assert.equal((await workbench.tree.children("South")).length, 1);
  };

  it("lists under each connection what its own instance has", async () => {
    await showsOnlyItsOwn();
    assert.equal((await south.journal("DescribeContact")).length, 0);
  });

  it("has both again after the window was reloaded", async () => {
    await workbench.reload();
    await workbench.openView("Contact Chains");
    await showsOnlyItsOwn();
  });

  it("keeps the other one when one is removed, also after a reload", async () => {
    await workbench.tree.contextMenu("North", "Remove Connection…");
    await workbench.dialog.choose("Remove");
    await workbench.tree.waitFor("the rest", (rows) =>
      rows.every(({ label }) => label !== "North"),
    );
    await workbench.reload();
    await workbench.openView("Contact Chains");
    await workbench.tree.expand("South");
    await workbench.tree.row(["South", /No chats/]);
    assert.ok(!(await workbench.sidebarText()).includes("North"));
  });
});
