import type { CliTarget } from "../domain/cliCommand";
import type { Connection } from "../domain/connection";
import type { App } from "./app";
import { askContact } from "./askContact";
import type { Draft } from "./chosenRow";
import { chosenRow, draftOf } from "./chosenRow";

/** What a call is about: a draft that tells at least one contact. */
export interface Subject extends Draft {
  readonly connection: Connection;
  readonly contactId: string;
}

/** What the row tells, or a past chat that is asked for. */
export async function chosenSubject(
  app: App,
  argument: unknown,
  title: string,
): Promise<Subject | undefined> {
  const draft = await chosenDraft(app, argument, title);
  const connection = draft?.connection;
  const contactId = draft?.past?.contactId ?? draft?.currentContactId;
  return connection === undefined || contactId === undefined
    ? undefined
    : { ...draft, connection, contactId };
}

async function chosenDraft(app: App, argument: unknown, title: string): Promise<Draft | undefined> {
  const row = chosenRow(argument);
  if (row?.kind === "link") return { ...draftOf(row), currentContactId: row.from.id };
  if (row !== undefined) return draftOf(row);
  const asked = await askContact(app, title);
  return asked && { connection: asked.connection, past: asked.choice };
}

/** How a program outside VS Code reaches the connection's instance. */
export async function targetOf({ sandbox }: App, connection: Connection): Promise<CliTarget> {
  const { instanceId, region } = connection;
  if (connection.kind === "sandbox")
    return { instanceId, region, endpointUrl: await sandbox.endpoint() };
  const { profile } = connection;
  return { instanceId, region, ...(profile !== undefined && { profile }) };
}
