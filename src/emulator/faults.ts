import type { ErrorName } from "./awsError";

/** How much of an answer reaches the client. */
export type Delivery = "whole" | "half" | "nothing" | "never";

/** What goes wrong on request: a refusal in AWS's form, an answer that no service gives, or trouble on the way. */
export type Fault =
  | {
      readonly kind: "refusal";
      readonly connect: ErrorName;
      readonly s3: ErrorName;
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

const refusal = (connect: ErrorName, s3: ErrorName, message: string) => ({
  kind: "refusal" as const,
  connect,
  s3,
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
    "AccessDeniedException",
    "AccessDenied",
    "The identity is not authorized to perform this action",
  ),
  throttled: refusal("ThrottlingException", "SlowDown", "Rate exceeded"),
  serverError: refusal("InternalServiceException", "InternalError", "Something failed inside"),
  notFound: refusal("ResourceNotFoundException", "NoSuchKey", "There is no such thing"),
  expiredToken: refusal(
    "ExpiredTokenException",
    "ExpiredToken",
    "The security token included in the request is expired",
  ),
  invalidToken: refusal(
    "UnrecognizedClientException",
    "InvalidAccessKeyId",
    "The security token included in the request is invalid",
  ),
  badSignature: refusal(
    "InvalidSignatureException",
    "SignatureDoesNotMatch",
    "The signature is not the one that the secret key gives",
  ),
  clockSkew: {
    ...refusal(
      "InvalidSignatureException",
      "RequestTimeTooSkewed",
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
