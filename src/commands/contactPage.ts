import { env, l10n, Uri, window } from "vscode";
import type { Connection } from "../domain/connection";
import type { Instance } from "../domain/contact";
import { contactPageOf } from "../domain/contactPage";
import type { App } from "./app";
import { chosenContact } from "./chosenContact";
import { copied } from "./copied";

export async function openInAmazonConnect(app: App, argument: unknown): Promise<void> {
  const page = await chosenPage(app, argument, l10n.t("Open in Amazon Connect"));
  if (page !== undefined) await env.openExternal(Uri.parse(page, true));
}

export async function copyContactLink(app: App, argument: unknown): Promise<void> {
  const page = await chosenPage(app, argument, l10n.t("Copy Contact Link"));
  if (page !== undefined) await copied(page);
}

export async function copyContactArn(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenContact(app, argument, l10n.t("Copy Contact ARN"));
  if (chosen === undefined) return;
  const { arn } = await instanceOf(app, chosen.connection);
  await copied(`${arn}/contact/${chosen.contactId}`);
}

/** The address of a contact's page; says so where there is none. */
async function chosenPage(app: App, argument: unknown, title: string): Promise<string | undefined> {
  const real = app.connections().filter(({ kind }) => kind === "aws");
  const chosen = await chosenContact({ ...app, connections: () => real }, argument, title);
  if (chosen === undefined) return undefined;
  const { connection, contactId } = chosen;
  const page =
    connection.kind === "aws"
      ? contactPageOf(await instanceOf(app, connection), connection.region, contactId)
      : undefined;
  if (page === undefined)
    void window.showInformationMessage(
      l10n.t("{0} has no website that is known.", connection.name),
    );
  return page;
}

async function instanceOf({ gateways }: App, connection: Connection): Promise<Instance> {
  const gateway = await gateways.of(connection);
  return gateway.describeInstance(new AbortController().signal);
}
