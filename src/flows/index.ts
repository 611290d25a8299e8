import type { DocumentSelector, ExtensionContext } from "vscode";
import { languages, workspace } from "vscode";
import { completionTriggers, flowCompletions } from "./flowCompletions";
import { FlowDiagnostics } from "./flowDiagnostics";
import { fixKinds, flowFixes } from "./flowFixes";
import { flowHovers } from "./flowHovers";
import { flowLenses } from "./flowLenses";
import { FlowReadings } from "./flowReadings";

const json: DocumentSelector = { language: "json" };

/** Helps in the flows that are open, from when the first of them is. */
export function helpWithFlows({ subscriptions }: Pick<ExtensionContext, "subscriptions">): void {
  const readings = new FlowReadings();
  const diagnostics = new FlowDiagnostics(readings);
  subscriptions.push(
    readings,
    diagnostics,
    workspace.onDidOpenTextDocument((document) => diagnostics.tell(document)),
    workspace.onDidSaveTextDocument((document) => diagnostics.tell(document)),
    workspace.onDidChangeTextDocument(({ document }) => diagnostics.changed(document)),
    workspace.onDidCloseTextDocument((document) => diagnostics.closed(document)),
    languages.registerCodeActionsProvider(json, flowFixes(readings), {
      providedCodeActionKinds: fixKinds,
    }),
    languages.registerCodeLensProvider(json, flowLenses(readings)),
    languages.registerHoverProvider(json, flowHovers(readings)),
    languages.registerCompletionItemProvider(json, flowCompletions, ...completionTriggers),
  );
  for (const document of workspace.textDocuments) diagnostics.tell(document);
}
