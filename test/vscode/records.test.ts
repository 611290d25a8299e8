import assert from "node:assert/strict";
import { commands, env, window, workspace } from "vscode";
import { callOf, cliCommand } from "../../src/commands/copyCliCommand";
import { recordPlaceOf, recordUri } from "../../src/commands/records/recordUri";
import type { ServiceRecord } from "../../src/domain/serviceRecord";
import { startRig, sandbox } from "./support/rig";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const C4 = "c4000000-0000-4000-8000-000000000004";

/** The row of a contact of the product's own Sandbox. */
const rowOf = (contactId: string) => ({
  kind: "contact",
  connection: sandbox,
  contact: { id: contactId, endedAt: 1 },
});

/** What the command shows, as JSON. */
async function shown(command: string, argument: unknown): Promise<Record<string, unknown>> {
  await commands.executeCommand(`contactChains.${command}`, argument);
  const document = window.activeTextEditor?.document ?? assert.fail("No editor was opened.");
  assert.deepEqual([document.uri.scheme, document.languageId], ["contact-chains", "json"]);
  assert.ok(workspace.fs.isWritableFileSystem(document.uri.scheme) !== true);
  return JSON.parse(document.getText()) as Record<string, unknown>;
}

describe("Records of the service", () => {
  afterEach(() => commands.executeCommand("workbench.action.closeAllEditors"));

  it("show a contact with everything that the service tells", async () => {
    const record = await shown("showContactRecord", rowOf(C2));
    assert.deepEqual(
      [record["Id"], record["InitialContactId"], record["Channel"]],
      [C2, C1, "CHAT"],
    );
    assert.match(String(record["InitiationTimestamp"]), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.ok(Array.isArray(record["Recordings"]));
    assert.match(window.activeTextEditor?.document.uri.path ?? "", /c2000000 contact\.json$/);
  });

  it("show the attributes of a session, from any of its contacts", async () => {
    const ofFirst = await shown("showAttributes", rowOf(C1));
    assert.ok(Object.keys(ofFirst).length > 0);
    assert.deepEqual(await shown("showAttributes", rowOf(C2)), ofFirst);
  });

  it("show the references of a contact, with its attachments", async () => {
    const [reference] = Object.values(await shown("showReferences", rowOf(C1)));
    assert.match(JSON.stringify(reference), /order-confirmation-NW-58213\.pdf/);
  });

  it("show where an instance keeps its transcripts", async () => {
    const storage = await shown("showStorageConfiguration", {
      kind: "connection",
      connection: sandbox,
    });
    assert.match(JSON.stringify(storage["CHAT_TRANSCRIPTS"]), /"sandbox-transcripts"/);
    assert.deepEqual(storage["ATTACHMENTS"], []);
  });

  it("say in the document why it cannot be read, where nobody asked for it by a command", async () => {
    const unknown = recordUri(sandbox, { kind: "contact", contactId: C1.replace("c1", "ff") });
    assert.match((await workspace.openTextDocument(unknown)).getText(), /^\/\/ Not found/);
    const elsewhere = recordUri({ ...sandbox, id: "gone" }, { kind: "storage" });
    assert.match((await workspace.openTextDocument(elsewhere)).getText(), /^\/\/ .*no connection/);
  });

  it("have an address that tells what to read again", () => {
    const records: readonly ServiceRecord[] = [
      { kind: "contact", contactId: "a&b=c/%20" },
      { kind: "attributes", contactId: C1 },
      { kind: "references", contactId: C1 },
      { kind: "storage" },
    ];
    for (const record of records) {
      const uri = recordUri({ ...sandbox, id: "x&y", name: "North/South" }, record);
      assert.deepEqual(recordPlaceOf(uri), { connectionId: "x&y", record });
    }
    assert.equal(recordPlaceOf({ query: "connection=x&kind=contact" }), undefined);
    assert.equal(recordPlaceOf({ query: "connection=x&kind=other" }), undefined);
  });
});

describe("Copying", () => {
  it("copies a contact's ARN", async () => {
    await commands.executeCommand("contactChains.copyContactArn", rowOf(C4));
    assert.equal(
      await env.clipboard.readText(),
      `arn:aws:connect:us-east-1:111122223333:instance/${sandbox.instanceId}/contact/${C4}`,
    );
  });

  it("writes a call for the AWS CLI, with words quoted for the shell", () => {
    const call = {
      operation: "create-persistent-contact-association",
      currentContactId: C4,
      sourceContactId: C2,
      rehydrationType: "FROM_SEGMENT",
      clientToken: "one-wish",
    } as const;
    const target = { instanceId: "i", region: "us-east-1", profile: "it's mine" };
    assert.equal(
      cliCommand(call, target, "/bin/bash"),
      `aws connect create-persistent-contact-association --instance-id i --initial-contact-id ${C4} --rehydration-type FROM_SEGMENT --source-contact-id ${C2} --client-token one-wish --region us-east-1 --profile 'it'\\''s mine'`,
    );
    const { profile: _profile, ...ofSandbox } = {
      ...target,
      endpointUrl: "http://127.0.0.1:4599",
    };
    assert.equal(
      cliCommand({ operation: "describe-contact", contactId: C1 }, ofSandbox, "/bin/bash"),
      `aws connect describe-contact --instance-id i --contact-id ${C1} --region us-east-1 --endpoint-url http://127.0.0.1:4599`,
    );
  });

  it("asks for the attributes of a session by its first contact, whichever contact was chosen", async () => {
    const rig = await startRig();
    const chosen = { connection: sandbox, contactId: C2 };
    const call = await callOf(rig.app, chosen, "get-contact-attributes");
    await rig.close();
    assert.deepEqual(call, { operation: "get-contact-attributes", initialContactId: C1 });
  });
});
