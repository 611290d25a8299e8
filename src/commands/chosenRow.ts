import type { RehydrationType } from "../domain/association";
import { hasEnded } from "../domain/contact";
import { isActive } from "../domain/chain";
import type { Connection } from "../domain/connection";
import type { ChatNode } from "../views/chatNode";

/** The row that a menu was opened on; absent where the command came from the palette. */
export const chosenRow = (argument: unknown): ChatNode | undefined =>
  isRow(argument) ? argument : undefined;

const isRow = (value: unknown): value is ChatNode =>
  typeof value === "object" && value !== null && "kind" in value && "connection" in value;

/** The contact that a row stands for: of a chain, its first one. */
export function contactIdOf(row: ChatNode | undefined): string | undefined {
  switch (row?.kind) {
    case "chain":
      return row.chain.initialContactId;
    case "contact":
      return row.contact.id;
    case "link":
      return row.relatedContactId;
    default:
      return undefined;
  }
}

/** What a row says of an association that is to be made. */
export interface Draft {
  readonly connection?: Connection;
  readonly currentContactId?: string;
  readonly past?: PastChoice;
  /** Chosen before; offered first. */
  readonly rehydrationType?: RehydrationType;
}

/** A chain leaves open which of its contacts is meant; a contact does not. */
export interface PastChoice {
  readonly kind: "chain" | "contact";
  readonly contactId: string;
}

export function draftOf(row: ChatNode | undefined): Draft {
  if (row === undefined) return {};
  const { connection } = row;
  switch (row.kind) {
    case "chain": {
      const active = row.chain.contacts.findLast((contact) => !hasEnded(contact));
      return active !== undefined && isActive(row.chain)
        ? { connection, currentContactId: active.id }
        : { connection, past: { kind: "chain", contactId: row.chain.initialContactId } };
    }
    case "contact":
      return hasEnded(row.contact)
        ? { connection, past: { kind: "contact", contactId: row.contact.id } }
        : { connection, currentContactId: row.contact.id };
    case "link":
      return { connection, past: { kind: "contact", contactId: row.relatedContactId } };
    default:
      return { connection };
  }
}
