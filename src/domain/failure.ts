/** What went wrong, in kinds that a person can act on differently. */
export type FailureKind = (typeof failureKinds)[number];

export const failureKinds = [
  "aborted",
  "accessDenied",
  "badAnswer",
  "clockSkew",
  "credentials",
  "expiredCredentials",
  "invalidRequest",
  "notFound",
  "offline",
  "serviceError",
  "throttled",
  "wrongRegion",
  "wrongSignature",
] as const;

/** What the service itself said, for the panel and the log. */
export interface ServiceAnswer {
  /** AWS's error name, such as `InvalidRequestException`. */
  readonly name: string;
  readonly message: string;
  readonly status?: number;
  readonly requestId?: string;
  /** How many times the request was sent. */
  readonly attempts?: number;
}

/** How a profile's session is begun anew with the AWS CLI: `aws sso login` or `aws login`, with this profile. */
export interface SignIn {
  readonly kind: "sso" | "login";
  readonly profile: string;
}

/** What is known beside the service's answer, for the way back. */
export interface FailureDetails {
  /** Absent where the credentials are of another kind. */
  readonly signIn?: SignIn;
  /** What S3 was asked for. */
  readonly object?: { readonly bucket: string; readonly key: string };
}

export interface FailureOptions extends ErrorOptions {
  readonly details?: FailureDetails;
}

const brand = Symbol.for("contactChains.Failure");

/** An expected failure of a call: the only error that a gateway throws. Everything else that flies is a bug. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly [brand] = true;
  readonly details: FailureDetails;

  /** Each lazily loaded bundle has its own copy of this class; a failure is one in all of them. */
  static override [Symbol.hasInstance](value: unknown): value is Failure {
    return typeof value === "object" && value !== null && brand in value;
  }

  /** `operation` is AWS's name of the call, such as `DescribeContact`; `options` may carry the cause, for the log. */
  constructor(
    readonly kind: FailureKind,
    readonly operation: string,
    readonly answer: ServiceAnswer,
    { details = {}, ...options }: FailureOptions = {},
  ) {
    super(`${operation}: ${answer.name}: ${answer.message}`, options);
    this.details = details;
  }

  /** The same failure with more known of it. */
  with(details: FailureDetails): Failure {
    const { cause } = this;
    return new Failure(this.kind, this.operation, this.answer, {
      details: { ...this.details, ...details },
      ...(cause !== undefined && { cause }),
    });
  }

  /** The same failure in other words, without what caused it. */
  saying(message: string): Failure {
    const { kind, operation, answer, details } = this;
    return new Failure(kind, operation, { ...answer, message }, { details });
  }
}

/** Of the participant service, which knows tokens of chats and nothing of IAM (domain.md §3.3). */
const participantOperations: ReadonlySet<string> = new Set([
  "CreateParticipantConnection",
  "DisconnectParticipant",
  "GetTranscript",
  "SendEvent",
  "SendMessage",
]);

/** Whether it was a chat's token that was refused: usually since the chat has ended. */
export const isOfToken = ({ kind, operation }: Failure): boolean =>
  kind === "accessDenied" && participantOperations.has(operation);

/** Whether the credentials are what is missing: everything of that profile fails until they are renewed. */
export const isOfCredentials = ({ kind }: Failure): boolean =>
  kind === "credentials" || kind === "expiredCredentials";
