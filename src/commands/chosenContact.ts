import type { Connection } from "../domain/connection";
import type { App } from "./app";
import { askContact } from "./askContact";
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
