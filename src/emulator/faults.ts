import type { ErrorName } from "./awsError";
import type { ServiceName } from "./journal";

/** How much of an answer reaches the client. */
export type Delivery = "whole" | "half" | "nothing" | "never";

/** What a service calls a refusal. */
type Names = Readonly<Record<ServiceName, ErrorName>>;

/** What goes wrong on request: a refusal in AWS's form, an answer that no service gives, or trouble on the way. */
export type Fault =
  | {
      readonly kind: "refusal";
      /** Its name in each service. */
      readonly names: Names;
      readonly message: string;
      /** The answer's Date header says that the service's clock is ahead by this much. */
      readonly aheadMs?: number;
    }
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly type: string;
      readonly body: string;
    }
  | {
      readonly kind: "delivery";
      /** Whether the operation is done all the same. */
      readonly done: boolean;
      readonly delivery: Delivery;
      readonly delayMs?: number;
    };

const HOUR = 3_600_000;

const html = `<!DOCTYPE html>
<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>
`;

const refusal = (names: Names, message: string) => ({
  kind: "refusal" as const,
  names,
  message: `${message} (a fault that the emulator was asked for)`,
});

const delivery = (done: boolean, way: Delivery, delayMs = 0): Fault => ({
  kind: "delivery",
  done,
  delivery: way,
  delayMs,
});

const answer = (status: number, type: string, body: string): Fault => ({
  kind: "answer",
  status,
  type,
  body,
});

const FAULTS = {
  accessDenied: refusal(
    { connect: "AccessDeniedException", s3: "AccessDenied", participant: "AccessDeniedException" },
    "The identity is not authorized to perform this action",
  ),
  throttled: refusal(
    { connect: "ThrottlingException", s3: "SlowDown", participant: "ThrottlingException" },
    "Rate exceeded",
  ),
  serverError: refusal(
    {
      connect: "InternalServiceException",
      s3: "InternalError",
      participant: "InternalServerException",
    },
    "Something failed inside",
  ),
  notFound: refusal(
    {
      connect: "ResourceNotFoundException",
      s3: "NoSuchKey",
      participant: "ResourceNotFoundException",
    },
    "There is no such thing",
  ),
  expiredToken: refusal(
    { connect: "ExpiredTokenException", s3: "ExpiredToken", participant: "AccessDeniedException" },
    "The security token included in the request is expired",
  ),
  invalidToken: refusal(
    {
      connect: "UnrecognizedClientException",
      s3: "InvalidAccessKeyId",
      participant: "AccessDeniedException",
    },
    "The security token included in the request is invalid",
  ),
  badSignature: refusal(
    {
      connect: "InvalidSignatureException",
      s3: "SignatureDoesNotMatch",
      participant: "AccessDeniedException",
    },
    "The signature is not the one that the secret key gives",
  ),
  clockSkew: {
    ...refusal(
      {
        connect: "InvalidSignatureException",
        s3: "RequestTimeTooSkewed",
        participant: "AccessDeniedException",
      },
      "Signature expired: the request's time is too far from the service's",
    ),
    aheadMs: HOUR,
  },
  html: answer(502, "text/html", html),
  notJson: answer(200, "application/json", "this is neither JSON nor XML {"),
  emptyBody: answer(400, "application/json", ""),
  reset: delivery(false, "nothing"),
  answerLost: delivery(true, "nothing"),
  truncated: delivery(true, "half"),
  slow: delivery(true, "whole", 2000),
  hung: delivery(false, "never"),
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

export const faultNames = Object.keys(FAULTS);

export const isFaultName = (name: string): name is FaultName => Object.hasOwn(FAULTS, name);

export const faultOf = (name: FaultName): Fault => FAULTS[name];

/** Faults that wait for the next requests of an operation, in the order in which they were asked for. */
export class FaultQueue {
  readonly #waiting = new Map<string, FaultName[]>();

  add(operation: string, fault: FaultName, times: number): void {
    const queue = this.#waiting.get(operation) ?? [];
    for (let count = 0; count < times; count += 1) queue.push(fault);
    this.#waiting.set(operation, queue);
  }

  /** The fault of the next request, which uses it up. */
  take(operation: string): FaultName | undefined {
    return this.#waiting.get(operation)?.shift();
  }
}
