import type { CodeActionProvider, TextDocument } from "vscode";
import { CodeAction, CodeActionKind, EndOfLine, window, WorkspaceEdit } from "vscode";
import type { Layout } from "../domain/flow/edits";
import { editsOf } from "../domain/flow/edits";
import type { Fix } from "../domain/flow/problem";
import { fixTitle } from "../wording/flows";
import type { FlowReadings } from "./flowReadings";
import { rangeOf } from "./rangeOf";

/** What it changes is worked out when it is chosen, since VS Code asks for the fixes wherever the cursor goes. */
class FixAction extends CodeAction {
  readonly version: number;

  constructor(
    readonly document: TextDocument,
    readonly fix: Fix,
  ) {
    super(fixTitle(fix), CodeActionKind.QuickFix);
    this.version = document.version;
  }
}

export const fixKinds = [CodeActionKind.QuickFix];

export const flowFixes = (readings: FlowReadings): CodeActionProvider<FixAction> => ({
  provideCodeActions(document, range, { diagnostics }) {
    const reading = readings.of(document);
    if (reading?.version !== document.version) return [];
    return reading.problems.flatMap(({ kind, fixes, span }) => {
      const place = rangeOf(document, span);
      if (place.intersection(range) === undefined) return [];
      return fixes.map((fix) => {
        const action = new FixAction(document, fix);
        action.diagnostics = diagnostics.filter(
          ({ code, range: told }) =>
            typeof code === "object" && code.value === kind && told.isEqual(place),
        );
        action.isPreferred = fixes.length === 1;
        return action;
      });
    });
  },

  resolveCodeAction(action) {
    const { document, fix, version } = action;
    if (document.version !== version) return action;
    action.edit = new WorkspaceEdit();
    for (const { offset, length, content } of editsOf(document.getText(), fix, layoutOf(document)))
      action.edit.replace(document.uri, rangeOf(document, { offset, length }), content);
    return action;
  },
});

/** That of its editor. A file of one line stays one. */
function layoutOf(document: TextDocument): Layout | undefined {
  if (document.lineCount === 1) return undefined;
  const editor = window.visibleTextEditors.find((each) => each.document === document);
  const { tabSize, insertSpaces } = editor?.options ?? {};
  return {
    tabSize: Number(tabSize ?? 2),
    insertSpaces: insertSpaces !== false,
    eol: document.eol === EndOfLine.CRLF ? "\r\n" : "\n",
  };
}
