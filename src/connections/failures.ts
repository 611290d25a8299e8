import type { AwsConnection, Connection } from "../domain/connection";
import { Failure, isOfCredentials } from "../domain/failure";

/** Connections of one profile that wait for its credentials. */
interface Waiting {
  readonly connections: Map<string, AwsConnection>;
  /** The person has been told; what they do about it is up to them until they ask again. */
  isTold: boolean;
}

/** Tells of missing credentials; resolves when that has been answered or put away. */
export type TellOfCredentials = (connection: AwsConnection, failure: Failure) => Promise<void>;

/**
 * The failed calls of this window: whose they were, and who waits for credentials. However many calls fail for want of one
 * profile's credentials, the person is told once, and again only after they refreshed or after it had worked in between.
 */
export class Failures {
  private readonly origins = new WeakMap<Failure, Connection>();
  private readonly told = new WeakSet<Failure>();
  private readonly waiting = new Map<string, Waiting>();
  /** Profiles whose notification is on screen. */
  private readonly open = new Set<string>();

  constructor(private readonly tell: TellOfCredentials) {}

  failed(connection: Connection, failure: Failure): void {
    this.origins.set(failure, connection);
    if (connection.kind === "aws" && isOfCredentials(failure)) this.wait(connection, failure);
  }

  /** A call was answered, so the credentials are good. */
  succeeded(connection: Connection): void {
    if (connection.kind === "aws") this.waiting.delete(keyOf(connection));
  }

  /** The person asked again, so they may be told and asked again. */
  askedAgain(connection: Connection): void {
    if (connection.kind === "aws") this.profileAskedAgain(connection.profile);
  }

  profileAskedAgain(profile: string | undefined): void {
    const waiting = this.waiting.get(profile ?? DEFAULT_CHAIN);
    if (waiting !== undefined) waiting.isTold = false;
  }

  /** The person put a question for this profile away, and needs not to be told that it was not answered. */
  putAway(profile: string | undefined): void {
    this.waitingOf(profile ?? DEFAULT_CHAIN).isTold = true;
  }

  /** Whether the person knows that this profile's credentials are missing, and has not asked again since. */
  isPutAway(profile: string | undefined): boolean {
    return this.waiting.get(profile ?? DEFAULT_CHAIN)?.isTold === true;
  }

  /** Who fails for want of credentials, and may be read again when these have changed. */
  waitingConnections(): readonly AwsConnection[] {
    return [...this.waiting.values()].flatMap(({ connections }) => [...connections.values()]);
  }

  /** Whether the notification that is on screen speaks of this failure. */
  isTold(failure: Failure): boolean {
    return this.told.has(failure);
  }

  /** Whose call it was; also of a failure that was made from another. */
  originOf(failure: Failure): Connection | undefined {
    const { cause } = failure;
    return (
      this.origins.get(failure) ?? (cause instanceof Failure ? this.originOf(cause) : undefined)
    );
  }

  private wait(connection: AwsConnection, failure: Failure): void {
    const key = keyOf(connection);
    const waiting = this.waitingOf(key);
    waiting.connections.set(connection.id, connection);
    if (this.open.has(key)) this.told.add(failure);
    else if (!waiting.isTold) this.tellNow(key, connection, failure);
    waiting.isTold = true;
  }

  private waitingOf(key: string): Waiting {
    const waiting = this.waiting.get(key) ?? { connections: new Map(), isTold: false };
    this.waiting.set(key, waiting);
    return waiting;
  }

  private tellNow(key: string, connection: AwsConnection, failure: Failure): void {
    this.told.add(failure);
    this.open.add(key);
    void this.tell(connection, failure).finally(() => this.open.delete(key));
  }
}

const DEFAULT_CHAIN = "";

/** Credentials belong to a profile; the default chain has no name. */
const keyOf = ({ profile }: AwsConnection): string => profile ?? DEFAULT_CHAIN;
