import type { Connection } from "../domain/connection";
import type { App } from "./app";
import { askContact } from "./askContact";
import type { PastChoice } from "./chosenRow";
import { chosenRow, contactIdOf } from "./chosenRow";

export interface ChosenContact {
  readonly connection: Connection;
  readonly contactId: string;
}

/** The contact that a row stands for, or one that is asked for. */
export async function chosenContact(
  app: App,
  argument: unknown,
  title: string,
): Promise<ChosenContact | undefined> {
  const row = chosenRow(argument);
  const contactId = contactIdOf(row);
  if (row !== undefined && contactId !== undefined)
    return { connection: row.connection, contactId };
  const asked = await askContact(app, title);
  return asked && { connection: asked.connection, contactId: asked.choice.contactId };
}

/** A chain with everything that it continues, or one contact. */
export interface ChosenChat {
  readonly connection: Connection;
  readonly choice: PastChoice;
}

/** The chain or contact that a row stands for, or one that is asked for. */
export async function chosenChat(
  app: App,
  argument: unknown,
  title: string,
): Promise<ChosenChat | undefined> {
  const row = chosenRow(argument);
  const contactId = contactIdOf(row);
  if (row === undefined || contactId === undefined) return askContact(app, title);
  const kind = row.kind === "contact" ? "contact" : "chain";
  return { connection: row.connection, choice: { kind, contactId } };
}
