import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic, TextDocument } from "vscode";
import {
  commands,
  DiagnosticSeverity,
  languages,
  Range,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { association, exported, flow, given, onError, textOf } from "../unit/flow/flows";

const folder = mkdtempSync(join(tmpdir(), "flows-"));
const names = { used: 0 };

/** A file of its own for each, so that nothing is known of it from before. */
function open(value: unknown, ending = "json"): Thenable<TextDocument> {
  const file = join(folder, `${++names.used}.${ending}`);
  writeFileSync(file, typeof value === "string" ? value : textOf(value));
  return workspace.openTextDocument(file);
}

const ours = ({ uri }: TextDocument): readonly Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source }) => source === "Contact Chains");

/** Waits until something else is told of the document than before. */
function told(
  document: TextDocument,
  isEnough: (told: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return new Promise((resolve) => {
    const look = (): void => {
      const now = ours(document);
      if (!isEnough(now)) return;
      listener.dispose();
      resolve(now);
    };
    const listener = languages.onDidChangeDiagnostics(look);
    look();
  });
}

const some = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.length > 0;
const none = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.length === 0;

/** Waits until flows are read: what was opened before has been read by then. */
async function readAll(): Promise<void> {
  await told(await open(flow(given({ RehydrationType: "no" }))), some);
}

async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  const edit = new WorkspaceEdit();
  edit.replace(
    document.uri,
    new Range(document.positionAt(at), document.positionAt(at + from.length)),
    to,
  );
  assert.ok(at >= 0 && (await workspace.applyEdit(edit)));
}

describe("A flow that is open", () => {
  afterEach(async () => {
    await workspace.saveAll();
    await commands.executeCommand("workbench.action.closeAllEditors");
  });
  after(() => rmSync(folder, { recursive: true }));

  it("is told what is wrong with it, where it is wrong", async () => {
    const document = await open(
      flow(association({ Parameters: { RehydrationType: "ENTIRE" }, Transitions: {} })),
    );
    await window.showTextDocument(document);
    const shown = await told(document, some);
    assert.deepEqual(
      shown.map(({ range, severity, code }) => [
        document.getText(range),
        severity,
        typeof code === "object" && code.value,
      ]),
      [
        ['"ENTIRE"', DiagnosticSeverity.Error, "typeUnknown"],
        ['"CreatePersistentContactAssociation"', DiagnosticSeverity.Error, "sourceMissing"],
        ['"CreatePersistentContactAssociation"', DiagnosticSeverity.Warning, "successMissing"],
        ['"CreatePersistentContactAssociation"', DiagnosticSeverity.Warning, "errorMissing"],
      ],
    );
    assert.match(shown[0]?.message ?? "", /“ENTIRE” is no rehydration type/);
  });

  it("names the other action where a chat would be continued twice", async () => {
    const first = association({
      Identifier: "first",
      Transitions: { NextAction: "continue", Errors: [onError("end")] },
    });
    const document = await open(flow(first, association()));
    const [twice] = await told(document, some);
    assert.match(twice?.message ?? "", /once.*“first”/);
    const [related] = twice?.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), document.uri.toString());
    const start = document.positionAt(document.getText().indexOf('"CreatePersistent'));
    assert.ok(related.location.range.start.isEqual(start));
  });

  it("is read again while it is written, also when it becomes a flow only then", async () => {
    const document = await open("{}");
    await window.showTextDocument(document);
    await replace(document, "{}", textOf(flow(given({ SourceContactId: "" }))));
    assert.match((await told(document, some))[0]?.message ?? "", /SourceContactId is missing/);
    await replace(document, '"SourceContactId": ""', '"SourceContactId": "$.External.id"');
    await told(document, none);
    await replace(document, "$.External.id", "$.ContactId");
    await told(document, some);
    await replace(document, '"Version"', "Version");
    await told(document, none);
  });

  it("is told nothing as it is exported, and neither is anything else", async () => {
    const wrong = flow(given({ RehydrationType: "no" }));
    const quiet = [
      await open(exported),
      await open({ Resources: { Flow: { Content: wrong } } }),
      await open({ ...wrong, StartAction: undefined }),
      await open(wrong, "txt"),
      await open({ Version: "2012-10-17", Statement: [] }),
    ];
    await readAll();
    assert.deepEqual(quiet.flatMap(ours), []);
  });

  it("is told nothing any more once it is closed", async () => {
    const document = await open(flow(given({ RehydrationType: "no" })));
    await told(document, some);
    await languages.setTextDocumentLanguage(document, "plaintext");
    await told(document, none);
  });
});
