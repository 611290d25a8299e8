import { ConnectClient } from "@aws-sdk/client-connect";
import { ConnectParticipantClient } from "@aws-sdk/client-connectparticipant";
import { S3Client } from "@aws-sdk/client-s3";
import { type Access, endpointOf, needsPathStyle } from "./access";
import { type AskMfaCode, forgetCredentials, sharedCredentials } from "./credentials";

/** When an attempt is given up, in milliseconds. */
export interface Timeouts {
  readonly connectionMs: number;
  /** Until the answer begins, and between any two pieces of it. */
  readonly requestMs: number;
}

const usualTimeouts: Timeouts = { connectionMs: 5_000, requestMs: 30_000 };

export interface ClientSettings {
  readonly access: Access;
  readonly region: string;
  readonly timeouts?: Timeouts;
  readonly askMfaCode?: AskMfaCode;
}

/** The SDK's clients of one account and Region: made at the first use, closed together. */
export class Clients {
  private connecting: Promise<ConnectClient> | undefined;
  private participating: Promise<ConnectParticipantClient> | undefined;
  private storing: Promise<S3Client> | undefined;
  private readonly made: { destroy(): void }[] = [];

  constructor(private readonly settings: ClientSettings) {}

  connect(): Promise<ConnectClient> {
    return (this.connecting ??= this.makeConnect());
  }

  participant(): Promise<ConnectParticipantClient> {
    return (this.participating ??= this.makeParticipant());
  }

  s3(): Promise<S3Client> {
    return (this.storing ??= this.makeS3());
  }

  /** The next call gets new clients, which read the profile and its credentials again. Calls under way keep theirs. */
  renew(): void {
    const { access } = this.settings;
    if (access.kind !== "sandbox") forgetCredentials({ ...this.settings, access });
    this.connecting = undefined;
    this.participating = undefined;
    this.storing = undefined;
  }

  dispose(): void {
    for (const client of this.made) client.destroy();
  }

  private async makeConnect(): Promise<ConnectClient> {
    const endpoint = await endpointOf(this.settings.access, "connect");
    return this.keep(
      new ConnectClient({ ...common(this.settings), ...(endpoint && { endpoint }) }),
    );
  }

  private async makeParticipant(): Promise<ConnectParticipantClient> {
    const endpoint = await endpointOf(this.settings.access, "connectparticipant");
    return this.keep(
      new ConnectParticipantClient({
        ...common(this.settings),
        // Its tokens say who calls; the SDK signs all the same and wants something to sign with (domain.md §3.3).
        credentials: { accessKeyId: "PARTICIPANT", secretAccessKey: "participant" },
        ...(endpoint && { endpoint }),
      }),
    );
  }

  private async makeS3(): Promise<S3Client> {
    const endpoint = await endpointOf(this.settings.access, "s3");
    return this.keep(
      new S3Client({
        ...common(this.settings),
        // The bucket may lie in another Region than the instance.
        followRegionRedirects: true,
        ...(endpoint && { endpoint, forcePathStyle: needsPathStyle(endpoint) }),
      }),
    );
  }

  private keep<Client extends { destroy(): void }>(client: Client): Client {
    this.made.push(client);
    return client;
  }
}

function common(settings: ClientSettings) {
  const { region, timeouts = usualTimeouts } = settings;
  return {
    region,
    maxAttempts: 3,
    retryMode: "standard",
    ignoreConfiguredEndpointUrls: true,
    requestHandler: {
      connectionTimeout: timeouts.connectionMs,
      requestTimeout: timeouts.requestMs,
      socketTimeout: timeouts.requestMs,
      throwOnRequestTimeout: true,
    },
    ...credentialsOf(settings),
  };
}

function credentialsOf(settings: ClientSettings) {
  const { access } = settings;
  if (access.kind === "sandbox")
    return {
      credentials: { accessKeyId: "SANDBOX", secretAccessKey: "sandbox" },
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
    };
  return {
    ...(access.kind === "profile" && { profile: access.profile }),
    credentials: sharedCredentials({ ...settings, access }).provide,
  };
}
