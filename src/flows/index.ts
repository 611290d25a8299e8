import type { ExtensionContext } from "vscode";
import { workspace } from "vscode";
import { FlowDiagnostics } from "./flowDiagnostics";
import { FlowReadings } from "./flowReadings";

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
  );
  for (const document of workspace.textDocuments) diagnostics.tell(document);
}
