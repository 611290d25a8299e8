import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  Position,
  TextDocument,
} from "vscode";
import {
  CodeActionKind,
  commands,
  DiagnosticSeverity,
  languages,
  MarkdownString,
  Range,
  SnippetString,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { runCommand } from "../../src/commands";
import type { CommandName } from "../../src/commands/names";
import { tryWithContact } from "../../src/commands/tryWithContact";
import { rehydrationTypes } from "../../src/domain/association";
import {
  association,
  exported,
  flow,
  given,
  onError,
  setting,
  step,
  textOf,
} from "../unit/flow/flows";
import { eventually } from "../host/workbench/eventually";
import { withActiveAnswers, withAnswers } from "./support/answers";
import { lastShown } from "./support/reading";
import type { Rig } from "./support/rig";
import { startRig } from "./support/rig";

const C2 = "c2000000-0000-4000-8000-000000000002";
const C4 = "c4000000-0000-4000-8000-000000000004";
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

/** The place in the middle of a text. */
function inside(document: TextDocument, text: string): Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, text);
  return document.positionAt(at + Math.floor(text.length / 2));
}

function fixesAt(document: TextDocument, text: string): Thenable<readonly CodeAction[]> {
  const place = inside(document, text);
  return commands.executeCommand(
    "vscode.executeCodeActionProvider",
    document.uri,
    new Range(place, place),
    CodeActionKind.QuickFix.value,
    10,
  );
}

async function hoverAt(document: TextDocument, text: string): Promise<string> {
  const hovers = await commands.executeCommand<readonly Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    inside(document, text),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : ""))
    .join("\n");
}

/** What is offered at a place, by its label. */
async function offered(
  document: TextDocument,
  position: Position,
): Promise<ReadonlyMap<string, CompletionItem>> {
  const { items } = await commands.executeCommand<CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return new Map(
    items.map((item) => [typeof item.label === "string" ? item.label : item.label.label, item]),
  );
}

const lensesOf = (document: TextDocument): Thenable<readonly CodeLens[]> =>
  commands.executeCommand("vscode.executeCodeLensProvider", document.uri, 10);

async function shown(value: unknown): Promise<TextDocument> {
  const document = await open(value);
  await window.showTextDocument(document);
  await readAll();
  return document;
}

function executed(lens: CodeLens | undefined): Thenable<unknown> {
  const { command, arguments: given = [] } = lens?.command ?? assert.fail("There is no lens.");
  return commands.executeCommand(command, ...(given as unknown[]));
}

/** Waits for a tab with this title. */
const untilTab = (title: RegExp): Promise<boolean> =>
  eventually(
    String(title),
    () => {
      const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      assert.match(labels.join("\n"), title);
      return Promise.resolve(true);
    },
    20_000,
  );

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

  it("is read when it is saved only, if it is large", async () => {
    const filler = step("say", "end", { Parameters: { Text: "x".repeat(1_000_000) } });
    const large = await open(flow(given({ RehydrationType: "no" }), filler));
    const small = await open(flow(given({ RehydrationType: "no" })));
    await told(large, some);
    await told(small, some);
    await replace(large, '"no"', '"FROM_SEGMENT"');
    // Whatever a pause after that one would have made known is known when this one is.
    await replace(small, '"no"', '"FROM_SEGMENT"');
    await told(small, none);
    assert.equal(ours(large).length, 1);
    await large.save();
    await told(large, none);
    const [lens] = await lensesOf(large);
    assert.deepEqual(lens?.command?.arguments, ["FROM_SEGMENT"]);
  });

  it("is told nothing any more once it is closed", async () => {
    const document = await open(flow(given({ RehydrationType: "no" })));
    await told(document, some);
    await languages.setTextDocumentLanguage(document, "plaintext");
    await told(document, none);
  });

  it("is mended by a quick fix, in its own layout", async () => {
    const wrong = flow(association({ Transitions: { NextAction: "end" } }));
    const document = await open(JSON.stringify(wrong, undefined, 4));
    await window.showTextDocument(document);
    await told(document, some);
    const [fix] = await fixesAt(document, "CreatePersistentContactAssociation");
    assert.equal(fix?.title, "Add an Error branch that goes on without the history");
    assert.equal(fix.isPreferred, true);
    assert.ok(fix.edit && (await workspace.applyEdit(fix.edit)));
    await told(document, none);
    assert.ok(await document.save());
    const written = readFileSync(document.uri.fsPath, "utf8");
    assert.equal(written, JSON.stringify(exported, undefined, 4));
  });

  it("gets the choice where there is one", async () => {
    const document = await open(flow(given({ RehydrationType: "SEGMENT" })));
    await told(document, some);
    const fixes = await fixesAt(document, '"SEGMENT"');
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ["Set RehydrationType to ENTIRE_PAST_SESSION", "Set RehydrationType to FROM_SEGMENT"],
    );
    assert.deepEqual(await fixesAt(document, "DisconnectParticipant"), []);
  });

  it("tells what an action and its parameters mean", async () => {
    const set = setting("set", "continue", { previousContactId: "$.External.id" });
    const document = await open(flow(set, given({ RehydrationType: "FROM_SEGMENT" })));
    await readAll();
    assert.match(
      await hoverAt(document, "CreatePersistentContactAssociation"),
      /history of a past chat[^]*FROM\\?_SEGMENT/,
    );
    assert.match(await hoverAt(document, "FROM_SEGMENT"), /all before it/);
    assert.match(await hoverAt(document, "SourceContactId"), /this flow sets in “set”/);
    assert.equal(await hoverAt(document, "DisconnectParticipant"), "");
    const elsewhere = await open({ RehydrationType: "FROM_SEGMENT", StartAction: 1, Actions: 1 });
    assert.equal(await hoverAt(elsewhere, "FROM_SEGMENT"), "");
  });

  it("offers rehydration types, also where nothing is written yet", async () => {
    const text = textOf(exported);
    for (const written of ['"RehydrationType": "ENTIRE_PAST_SESSION"', '"RehydrationType": ']) {
      const document = await open(text.replace(/"RehydrationType": "\w+"/, written));
      await readAll();
      const at = document.getText().indexOf(written) + '"RehydrationType": '.length;
      const items = await offered(document, document.positionAt(at));
      assert.ok(items.has("ENTIRE_PAST_SESSION"));
      const item = items.get("FROM_SEGMENT");
      assert.equal(item?.insertText, '"FROM_SEGMENT"');
      assert.ok(item.range instanceof Range);
      assert.equal(document.getText(item.range), written.slice('"RehydrationType": '.length));
    }
  });

  it("offers the attributes that it knows", async () => {
    const set = setting("set", "continue", { lastChat: "$.External.id" });
    const read = step("read", "set", { Parameters: { Text: "$.Attributes.greeting" } });
    const document = await open(flow(read, set, given({ SourceContactId: "" })));
    await readAll();
    const at = inside(document, '""');
    const items = await offered(document, at);
    assert.deepEqual(
      [...items.values()].map(({ insertText, detail }) => [insertText, detail]),
      [
        ['"$.Attributes.lastChat"', "set in this flow"],
        ['"$.Attributes.greeting"', "read in this flow"],
        ['"$.Attributes.previousContactId"', "passed by whoever starts the chat"],
      ],
    );
  });

  it("offers the whole action between others, and is right with it", async () => {
    const text = textOf(flow(step("say", "end"))).replace(
      /\},\n( +\{\n +"Identifier": "end")/,
      "},\n\n$1",
    );
    const document = await open(text);
    const editor = await window.showTextDocument(document);
    await readAll();
    const line = document.positionAt(document.getText().indexOf("\n\n") + 1);
    const item = (await offered(document, line)).get("CreatePersistentContactAssociation");
    assert.ok(item?.insertText instanceof SnippetString && item.range instanceof Range);
    assert.ok(await editor.insertSnippet(item.insertText, item.range));
    await replace(document, "NEXT_ACTION", "end");
    await replace(document, "ERROR_ACTION", "end");
    await told(document, ([problem]) => problem?.message.includes("No way leads") === true);
    const { Identifier } = (JSON.parse(document.getText()) as typeof exported).Actions[1] ?? {};
    await replace(document, '"NextAction": "end"', `"NextAction": "${Identifier}"`);
    await told(document, none);
  });

  it("offers nothing where another file has the same words", async () => {
    const document = await open({ Version: "1", Parameters: { RehydrationType: "" } });
    await readAll();
    const items = await offered(document, inside(document, '""'));
    assert.ok([...items.values()].every(({ insertText }) => insertText !== '"FROM_SEGMENT"'));
  });

  it("can be tried from over each of its actions, with the type that it has there", async () => {
    const document = await open(flow(given({ RehydrationType: "FROM_SEGMENT" })));
    await readAll();
    const lenses = await lensesOf(document);
    assert.deepEqual(
      lenses.map(({ range, command }) => [
        document.getText(range),
        command?.title,
        command?.command,
        command?.arguments,
      ]),
      [
        [
          '"CreatePersistentContactAssociation"',
          "Try with a contact",
          "contactChains.tryWithContact",
          ["FROM_SEGMENT"],
        ],
        [
          '"CreatePersistentContactAssociation"',
          "Preview rehydration",
          "contactChains.previewRehydration",
          undefined,
        ],
      ],
    );
    assert.deepEqual(await lensesOf(await open({ Resources: exported })), []);
  });

  it("leads to the preview from over the action, in the product itself", async () => {
    const [, preview] = await lensesOf(await shown(exported));
    await withActiveAnswers(executed(preview));
    await untilTab(/^Preview of [0-9a-f]{8}$/m);
  });

  it("leads from over the action to a chat that is continued with the contact that is chosen", async () => {
    const rig = await startRig();
    try {
      const [lens] = await lensesOf(await shown(flow(given({ RehydrationType: "FROM_SEGMENT" }))));
      const { command, arguments: [type] = [] } = lens?.command ?? assert.fail("There is no lens.");
      assert.ok((await commands.getCommands()).includes(command));
      const listed = await withAnswers([C4, "c2000000", "From segment"], () =>
        runCommand(rig.app, command as CommandName, type),
      );
      assert.match(listed.at(-1)?.join() ?? "", /Entire past session.*From segment c2000000/);
      const [call, ...others] = await rig.asked("CreatePersistentContactAssociation");
      const { InitialContactId, SourceContactId, RehydrationType } = call?.parameters ?? {};
      assert.equal(others.length, 0);
      assert.deepEqual(
        [InitialContactId, SourceContactId, RehydrationType],
        [C4, C2, "FROM_SEGMENT"],
      );
      assert.equal(lastShown(rig).association?.outcome.kind, "done");
    } finally {
      await rig.close();
    }
  });
});

describe("Try with a contact", () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.close());

  for (const type of rehydrationTypes)
    it(`continues a chat with what is under the lens: ${type}`, async () => {
      rig.mend();
      await withActiveAnswers(tryWithContact(rig.app, type));
      const [call] = await rig.asked("CreatePersistentContactAssociation");
      assert.equal(call?.parameters["RehydrationType"], type);
    });

  it("leaves the type open where the flow does", async () => {
    rig.mend();
    await withActiveAnswers(tryWithContact(rig.app, "$.Attributes.type"));
    assert.equal((await rig.asked("CreatePersistentContactAssociation")).length, 1);
  });
});
