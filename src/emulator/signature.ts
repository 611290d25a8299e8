import { headerOf, queryOf, type HttpRequest } from "./http";

/** Scope of a credential, such as `KEY/20260101/us-east-1/connect/aws4_request`; version 4a leaves the Region out. */
const scopeOf = (request: HttpRequest): string | undefined => {
  const header = headerOf(request, "authorization");
  if (header !== undefined) return /\bCredential=([^,\s]+)/.exec(header)?.[1] ?? "";
  return queryOf(request.url).get("X-Amz-Credential") ?? undefined;
};

/**
 * The service that a request was signed for: undefined where it isn't signed at all, empty where no credential scope can be
 * read. The signature itself is not looked at: any keys will do.
 */
export const signedService = (request: HttpRequest): string | undefined => {
  const scope = scopeOf(request);
  if (scope === undefined) return undefined;
  const end = scope.lastIndexOf("/");
  return scope.slice(scope.lastIndexOf("/", end - 1) + 1, Math.max(0, end));
};
