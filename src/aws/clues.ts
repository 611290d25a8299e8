import { present } from "./present";

/** What is known of an error that may be anything. */
export interface Clues {
  readonly name: string;
  readonly message: string;
  /** Node's code of a system error, such as `ECONNRESET`. */
  readonly code?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly attempts?: number;
  /** Whether the error is, or came from, an answer of the service. */
  readonly isAnswered: boolean;
  /** Whether a page came where the service gives data. */
  readonly isPage?: boolean;
}

/** Reads an error, and the metadata of its answer where that came apart from it. */
export function cluesOf(error: unknown, metadata?: object): Clues {
  if (!isRecord(error)) return { name: "Error", message: String(error), isAnswered: false };
  const known = { ...toRecord(metadata), ...toRecord(error["$metadata"]) };
  const first = Array.isArray(error["errors"]) ? toRecord(error["errors"][0]) : {};
  const rest = present({
    code: text(error["code"]) ?? text(first["code"]),
    status: number(known["httpStatusCode"]),
    requestId: text(known["requestId"]),
    attempts: number(known["attempts"]),
    isPage: isPage(toRecord(error["$response"])["headers"]),
  });
  return {
    name: text(error["name"]) ?? "Error",
    // A connection that failed on every address of a host has its messages one level down.
    message: text(error["message"]) ?? text(first["message"]) ?? "",
    isAnswered: "$response" in error,
    ...rest,
  };
}

const isPage = (headers: unknown): boolean =>
  text(toRecord(headers)["content-type"])?.startsWith("text/html") ?? false;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const toRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  isRecord(value) ? value : {};
const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;
