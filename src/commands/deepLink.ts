import { isContactId } from "../domain/contactReference";

/** A link as VS Code gives it, decoded apart from its query. */
export interface Link {
  readonly path: string;
  readonly query: string;
}

/** A contact that a link leads to. */
export interface LinkTarget {
  /** The id of a connection, or of an instance: the latter means the same on every machine. */
  readonly connection: string;
  readonly contactId: string;
}

/** `contact?connection=…&id=…`, as it stands after the extension's name. */
export const deepLinkPath = ({ connection, contactId }: LinkTarget): string =>
  `contact?${new URLSearchParams({ connection, id: contactId }).toString()}`;

/** Undefined for a link that leads nowhere. */
export function linkTargetOf({ path, query }: Link): LinkTarget | undefined {
  const parameters = new URLSearchParams(query);
  const connection = parameters.get("connection");
  const contactId = parameters.get("id")?.trim() ?? "";
  return path !== "/contact" || connection === null || !isContactId(contactId)
    ? undefined
    : { connection, contactId: contactId.toLowerCase() };
}
