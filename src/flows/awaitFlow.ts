import type { Disposable, TextDocument } from "vscode";
import { Range, workspace } from "vscode";
import { hasFlowHead, headLength, namesFlowMembers } from "../domain/flow/mayBeFlow";

/**
 * Calls once, when the first flow is open. Until then a JSON file costs a look at its first lines, when it is opened or saved or when
 * a flow is pasted into it; nobody else's typing costs anything.
 */
export function awaitFlow(found: () => void): Pick<Disposable, "dispose"> {
  const waiting: Disposable[] = [];
  const stop = (): void => waiting.splice(0).forEach((listener) => void listener.dispose());
  const look = (document: TextDocument): void => {
    if (!mayBeFlow(document)) return;
    stop();
    found();
  };
  waiting.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidSaveTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some(({ text }) => namesFlowMembers(text))) look(document);
    }),
  );
  const open = workspace.textDocuments.find(mayBeFlow);
  if (open !== undefined) look(open);
  return { dispose: stop };
}

/** A file that somebody may write; the versions in a diff editor are not told anything. */
export const isWritableJson = ({ languageId, uri: { scheme } }: TextDocument): boolean =>
  languageId === "json" &&
  (scheme === "untitled" || workspace.fs.isWritableFileSystem(scheme) === true);

const HEAD_LINES = 40;

export const mayBeFlow = (document: TextDocument): boolean =>
  isWritableJson(document) &&
  hasFlowHead(document.getText(new Range(0, 0, HEAD_LINES, 0)).slice(0, headLength)) &&
  namesFlowMembers(document.getText());
