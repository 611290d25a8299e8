import type { IncomingHttpHeaders } from "node:http";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Another name in the Host header means that a page got here by a DNS trick. */
const isOwnHost = (host: string | undefined, port: number): boolean => {
  const end = host?.lastIndexOf(":") ?? -1;
  if (host === undefined || end === -1) return false;
  return LOOPBACK.has(host.slice(0, end).toLowerCase()) && host.slice(end + 1) === String(port);
};

const isLoopback = (origin: string): boolean => {
  try {
    return LOOPBACK.has(new URL(origin).hostname);
  } catch {
    return false;
  }
};

/** Why a request may not be answered at all; undefined where it may. Only this machine's own programs and pages may ask. */
export const guard = ({ host, origin }: IncomingHttpHeaders, port: number): string | undefined => {
  if (!isOwnHost(host, port)) {
    return `The emulator answers to http://127.0.0.1:${port} only, in path style for S3.`;
  }
  return origin === undefined || isLoopback(origin)
    ? undefined
    : "The emulator answers no page of another machine.";
};

/** What a browser needs to let a page of this machine read the answers; undefined for whoever is no browser. */
export const corsHeaders = ({
  origin,
}: IncomingHttpHeaders): Readonly<Record<string, string>> | undefined =>
  origin === undefined
    ? undefined
    : {
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "GET, HEAD, POST, PUT, DELETE",
        "access-control-allow-headers": "*, authorization",
        "access-control-expose-headers": "*",
        vary: "Origin",
      };
