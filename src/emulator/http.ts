import type { IncomingHttpHeaders } from "node:http";
import { jsonBody } from "./jsonText";

/** A request without its socket. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** The value of a header; of one that was sent twice, the first. */
export const headerOf = (request: HttpRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

export const pathOf = (url: string): string => {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
};

export const queryOf = (url: string): URLSearchParams => {
  const start = url.indexOf("?");
  return new URLSearchParams(start === -1 ? "" : url.slice(start + 1));
};

/** The decoded segments of a path; undefined where one isn't percent-encoded as it should be. */
export const segmentsOf = (path: string): readonly string[] | undefined => {
  try {
    // Split first: an ARN arrives as one segment with an encoded slash.
    const segments = path.slice(1).split("/");
    return path.includes("%") ? segments.map(decodeURIComponent) : segments;
  } catch {
    return undefined;
  }
};

export const jsonAnswer = (
  status: number,
  content: object,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: jsonBody(content),
});
