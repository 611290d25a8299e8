import { Uri } from "vscode";
import type { Connection } from "../../domain/connection";
import type { ServiceRecord } from "../../domain/serviceRecord";
import { shortId } from "../../wording/contacts";
import { recordScheme } from "../names";

export interface RecordPlace {
  readonly connectionId: string;
  readonly record: ServiceRecord;
}

/** Tells everything that is needed to read the record again, as after a window is reloaded. Its last part is the tab's title. */
export function recordUri({ id, name }: Connection, record: ServiceRecord): Uri {
  const contactId = record.kind === "storage" ? "" : record.contactId;
  const of = record.kind === "storage" ? name.replace(/[\\/]/g, "-") : shortId(contactId);
  const query = new URLSearchParams({ connection: id, kind: record.kind, contact: contactId });
  return Uri.from({
    scheme: recordScheme,
    path: `/${of} ${record.kind}.json`,
    query: query.toString(),
  });
}

/** Undefined for an address that this extension did not make. */
export function recordPlaceOf({ query }: Pick<Uri, "query">): RecordPlace | undefined {
  const parameters = new URLSearchParams(query);
  const connectionId = parameters.get("connection");
  const record = recordOf(parameters.get("kind"), parameters.get("contact") ?? "");
  return connectionId === null || record === undefined ? undefined : { connectionId, record };
}

function recordOf(kind: string | null, contactId: string): ServiceRecord | undefined {
  switch (kind) {
    case "contact":
    case "attributes":
    case "references":
      return contactId === "" ? undefined : { kind, contactId };
    case "storage":
      return { kind };
    default:
      return undefined;
  }
}
