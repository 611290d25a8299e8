import assert from "node:assert/strict";
import type { Workbench } from "../host/workbench";
import { eventually } from "../host/workbench/eventually";
import { c1, c2, expandReferenceChain, idOf, openProduct, referenceChain } from "./support/product";

describe("Finding a chat in the list", () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openProduct();
    await expandReferenceChain(workbench, "Sandbox");
  });

  after(() => workbench.close());

  it("narrows the list to one agent, says so, and clears that with one click", async () => {
    await workbench.tree.inlineAction("Sandbox", "Filter Chats…");
    await workbench.quickInput.pick("Agent");
    await workbench.quickInput.toggle("mia.keller");
    await workbench.quickInput.accept();
    await workbench.tree.row(["Sandbox", /matching contact/]);
    await workbench.tree.row(/Sandbox emulator · mia\.keller/);

    await workbench.viewAction("Clear Filter");
    await workbench.tree.row(["Sandbox", referenceChain]);
    assert.ok(!(await workbench.sidebarText()).includes("matching"));
  });

  it("goes to a contact by its ARN, also where the filter leaves it out", async () => {
    await workbench.tree.inlineAction("Sandbox", "Filter Chats…");
    await workbench.quickInput.pick("Subtype");
    await workbench.quickInput.toggle("SMS");
    await workbench.quickInput.accept();
    await workbench.tree.row(/Sandbox emulator · SMS/);

    await workbench.runCommand("Contact Chains: Go to Contact…");
    await workbench.quickInput.type(
      `arn:aws:connect:us-east-1:111122223333:instance/a0000000-0000-4000-8000-000000000001/contact/${idOf(c2)}`,
    );
    await workbench.quickInput.accept();
    await eventually("the contact's row to be selected", async () =>
      (await workbench.tree.row(["Found", referenceChain, c2])).selected ? true : undefined,
    );
    await workbench.tree.row(["Found", referenceChain, c1]);
  });
});
