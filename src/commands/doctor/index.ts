import { env, l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import type { Connection } from "../../domain/connection";
import type { Complaint } from "../../domain/doctor/evidence";
import { diagnose } from "../../domain/doctor/diagnose";
import type { App } from "../app";
import { chosenContact } from "../chosenContact";
import { chosenRow } from "../chosenRow";
import { textOrReason } from "../documents/textOrReason";
import { readEvidence } from "./readEvidence";
import { toReport } from "./report";
import type { ReportPlace } from "./reportUri";
import { reportUri } from "./reportUri";

/** Looks for the reason why a chat lacks its history, and opens what was found. */
export async function whyNoHistory(app: App, argument: unknown): Promise<void> {
  const row = chosenRow(argument);
  const chosen =
    row?.kind === "link"
      ? { connection: row.connection, contactId: row.from.id }
      : await chosenContact(app, argument, l10n.t("Why Is There No History?"));
  if (chosen !== undefined)
    await showReport(app, chosen.connection, { contactId: chosen.contactId });
}

/** Rejects with a `Failure` where the service can't be asked at all. */
export async function showReport(
  app: App,
  connection: Connection,
  complaint: Complaint,
): Promise<void> {
  const title = l10n.t("Looking for the reason");
  const text = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return report(app, connection, complaint, abort.signal);
    },
  );
  const document = await app.freshTexts.open(reportUri(connection, complaint), text);
  await window.showTextDocument(document, { preview: true });
}

/** What the document of a report says; why there is none, where the service can't be asked. */
export async function reportText(
  app: App,
  place: ReportPlace,
  signal: AbortSignal,
): Promise<string> {
  const said = await textOrReason(app.connections(), place, (connection, { complaint }) =>
    report(app, connection, complaint, signal),
  );
  return "text" in said ? said.text : said.reason;
}

async function report(
  { gateways, now }: App,
  connection: Connection,
  complaint: Complaint,
  signal: AbortSignal,
): Promise<string> {
  const gateway = await gateways.of(connection);
  const evidence = await readEvidence(gateway, complaint, { signal, now: () => now(connection) });
  return toReport({ connection, evidence, findings: diagnose(evidence) });
}

/** The report as it is, for a ticket: from its editor's title, or of the editor that has the focus. */
export async function copyReport(_app: App, argument: unknown): Promise<void> {
  const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  if (uri === undefined) return;
  const document = await workspace.openTextDocument(uri);
  await env.clipboard.writeText(document.getText());
  window.setStatusBarMessage(l10n.t("$(check) Copied the report"), 3000);
}
