/** How an instance is reached (design §2). Holds no secrets: credentials stay where the AWS profile keeps them. */
export type Connection = SandboxConnection | AwsConnection;

interface NamedConnection {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly instanceId: string;
}

/** The emulator that comes with the extension; it is there on first use. */
export interface SandboxConnection extends NamedConnection {
  readonly kind: "sandbox";
}

export interface AwsConnection extends NamedConnection {
  readonly kind: "aws";
  /** Absent for the environment and the SDK's default chain. */
  readonly profile?: string;
  readonly tag?: "prod" | "staging" | "dev";
  readonly readOnly: boolean;
}

/** Whether nothing may be sent that changes the instance. */
export const isReadOnly = (connection: Connection): boolean =>
  connection.kind === "aws" && connection.readOnly;
