import assert from "node:assert/strict";
import { eventually } from "../host/workbench/eventually";
import type { Workbench } from "../host/workbench";
import { Panel } from "./support/panel";
import { c2, c3, expandReferenceChain, openProduct, idOf, referenceChain } from "./support/product";

const title = "Transcript of c1000000";

describe("A panel's place", () => {
  let workbench: Workbench;
  let row: number;

  before(async () => {
    workbench = await openProduct({ viewport: { width: 1200, height: 600 } });
    await expandReferenceChain(workbench, "Sandbox");
    await workbench.tree.contextMenu(["Sandbox", referenceChain], "Open Transcript");
    const panel = await Panel.titled(workbench, title);
    await panel.says("3 contacts");
    row = await panel.scrollTo(1500);
    assert.ok(row > 3, `${row}`);
  });
  after(() => workbench.close());

  /** A row's border may stand a little higher or lower than before. */
  async function assertSamePlace(): Promise<void> {
    const panel = await Panel.titled(workbench, title);
    await eventually("the same row at the top", async () => {
      const now = await panel.topRow();
      return Math.abs(now - row) <= 1;
    });
  }

  async function assertHidden(): Promise<void> {
    const panel = await Panel.titled(workbench, title);
    await panel.says("Personal data is hidden by name and shape.");
    await eventually("pseudonyms and no names", async () => {
      const text = await panel.text();
      return text.includes("Agent 2") && !/Jonas|Mia|Ana/.test(text);
    });
  }

  it("is the same after it was hidden and shown", async () => {
    await workbench.tree.contextMenu(["Sandbox", referenceChain, c2], "Show Contact Record");
    await eventually("the record", async () => (await workbench.editors()).length === 2);
    await workbench.runCommand("View: Open Previous Editor");
    await assertSamePlace();
  });

  it("is the same in another column", async () => {
    await workbench.runCommand("View: Move Editor into Next Group");
    await assertSamePlace();
  });

  it("is the same when personal data is hidden", async () => {
    await workbench.runCommand("Contact Chains: Hide Personal Data");
    await assertHidden();
    await assertSamePlace();
  });

  it("is the same after the window was loaded anew, with personal data hidden as before", async () => {
    await workbench.keeps(/hidesPersonal\\*":true/);
    await workbench.reload();
    await assertHidden();
    await assertSamePlace();
  });

  it("is the same in another theme", async () => {
    await workbench.runCommand("Preferences: Toggle between Light/Dark Themes");
    const panel = await Panel.titled(workbench, title);
    await eventually("light", async () => (await panel.theme()) === "vscode-light");
    await assertSamePlace();
  });

  it("is kept beside the next page where it is pinned, also when the window was loaded anew", async () => {
    await workbench.runCommand("Contact Chains: Pin Panel");
    await expandReferenceChain(workbench, "Sandbox");
    await workbench.tree.click(["Sandbox", referenceChain, c2]);
    await (await Panel.titled(workbench, `Transcript of ${c2}`)).says("1 contact");
    const panels = async () =>
      (await workbench.editors()).filter((editor) => editor.startsWith("Transcript of"));
    await workbench.keeps(idOf(c2));
    await workbench.reload();
    await (await Panel.titled(workbench, `Transcript of ${c2}`)).says("1 contact");
    assert.deepEqual(await panels(), [title, `Transcript of ${c2}`]);
    // What comes next takes the place of the one that is not pinned.
    await expandReferenceChain(workbench, "Sandbox");
    await workbench.tree.click(["Sandbox", referenceChain, c3]);
    await Panel.titled(workbench, `Transcript of ${c3}`);
    assert.deepEqual(await panels(), [title, `Transcript of ${c3}`]);
    await workbench.runCommand("View: Open Previous Editor");
    await assertSamePlace();
  });

  it("ran without an exception in any page", () => {
    assert.deepEqual(workbench.pageErrors, []);
  });
});
