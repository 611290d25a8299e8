import { l10n } from "vscode";
import type { Connection } from "../../domain/connection";
import { Failure } from "../../domain/failure";
import { failureLine } from "../../wording/failures";

interface OfConnection {
  readonly connectionId: string;
}

/** What a document says; why there is none, where its connection is gone or the text cannot be read. */
export async function textOrReason<Place extends OfConnection>(
  connections: readonly Connection[],
  place: Place | undefined,
  read: (connection: Connection, place: Place) => Promise<string>,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  const connection = connections.find(({ id }) => id === place?.connectionId);
  if (place === undefined || connection === undefined)
    return { reason: l10n.t("There is no connection any more that this could be read from.") };
  try {
    return { text: await read(connection, place) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { reason: failureLine(error) };
  }
}
