import assert from "node:assert/strict";
import { createIdSource } from "../../src/emulator/seed/uuids";
import type { Workbench } from "../host/workbench";
import { eventually } from "../host/workbench/eventually";
import { addConnection, renameConnection } from "./support/connections";
import { Account, writeProfiles } from "./support/emulator";
import { expandReferenceChain, openProduct, referenceChain } from "./support/product";

/** The contacts of `load:200`. */
const southIds = createIdSource("load");
const ofSouth = new Set(Array.from({ length: 200 }, (_, index) => southIds(index).slice(0, 8)));

describe("Two accounts side by side", () => {
  let north: Account;
  let south: Account;
  let profiles: Awaited<ReturnType<typeof writeProfiles>>;
  let workbench: Workbench;

  before(async () => {
    north = await Account.start("north");
    south = await Account.start("south", { seed: "load:200" });
    profiles = await writeProfiles([north, south]);
    workbench = await openProduct({ env: profiles.env });
    for (const [profile, name] of [
      ["north", "North"],
      ["south", "South"],
    ] as const) {
      await addConnection(workbench, profile, "dev");
      await renameConnection(workbench, "sandbox", name);
    }
  });

  after(async () => {
    await workbench.close();
    await profiles.remove();
    await south.close();
    await north.close();
  });

  /** The beginnings of the ids of the contacts on screen. */
  const shownContacts = async (): Promise<readonly string[]> =>
    (await workbench.tree.rows()).flatMap(
      ({ label, description }) => /\b[0-9a-f]{8}\b/.exec(`${label} ${description}`)?.[0] ?? [],
    );

  const reload = async (): Promise<void> => {
    await workbench.reload();
    await workbench.openView("Contact Chains");
  };

  it("show each its own chats, read from nowhere else, though their instances have the same id", async () => {
    await workbench.tree.expand("South");
    await workbench.tree.expand(["South", / [2-6] contacts$/]);
    const contacts = await shownContacts();
    assert.ok(contacts.length > 1 && contacts.every((id) => ofSouth.has(id)));
    assert.deepEqual(await north.journal("SearchContacts"), []);
    await workbench.tree.collapse("South");

    const asked = (await south.journal("SearchContacts")).length;
    await expandReferenceChain(workbench, "North");
    assert.equal((await south.journal("SearchContacts")).length, asked);
    assert.ok((await north.journal("SearchContacts")).length > 0);
    assert.ok(!(await shownContacts()).some((id) => ofSouth.has(id)));
  });

  it("are there again after a reload, and so is the filter of the one that has one", async () => {
    await workbench.tree.inlineAction("North", "Filter Chats…");
    await workbench.quickInput.pick("Subtype");
    await workbench.quickInput.toggle("SMS");
    await workbench.quickInput.accept();
    await workbench.tree.row(/^North.*SMS/);

    await reload();
    await workbench.tree.row(/^North.*SMS/);
    const southRow = await workbench.tree.row("South");
    assert.doesNotMatch(southRow.description, /SMS/);
    await workbench.viewAction("Clear Filter");
    await expandReferenceChain(workbench, "North");
  });

  it("whose instances are denied say so while a connection is added, and list them when tried again", async () => {
    const { quickInput } = workbench;
    await south.fault("ListInstances", "accessDenied");
    await workbench.runCommand("Contact Chains: Add Connection…");
    await quickInput.pick("south");
    await quickInput.pick("us-east-1");
    const [told] = await quickInput.items();
    assert.match(
      `${told?.label} ${told?.detail}`,
      /ListInstances.*not authorized.*Paste an instance id or ARN/,
    );
    await quickInput.button("Copy IAM Statement");
    await eventually("the statement in the clipboard", async () =>
      (await workbench.clipboard()).includes('"connect:ListInstances"'),
    );
    await quickInput.button("Try Again");
    await quickInput.toggle("sandbox");
    await quickInput.cancel();
  });

  it("are removed one by one, for good", async () => {
    await workbench.tree.contextMenu("South", "Remove Connection…");
    await workbench.dialog.choose("Remove");
    await workbench.tree.waitFor(
      "South to go",
      (rows) => !rows.some(({ label }) => label === "South"),
    );
    await workbench.tree.row(["North", referenceChain]);

    await reload();
    await workbench.tree.row("North");
    assert.ok(!(await workbench.sidebarText()).includes("South"));
  });

  it("ran without an exception in any page", () => {
    assert.deepEqual(workbench.pageErrors, []);
  });
});
