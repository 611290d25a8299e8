/** What went wrong, in kinds that a person can act on differently. */
export type FailureKind =
  | "aborted"
  | "accessDenied"
  | "badAnswer"
  | "credentials"
  | "expiredCredentials"
  | "invalidRequest"
  | "notFound"
  | "offline"
  | "serviceError"
  | "throttled"
  | "wrongSignature";

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

const brand = Symbol.for("contactChains.Failure");

/** An expected failure of a call: the only error that a gateway throws. Everything else that flies is a bug. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly [brand] = true;

  /** Each lazily loaded bundle has its own copy of this class; a failure is one in all of them. */
  static override [Symbol.hasInstance](value: unknown): value is Failure {
    return typeof value === "object" && value !== null && brand in value;
  }

  /** `operation` is AWS's name of the call, such as `DescribeContact`; `options` may carry the cause, for the log. */
  constructor(
    readonly kind: FailureKind,
    readonly operation: string,
    readonly answer: ServiceAnswer,
    options?: ErrorOptions,
  ) {
    super(`${operation}: ${answer.name}: ${answer.message}`, options);
  }
}
