import type { TextDocument, Uri } from "vscode";
import type { Connection } from "../../domain/connection";
import type { ConnectGateway } from "../../domain/gateway";
import type { ServiceRecord } from "../../domain/serviceRecord";
import type { FreshTexts } from "../documents/freshTexts";
import { textOrReason } from "../documents/textOrReason";
import { recordPlaceOf, recordUri } from "./recordUri";

export interface RecordDocumentsParts {
  readonly connections: () => readonly Connection[];
  readonly gateway: (connection: Connection) => Promise<ConnectGateway>;
  readonly freshTexts: FreshTexts;
}

/** Records as read-only documents. */
export class RecordDocuments {
  constructor(private readonly parts: RecordDocumentsParts) {}

  /** Reads the record as it is now, also into a document that is open. Rejects with a `Failure`. */
  async open(
    connection: Connection,
    record: ServiceRecord,
    signal: AbortSignal,
  ): Promise<TextDocument> {
    const text = await this.read(connection, record, signal);
    return this.parts.freshTexts.open(recordUri(connection, record), text);
  }

  /** The text of a document; why there is none, where it cannot be read. */
  async text(uri: Uri, signal: AbortSignal): Promise<string> {
    const said = await textOrReason(
      this.parts.connections(),
      recordPlaceOf(uri),
      (connection, { record }) => this.read(connection, record, signal),
    );
    return "text" in said ? said.text : comment(said.reason);
  }

  private async read(
    connection: Connection,
    record: ServiceRecord,
    signal: AbortSignal,
  ): Promise<string> {
    const gateway = await this.parts.gateway(connection);
    return `${JSON.stringify(await gateway.serviceRecord(record, signal), null, 2)}\n`;
  }
}

const comment = (text: string): string => `// ${text.replace(/\s+/g, " ")}\n`;
