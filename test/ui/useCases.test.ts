import assert from "node:assert/strict";
import type { Workbench } from "../host/workbench";
import { assertInOrder, Panel } from "./support/panel";
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
  referenceContacts,
} from "./support/product";

/** One sentence of each contact's transcript. */
const said = {
  c1: "My new router was due last Thursday",
  c2: "So it was never my router?",
  c3: "four days without internet",
};

describe("Continuing a past chat on the Sandbox", () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openProduct();
    await expandReferenceChain(workbench, "Sandbox");
  });

  after(() => workbench.close());

  it("shows the reference chain in order, with who handled each contact and how it began", async () => {
    const rows = await referenceContacts(workbench);
    assert.deepEqual(
      rows.map(({ label, description }) => `${label.replace(/^\S+ \S+\s+/, "")} | ${description}`),
      [
        `mia.keller | started · ${c1}`,
        `jonas.weber | transferred · ${c2}`,
        `survey, no agent | disconnect flow · ${c3}`,
      ],
    );
  });

  it("use case 1: continues from C2 and leaves the survey out", async () => {
    await workbench.tree.contextMenu(["Sandbox", referenceChain, c2], "Continue a Past Chat…");
    await workbench.quickInput.pick(idOf(c4));
    await workbench.quickInput.pick(/From segment c2000000/);

    const panel = await Panel.titled(workbench, `Continued from ${c2}`);
    await panel.says("The answer agrees with the plan.");
    assert.deepEqual(await panel.listed("carried"), [c1, c2]);
    assert.deepEqual(await panel.listed("leftOut"), [c3]);
    await panel.says("2 contacts");
    const transcript = await panel.transcript();
    assertInOrder(transcript, [c1, said.c1, c2, said.c2]);
    assert.ok(!transcript.includes(said.c3));
  });

  it("shows the persistent link in the tree afterwards", async () => {
    const row = ["Sandbox", /active.*continued/] as const;
    await workbench.tree.expand(row);
    await workbench.tree.expand([...row, `Continued from ${c2}`]);
    await workbench.tree.row([...row, `Continued from ${c2}`, c1]);
  });

  it("explains why a chat can't be continued twice, and stays usable", async () => {
    await workbench.tree.contextMenu(["Sandbox", referenceChain, c2], "Continue a Past Chat…");
    await workbench.quickInput.pick(idOf(c4));
    await workbench.quickInput.pick(/Entire past session/);

    const panel = await Panel.titled(workbench, /not continued|failed/i);
    await panel.says("InvalidRequestException");
    await panel.says(/already/);
    await workbench.tree.row(["Sandbox", referenceChain]);
  });

  it("use case 2: continues the entire session, and sends C1 although C3 was chosen", async () => {
    await workbench.tree.contextMenu(["Sandbox", referenceChain, c3], "Continue a Past Chat…");
    await workbench.quickInput.pick(idOf(c5));
    await workbench.quickInput.pick(/Entire past session/);

    const panel = await Panel.titled(workbench, `Continued from ${c3}`);
    assert.deepEqual(await panel.listed("carried"), [c1, c2, c3]);
    assert.deepEqual(await panel.listed("leftOut"), []);
    assertInOrder(await panel.transcript(), [c1, said.c1, c2, said.c2, c3, said.c3]);
    assert.match(await panel.wire(), new RegExp(`"SourceContactId": "${idOf(c1)}"`));
  });

  it("ran without an exception in any page", () => {
    assert.deepEqual(workbench.pageErrors, []);
  });
});
