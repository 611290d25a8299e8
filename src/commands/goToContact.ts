import { commands, l10n, window } from "vscode";
import type { Connection } from "../domain/connection";
import type { ContactReference } from "../domain/contactReference";
import { contactReferenceOf } from "../domain/contactReference";
import type { App } from "./app";
import { oneOf } from "./askConnection";
import { chosenRow } from "./chosenRow";

/** Asks for a contact by what people pass on, and shows its row, whether a search lists it or not. */
export async function goToContact(app: App, argument: unknown): Promise<void> {
  const text = await window.showInputBox({
    title: l10n.t("Go to Contact"),
    placeHolder: l10n.t("Contact id, ARN, or the address of its page in Amazon Connect"),
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.trim() === "" || contactReferenceOf(typed) !== undefined
        ? undefined
        : l10n.t("This is no contact id, ARN or address of a contact's page."),
  });
  const reference = contactReferenceOf(text ?? "");
  if (reference === undefined) return;
  const connection = await connectionOf(app, reference, chosenRow(argument)?.connection);
  if (connection !== undefined) await showContact(app, connection, reference.contactId);
}

/** Shows the contact's row, unless its Sandbox is stopped, which the person may want to change. */
export const showContact = (app: App, connection: Connection, contactId: string): Promise<void> =>
  connection.kind === "sandbox" && app.sandbox.isStopped
    ? offerStart(app)
    : revealContact(app, connection, contactId);

/** Selects a contact's row; what was expanded stays so. Rejects with a `Failure`. */
export async function revealContact(
  { tree, view }: App,
  connection: Connection,
  contactId: string,
): Promise<void> {
  const row = await window.withProgress({ location: { viewId: "contactChains.chats" } }, () =>
    tree.find(connection, contactId),
  );
  if (row !== undefined) await view.reveal(row, { select: true, focus: true });
}

export function clearFound({ tree }: App, argument: unknown): void {
  const row = chosenRow(argument);
  if (row !== undefined) tree.clearFound(row.connection);
}

/** An ARN tells the instance; otherwise it is the row's, the only one, or one that is asked for. */
async function connectionOf(
  { connections }: App,
  reference: ContactReference,
  ofRow: Connection | undefined,
): Promise<Connection | undefined> {
  const title = l10n.t("Go to Contact");
  const { instanceId, region } = reference;
  const isOfInstance = (connection: Connection): boolean =>
    (instanceId === undefined || connection.instanceId === instanceId) &&
    (region === undefined || connection.region === region);
  if (ofRow !== undefined && isOfInstance(ofRow)) return ofRow;
  const possible = connections().filter(isOfInstance);
  if (possible.length > 0) return oneOf(possible, title);
  await offerConnection(reference);
  return undefined;
}

async function offerStart({ sandbox }: App): Promise<void> {
  const start = l10n.t("Start Sandbox");
  const text = l10n.t("The Sandbox is stopped, so it has no contacts.");
  if ((await window.showInformationMessage(text, start)) === start) await sandbox.start();
}

async function offerConnection({ instanceId = "", region = "" }: ContactReference): Promise<void> {
  const add = l10n.t("Add Connection…");
  const text = l10n.t(
    "This contact belongs to instance {0} in {1}, to which there is no connection.",
    instanceId,
    region,
  );
  if ((await window.showInformationMessage(text, add)) === add)
    await commands.executeCommand("contactChains.addConnection");
}
