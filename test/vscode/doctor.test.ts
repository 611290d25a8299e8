import assert from "node:assert/strict";
import { commands, env, window, workspace } from "vscode";
import { complaintOf, reportUri } from "../../src/commands/doctor/reportUri";
import type { Complaint } from "../../src/domain/doctor/evidence";
import { sandbox } from "./support/rig";

const C2 = "c2000000-0000-4000-8000-000000000002";
const C4 = "c4000000-0000-4000-8000-000000000004";

const rowOf = (contactId: string) => ({
  kind: "contact",
  connection: sandbox,
  contact: { id: contactId },
});

async function report(argument: unknown) {
  await commands.executeCommand("contactChains.whyNoHistory", argument);
  return window.activeTextEditor?.document ?? assert.fail("No editor was opened.");
}

describe("Why Is There No History?", () => {
  afterEach(() => commands.executeCommand("workbench.action.closeAllEditors"));

  it("opens a report that nobody can change, with the reason at its top", async () => {
    const document = await report(rowOf(C4));
    assert.deepEqual([document.uri.scheme, document.languageId], ["contact-chains", "markdown"]);
    const text = document.getText();
    assert.match(text, /^# Why is there no history\? c4000000\n[^]*\*\*The chat has no link/);
    assert.match(text, /- \*\*Failed\*\* [^]*`RelatedContactId` of `c4000000-/);
    assert.ok(workspace.fs.isWritableFileSystem(document.uri.scheme) !== true);
  });

  it("looks again where it is asked again, also into a report that is open", async () => {
    const first = await report(rowOf(C4));
    const looked = /Looked at: `([^`]+)`/;
    const before = looked.exec(first.getText())?.[1];
    const changed = new Promise((resolve) => {
      const listener = workspace.onDidChangeTextDocument(({ document }) => {
        if (document === first) resolve(listener.dispose());
      });
    });
    await commands.executeCommand("contactChains.whyNoHistory", rowOf(C4));
    await changed;
    assert.notEqual(looked.exec(first.getText())?.[1], before);
  });

  it("copies the report as it stands", async () => {
    const document = await report(rowOf(C2));
    await env.clipboard.writeText("");
    await commands.executeCommand("contactChains.copyReport", document.uri);
    assert.equal(await env.clipboard.readText(), document.getText());
    assert.match(document.getText(), /## The chat as one that another continues: c2000000/);
  });

  it("looks into the chat that has the link, from the row of a link", async () => {
    const document = await report({
      kind: "link",
      connection: sandbox,
      from: { id: C4 },
      relatedContactId: C2,
    });
    assert.match(document.getText(), /^# Why is there no history\? c4000000/);
  });

  it("has an address that tells what to look at again", async () => {
    const association = { rehydrationType: "ENTIRE_PAST_SESSION", sourceContactId: C2 } as const;
    const complaints: readonly Complaint[] = [
      { contactId: "a&b=c/%20" },
      { contactId: C4, association },
    ];
    for (const complaint of complaints)
      assert.deepEqual(complaintOf(reportUri(sandbox, complaint)), {
        connectionId: "sandbox",
        complaint,
      });
    assert.equal(complaintOf({ query: "connection=x&contact=y" }), undefined);
    const asked = await workspace.openTextDocument(
      reportUri(sandbox, { contactId: C4, association }),
    );
    assert.match(asked.getText(), /The past contact is not the initial contact of its session/);
    const gone = reportUri({ ...sandbox, id: "gone" }, { contactId: C4 });
    assert.match((await workspace.openTextDocument(gone)).getText(), /no connection any more/);
  });
});
