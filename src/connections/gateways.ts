import type { Connection } from "../domain/connection";
import type { ConnectGateway } from "../domain/gateway";
import type { Sandbox } from "./sandbox";

/** Opens the way to an instance; the AWS bundle is loaded at the first call. */
export type OpenGateway = (
  connection: Connection,
  sandboxEndpoint: () => Promise<string>,
) => Promise<ConnectGateway>;

/** One gateway a connection, opened at its first use. */
export class Gateways {
  private readonly opened = new Map<string, Promise<ConnectGateway>>();

  constructor(
    private readonly open: OpenGateway,
    private readonly sandbox: Sandbox,
  ) {}

  of(connection: Connection): Promise<ConnectGateway> {
    const opened = this.opened.get(connection.id) ?? this.openOnce(connection);
    this.opened.set(connection.id, opened);
    return opened;
  }

  /** Closes the connection's gateway; the next use opens a new one. */
  async close(connectionId: string): Promise<void> {
    const opened = this.opened.get(connectionId);
    this.opened.delete(connectionId);
    (await opened?.catch(() => undefined))?.dispose();
  }

  dispose(): void {
    for (const id of [...this.opened.keys()]) void this.close(id);
  }

  private openOnce(connection: Connection): Promise<ConnectGateway> {
    const opening = this.open(connection, () => this.sandbox.endpoint());
    opening.catch(() => this.opened.delete(connection.id));
    return opening;
  }
}
