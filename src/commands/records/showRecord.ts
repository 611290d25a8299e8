import { l10n, ProgressLocation, window } from "vscode";
import type { Connection } from "../../domain/connection";
import type { ServiceRecord } from "../../domain/serviceRecord";
import type { App } from "../app";
import { oneOf } from "../askConnection";
import { chosenContact } from "../chosenContact";
import { chosenRow } from "../chosenRow";

export async function showContactRecord(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenContact(app, argument, l10n.t("Show Contact Record"));
  if (chosen !== undefined)
    await show(app, chosen.connection, { kind: "contact", contactId: chosen.contactId });
}

export async function showAttributes(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenContact(app, argument, l10n.t("Show Attributes"));
  if (chosen !== undefined)
    await show(app, chosen.connection, { kind: "attributes", contactId: chosen.contactId });
}

export async function showReferences(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenContact(app, argument, l10n.t("Show References"));
  if (chosen !== undefined)
    await show(app, chosen.connection, { kind: "references", contactId: chosen.contactId });
}

export async function showStorageConfiguration(app: App, argument: unknown): Promise<void> {
  const connection =
    chosenRow(argument)?.connection ??
    (await oneOf(app.connections(), l10n.t("Show Storage Configuration")));
  if (connection !== undefined) await show(app, connection, { kind: "storage" });
}

async function show({ records }: App, connection: Connection, record: ServiceRecord) {
  const abort = new AbortController();
  const document = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t("Reading the record") },
    () => records.open(connection, record, abort.signal),
  );
  await window.showTextDocument(document, { preview: true });
}
