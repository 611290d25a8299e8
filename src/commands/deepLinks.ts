import { env, l10n, window } from "vscode";
import type { Link } from "./deepLink";
import { deepLinkPath, linkTargetOf } from "./deepLink";
import type { App } from "./app";
import type { ChosenContact } from "./chosenContact";
import { chosenContact } from "./chosenContact";
import { addConnection } from "./connections/addConnection";
import { showContact } from "./goToContact";

const EXTENSION = "contact-chains.contact-chains";

/** Shows the row of the contact that a link names; whoever made the link can cause nothing else. */
export async function openDeepLink(app: App, link: Link): Promise<void> {
  const target = linkTargetOf(link);
  if (target === undefined) {
    await window.showWarningMessage(l10n.t("This link names no contact that can be shown."));
    return;
  }
  const connection = app
    .connections()
    .find(({ id, instanceId }) => id === target.connection || instanceId === target.connection);
  if (connection === undefined) await offerConnection(app, target.connection);
  else await showContact(app, connection, target.contactId);
}

async function offerConnection(app: App, named: string): Promise<void> {
  const add = l10n.t("Add Connection…");
  const text = l10n.t(
    "This link leads to {0}, to which there is no connection in this window.",
    named,
  );
  if ((await window.showInformationMessage(text, add)) === add) await addConnection(app);
}

/** A link that leads to the contact on every machine that has a connection to its instance. */
export async function copyDeepLink(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenContact(app, argument, l10n.t("Copy Deep Link"));
  if (chosen !== undefined) await copyLinkTo(chosen);
}

async function copyLinkTo({ connection, contactId }: ChosenContact): Promise<void> {
  const named = connection.kind === "sandbox" ? connection.id : connection.instanceId;
  const path = deepLinkPath({ connection: named, contactId });
  await env.clipboard.writeText(`${env.uriScheme}://${EXTENSION}/${path}`);
  window.setStatusBarMessage(l10n.t("$(check) Copied the link to {0}", contactId), 3000);
}
