import assert from "node:assert/strict";
import { commands, env, window, workspace } from "vscode";
import { callsOf } from "../../src/commands/code/calls";
import { codeOf } from "../../src/domain/code";
import type { CodeCall } from "../../src/domain/code/call";
import { snippetOf } from "../../src/wording/snippetOf";
import { withActiveAnswers } from "./support/answers";
import { type Rig, sandbox, startRig } from "./support/rig";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const C4 = "c4000000-0000-4000-8000-000000000004";
const row = { kind: "contact", connection: sandbox, contact: { id: C2, endedAt: 1 } };

/** Runs a command and takes the first of everything that it offers. */
const takeFirst = (command: string): Promise<void> =>
  withActiveAnswers(commands.executeCommand(`contactChains.${command}`, row));

const partsOf = (call: CodeCall): readonly string[] => [
  call.operation,
  call.rehydrationType,
  call.sourceContactId,
  call.operation === "StartChatContact" ? call.contactFlowId : call.currentContactId,
];

describe("Calls as code", () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.close());
  afterEach(() => commands.executeCommand("workbench.action.closeAllEditors"));

  it("have the source that is right for their type, and names for what a contact's row does not tell", async () => {
    const past = { kind: "contact", contactId: C2 } as const;
    const calls = await callsOf(rig.app, { connection: sandbox, contactId: C2, past });
    assert.deepEqual(calls.map(partsOf), [
      ["CreatePersistentContactAssociation", "FROM_SEGMENT", C2, "CURRENT_CONTACT_ID"],
      ["CreatePersistentContactAssociation", "ENTIRE_PAST_SESSION", C1, "CURRENT_CONTACT_ID"],
      ["StartChatContact", "FROM_SEGMENT", C2, "CONTACT_FLOW_ID"],
      ["StartChatContact", "ENTIRE_PAST_SESSION", C1, "CONTACT_FLOW_ID"],
    ]);
  });

  it("continue an entire chat from a chain, and leave the past open in a chat that goes on", async () => {
    const past = { kind: "chain", contactId: C1 } as const;
    const ofChain = await callsOf(rig.app, { connection: sandbox, contactId: C1, past });
    assert.deepEqual(
      ofChain.map(({ rehydrationType, sourceContactId }) => [rehydrationType, sourceContactId]),
      [
        ["ENTIRE_PAST_SESSION", C1],
        ["ENTIRE_PAST_SESSION", C1],
      ],
    );
    const current = { connection: sandbox, contactId: C4, currentContactId: C4 };
    const [first] = await callsOf(rig.app, current);
    assert.deepEqual(first && partsOf(first).slice(2), ["PAST_CONTACT_ID", C4]);
  });

  it("are copied for the AWS CLI where no editor says otherwise", async () => {
    await takeFirst("copyAsCode");
    const copied = await env.clipboard.readText();
    assert.match(copied, /^# .*\naws connect create-persistent-contact-association \\\n/);
    assert.match(copied, new RegExp(`--source-contact-id ${C2} `));
    assert.match(copied, /--client-token [0-9a-f]{8}-[0-9a-f-]{27} /);
  });

  it("go to the cursor, in the language of the file, with what is missing selected", async () => {
    const content = "# before\n\n# after\n";
    const document = await workspace.openTextDocument({ language: "python", content });
    const editor = await window.showTextDocument(document);
    await commands.executeCommand("cursorMove", { to: "down" });
    await takeFirst("insertAsCode");
    assert.match(
      document.getText(),
      /^# before\nimport uuid\n[^]*create_persistent_contact_association\([^]*\n\n# after\n$/,
    );
    assert.equal(document.getText(editor.selection), "CURRENT_CONTACT_ID");
  });

  it("keep every character on their way into an editor", async () => {
    const call: CodeCall = {
      operation: "CreatePersistentContactAssociation",
      currentContactId: "CURRENT_CONTACT_ID",
      sourceContactId: "${1:a} $b `c` \\d",
      rehydrationType: "FROM_SEGMENT",
    };
    const target = { instanceId: "i", region: "us-east-1" };
    const code = codeOf("kotlin", { call, target, clientToken: "t" });
    const document = await workspace.openTextDocument({ content: "" });
    const editor = await window.showTextDocument(document);
    await editor.insertSnippet(snippetOf(code));
    assert.equal(document.getText(), code);
  });
});
