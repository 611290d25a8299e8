import assert from "node:assert/strict";
import { commands, TabInputTextDiff, window, workspace } from "vscode";
import { transcriptPlaceOf, transcriptUri } from "../../src/commands/documents/transcriptUri";
import { withActiveAnswers } from "./support/answers";
import { sandbox } from "./support/rig";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const row = { kind: "contact", connection: sandbox, contact: { id: C2, endedAt: 1 } };

/** What the command shows. */
async function shown(command: string) {
  await commands.executeCommand(`contactChains.${command}`, row);
  return window.activeTextEditor?.document ?? assert.fail("No editor was opened.");
}

describe("Transcripts as documents", () => {
  afterEach(() => commands.executeCommand("workbench.action.closeAllEditors"));

  it("open as Markdown that nobody can change", async () => {
    const document = await shown("openAsDocument");
    assert.deepEqual([document.uri.scheme, document.languageId], ["contact-chains", "markdown"]);
    assert.match(document.getText(), /^# Transcript of c1000000\n[^]*Jonas/);
    assert.ok(workspace.fs.isWritableFileSystem(document.uri.scheme) !== true);
  });

  it("open as the items that were stored", async () => {
    const document = await shown("openRawTranscript");
    assert.equal(document.languageId, "json");
    const { contacts } = JSON.parse(document.getText()) as {
      readonly contacts: readonly { readonly transcript: { readonly ContactId: string } }[];
    };
    assert.deepEqual(
      contacts.map(({ transcript }) => transcript.ContactId),
      [C2],
    );
  });

  it("hide personal data where the panel in front does", async () => {
    await commands.executeCommand("contactChains.openTranscript", row);
    await commands.executeCommand("contactChains.hidePersonalData");
    const document = await shown("openAsDocument");
    assert.match(document.uri.path, /^\/c2000000 transcript, personal data hidden\.md$/);
    assert.match(document.getText(), /^# Transcript of c1000000\n[^]*Customer 1/);
    assert.doesNotMatch(document.getText(), /Jonas/);
  });

  it("stand side by side in the diff editor", async () => {
    await withActiveAnswers(commands.executeCommand("contactChains.compareTranscripts", row));
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof TabInputTextDiff);
    assert.equal(transcriptPlaceOf(input.original)?.choice.contactId, C2);
    assert.ok(transcriptPlaceOf(input.modified) !== undefined);
  });

  it("have an address that tells what to read again", () => {
    for (const kind of ["chain", "contact"] as const)
      for (const form of ["md", "json"] as const)
        for (const hidesPersonal of [false, true]) {
          const choice = { kind, contactId: C1 };
          const uri = transcriptUri({ connection: sandbox, choice }, form, hidesPersonal);
          assert.deepEqual(transcriptPlaceOf(uri), {
            connectionId: "sandbox",
            choice,
            form,
            hidesPersonal,
          });
        }
    assert.equal(
      transcriptPlaceOf({ path: "/x.json", query: "connection=x&kind=contact" }),
      undefined,
    );
  });
});
