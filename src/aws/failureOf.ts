import {
  Failure,
  type FailureDetails,
  type FailureKind,
  type ServiceAnswer,
} from "../domain/failure";
import { type Clues, cluesOf } from "./clues";
import { kindOfName } from "./errorNames";
import { present } from "./present";

/** A 2xx answer that lacks what the service's model promises. */
export class UnreadableAnswer extends Error {
  override readonly name = "UnreadableAnswer";
}

export const stoppedBeforeAnswer = (operation: string): Failure =>
  new Failure("aborted", operation, { name: "AbortError", message: "" });

export interface Circumstances {
  /** The caller has stopped the call, whatever the error says. */
  readonly stopped?: boolean;
  /** What is known of the answer where the error itself does not carry it. */
  readonly metadata?: object;
  readonly details?: FailureDetails;
}

/** The failure that an error of the SDK, of Node or of the reading of an answer stands for. */
export function failureOf(
  operation: string,
  error: unknown,
  { stopped = false, metadata, details = {} }: Circumstances = {},
): Failure {
  if (error instanceof Failure) return error;
  if (stopped) return stoppedBeforeAnswer(operation);
  const clues = cluesOf(error, metadata);
  // An answer's error holds on to the request with its session token, and to the body: neither may reach a log.
  const options = { details, ...(!clues.isAnswered && { cause: error }) };
  return new Failure(kindOf(clues), operation, answerOf(clues), options);
}

function kindOf(clues: Clues): FailureKind {
  // An expired SSO session and a missing profile have the same name and no code: only the text tells them apart.
  if (isProviderError(clues.name) && /\bexpired\b/i.test(clues.message)) {
    return "expiredCredentials";
  }
  const known = kindOfSignature(clues) ?? kindOfName(clues.name) ?? kindOfCode(clues.code);
  return known ?? (clues.isPage === true ? "badAnswer" : kindOfStatus(clues.status));
}

/** Of signatures too, Connect has one name for everything; the words are those of AWS's signature checks. */
function kindOfSignature({ name, message }: Clues): FailureKind | undefined {
  if (name !== "InvalidSignatureException" && name !== "SignatureDoesNotMatch") return undefined;
  if (/^signature (expired|not yet current)/i.test(message)) return "clockSkew";
  return /credential should be scoped to a valid region/i.test(message) ? "wrongRegion" : undefined;
}

const isProviderError = (name: string): boolean =>
  name === "CredentialsProviderError" || name === "TokenProviderError";

function kindOfCode(code: string | undefined): FailureKind | undefined {
  if (code === undefined) return undefined;
  // Node's HTTP parser met something that is not HTTP.
  if (code.startsWith("HPE_")) return "badAnswer";
  // ERR_… are misuses of Node's API, apart from the ones of TLS; all others are errors of the system or of certificates.
  return code.startsWith("ERR_") && !code.startsWith("ERR_TLS") && !code.startsWith("ERR_SSL")
    ? undefined
    : "offline";
}

function kindOfStatus(status: number | undefined): FailureKind {
  // Nothing was answered and nothing was cut off: the request could not even be made.
  if (status === undefined) return "invalidRequest";
  if (status >= 500) return "serviceError";
  const kinds: Readonly<Record<number, FailureKind>> = {
    401: "credentials",
    403: "accessDenied",
    404: "notFound",
    410: "notFound",
    429: "throttled",
  };
  return kinds[status] ?? (status >= 400 ? "invalidRequest" : "badAnswer");
}

const answerOf = (clues: Clues): ServiceAnswer => ({
  name: nameOf(clues),
  message: messageOf(clues),
  ...present({ status: clues.status, requestId: clues.requestId, attempts: clues.attempts }),
});

/** The SDK calls every broken connection `TimeoutError`; Node's code says which it was. */
const nameOf = ({ name, code }: Clues): string =>
  code === undefined || code === "ETIMEDOUT" || (name !== "Error" && name !== "TimeoutError")
    ? name
    : code;

function messageOf({ name, message, isPage }: Clues): string {
  const noMessage = message === "" || message === "UnknownError" || message === "Unknown";
  // The parser's own message quotes the body, which may be a customer's words.
  if (name === "SyntaxError" || (noMessage && isPage === true)) {
    return isPage === true ? "The answer is an HTML page" : "The answer is not JSON";
  }
  // The SDK puts a word of its own where the service gave no message.
  return noMessage ? "" : message.replace(/^@[\w/-]+ - (\[\w+\] )?/, "");
}
