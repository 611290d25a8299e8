import { Uri } from "vscode";
import type { Connection } from "../../domain/connection";
import type { Complaint } from "../../domain/doctor/evidence";
import { shortId } from "../../wording/contacts";
import { recordScheme } from "../names";

export interface ReportPlace {
  readonly connectionId: string;
  readonly complaint: Complaint;
}

/** Tells everything that is needed to look again, as after a window is reloaded. The manifest knows its ending. */
export function reportUri({ id }: Connection, { contactId, association }: Complaint): Uri {
  const query = new URLSearchParams({
    connection: id,
    complaint: contactId,
    ...(association && {
      source: association.sourceContactId,
      type: association.rehydrationType,
    }),
  });
  return Uri.from({
    scheme: recordScheme,
    path: `/${shortId(contactId)} why no history.md`,
    query: query.toString(),
  });
}

/** Undefined for an address of something else. */
export function complaintOf({ query }: Pick<Uri, "query">): ReportPlace | undefined {
  const parameters = new URLSearchParams(query);
  const connectionId = parameters.get("connection");
  const contactId = parameters.get("complaint");
  if (connectionId === null || contactId === null) return undefined;
  const sourceContactId = parameters.get("source");
  const type = parameters.get("type");
  const isAsked =
    sourceContactId !== null && (type === "ENTIRE_PAST_SESSION" || type === "FROM_SEGMENT");
  return {
    connectionId,
    complaint: {
      contactId,
      ...(isAsked && { association: { sourceContactId, rehydrationType: type } }),
    },
  };
}
