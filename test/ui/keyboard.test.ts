import assert from "node:assert/strict";
import { eventually } from "../host/workbench/eventually";
import type { Workbench } from "../host/workbench";
import { Panel } from "./support/panel";
import {
  c1,
  c2,
  c3,
  c4,
  expandReferenceChain,
  idOf,
  openProduct,
  referenceChain,
} from "./support/product";

/** Beside test/unit/webview/keyboard.test.ts, which reaches each control of each page: here the keys go through VS Code. */
describe("The panel by keyboard alone", () => {
  let workbench: Workbench;
  let panel: Panel;

  before(async () => {
    workbench = await openProduct({ viewport: { width: 1200, height: 700 } });
    await expandReferenceChain(workbench, "Sandbox");
  });
  after(() => workbench.close());

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };

  const copied = async (control: string | RegExp): Promise<string> => {
    await workbench.page.evaluate(() => navigator.clipboard.writeText(""));
    await panel.tabTo(control);
    await press("Enter");
    return eventually("what was copied", async () => (await workbench.clipboard()) || undefined);
  };

  const continueFromHere = async (): Promise<void> => {
    await panel.tabTo("Continue from here…");
    await press("Enter");
    await workbench.quickInput.waitFor(/Continue a Past Chat/);
    await workbench.quickInput.type(idOf(c4));
    await workbench.quickInput.accept();
    await workbench.quickInput.accept();
  };

  it("opens a contact by Enter, and the chosen chat by the palette, and takes the focus", async () => {
    await workbench.tree.press(["Sandbox", referenceChain, c2], "Enter");
    await Panel.titled(workbench, `Transcript of ${c2}`);
    await workbench.runCommand("Contact Chains: Open Transcript");
    await workbench.quickInput.type(`${c1}-`);
    await workbench.quickInput.accept();
    panel = await Panel.titled(workbench, `Transcript of ${c1}`);
    await panel.says("3 contacts");
    await panel.tabTo(/Find in the transcript/);
  });

  it("finds, goes from match to match, and back to where it was", async () => {
    await press("Enter");
    await workbench.page.keyboard.type("router");
    await panel.says(/1 of \d+/);
    await press("Enter");
    await panel.says(/2 of \d+/);
    await press("Escape");
    await panel.tabTo(/Find in the transcript/);
  });

  it("filters by who spoke", async () => {
    await panel.tabTo("Filter the transcript");
    await press("Enter", "End", "Enter", "Escape");
    await panel.says(/\d+ of \d+ items/);
    await panel.tabTo("Show all items");
    await press("Enter");
  });

  it("copies one message, a contact's part, and all", async () => {
    const all = await copied("Copy the transcript");
    const part = await copied("Copy this part");
    const message = await copied(/^Copy$/);
    assert.ok(all.includes(part), all);
    assert.ok(part.includes(message), part);
    assert.ok(message.length < part.length && part.length < all.length);
  });

  it("opens a link only after VS Code has asked", async () => {
    await panel.tabTo(/^follow the parcel/);
    await press("Enter");
    const { message, detail } = await workbench.dialog.text();
    assert.match(message + detail, /https:\/\/example\.com\/track\/NW-58213-R/);
    await workbench.dialog.choose("Cancel");
  });

  it("goes to a contact from the list and from the map", async () => {
    await panel.tabTo("Go to a contact");
    await press("Enter", "End", "Enter");
    await panel.says("four days without internet");
    await panel.tabTo(new RegExp(`^Contact ${c3}, `));
    await press("ArrowLeft");
    assert.match(await panel.focused(), /jonas\.weber/);
    await press("Enter");
    await panel.says("So it was never my router?");
  });

  it("exports, and continues", async () => {
    await panel.tabTo("Export…");
    await press("Enter");
    await workbench.quickInput.waitFor(/Export/);
    await workbench.quickInput.cancel();
    await continueFromHere();
    panel = await Panel.titled(workbench, /Continued from/);
    await panel.says("The answer agrees with the plan.");
  });

  it("hides personal data, brings one message back and hides it again", async () => {
    await panel.tabTo("Hide personal data");
    await press("Enter");
    await panel.says("Personal data is hidden by name and shape.");
    await panel.tabTo("Reveal");
    await press("Enter");
    await panel.tabTo("Hide Again");
    await press("Enter");
    await panel.says("Agent 1");
    await panel.tabTo("Hide personal data");
    await press("Enter");
    await panel.says("jonas.weber");
  });

  it("copies the call as code, and opens request and response", async () => {
    await panel.tabTo("Copy as Code…");
    await press("Enter");
    await workbench.quickInput.waitFor(/Copy as Code/);
    await workbench.quickInput.cancel();
    await panel.tabTo("Request and response");
    await press("Enter");
    await panel.says(/"SourceContactId"/);
  });

  it("goes from a failure to its causes and to the log", async () => {
    await continueFromHere();
    panel = await Panel.titled(workbench, /Continuing failed/);
    await panel.tabTo("Why Is There No History?");
    await press("Enter");
    await eventually("the report", async () =>
      (await workbench.editors()).some((editor) => editor.startsWith(`${c4} why no history`)),
    );
    await workbench.runCommand("View: Close Editor");
    // Its page was set anew, for VS Code drops what is hidden.
    panel = await Panel.titled(workbench, /Continuing failed/);
    await panel.tabTo("Show Log");
    await press("Enter");
    await workbench.page.locator(".part.panel .monaco-editor.focused").waitFor();
  });

  it("continues from a preview", async () => {
    await workbench.runCommand("Contact Chains: Preview Rehydration…");
    await workbench.quickInput.type(idOf(c2));
    await workbench.quickInput.accept();
    panel = await Panel.titled(workbench, `Preview of ${c2}`);
    await panel.tabTo("Continue from this segment…");
    await press("Enter");
    await workbench.quickInput.waitFor(/Continue a Past Chat/);
    await workbench.quickInput.cancel();
  });

  it("writes in a test chat, and ends it", async () => {
    await workbench.runCommand("Contact Chains: Start Test Chat…");
    for (const choice of ["Sandbox inbound chat", "Test Customer", "No attributes", "Without"]) {
      await workbench.quickInput.type(choice);
      await workbench.quickInput.accept();
    }
    panel = await Panel.titled(workbench, /Test chat/);
    await panel.says("Connected");
    await panel.tabTo("Message of the customer");
    await workbench.page.keyboard.type("By keys alone");
    await press("Enter");
    await panel.says("By keys alone");
    await panel.tabTo("Continue a Past Chat Here…");
    await press("Enter");
    await workbench.quickInput.waitFor(/Continue a Past Chat/);
    await workbench.quickInput.cancel();
    await panel.tabTo("End Chat");
    await press("Enter");
    await panel.says(/nothing can be written any more/);
  });
});
