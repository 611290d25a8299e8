import type { AwsError } from "./awsError";
import { headerOf, pathOf, queryOf, segmentsOf, type HttpAnswer, type HttpRequest } from "./http";
import { s3Operations, type S3Operation } from "./operations";
import type { S3Input } from "./s3Objects";
import type { Route, Service } from "./service";
import type { State } from "./state";
import { element, parent, xmlDocument } from "./xml";

type Labels = Readonly<Record<string, string>>;

/** Bucket and key of a path-style address. */
const labelsOf = (path: string): Labels | undefined => {
  const [bucket, ...key] = segmentsOf(path) ?? [];
  return bucket ? { Bucket: bucket, ...(key.join("/") && { Key: key.join("/") }) } : undefined;
};

const operationOf = ({ method, url }: HttpRequest, hasKey: boolean): S3Operation | undefined => {
  if (hasKey && method === "GET") return "GetObject";
  if (hasKey && method === "HEAD") return "HeadObject";
  if (hasKey && method === "PUT") return "PutObject";
  const lists = !hasKey && method === "GET" && queryOf(url).get("list-type") === "2";
  return lists ? "ListObjectsV2" : undefined;
};

const QUERY: Readonly<Record<string, string>> = {
  "continuation-token": "ContinuationToken",
  delimiter: "Delimiter",
  "encoding-type": "EncodingType",
  "max-keys": "MaxKeys",
  prefix: "Prefix",
  "start-after": "StartAfter",
};

const inputOf = (labels: Labels, request: HttpRequest): S3Input => {
  const range = headerOf(request, "range");
  const query = [...queryOf(request.url)].flatMap(([name, value]) => {
    const member = QUERY[name];
    return member === undefined ? [] : [[member, value] as const];
  });
  return { ...Object.fromEntries(query), ...labels, ...(range !== undefined && { Range: range }) };
};

const route = (request: HttpRequest): Route | undefined => {
  const labels = labelsOf(pathOf(request.url));
  const operation = labels && operationOf(request, "Key" in labels);
  if (!operation) return undefined;
  const parameters = inputOf(labels, request);
  const run = (state: State): HttpAnswer =>
    s3Operations[operation](parameters, state, request.body);
  return { operation, read: () => ({ parameters, run }) };
};

const errorDocument = ({ code, message }: AwsError, path: string, requestId: string): string => {
  const { Bucket, Key } = labelsOf(path) ?? {};
  return xmlDocument(
    parent("Error", [
      element("Code", code),
      element("Message", message),
      element("BucketName", Bucket),
      element("Key", Key),
      element("RequestId", requestId),
      element("HostId", "emulator"),
    ]),
  );
};

/** S3 on the wire: rest-xml, path style. */
export const s3Service: Service = {
  name: "s3",
  failure: "InternalError",
  requestIdHeader: "x-amz-request-id",
  route,
  refusal: (error, { request: { method, url }, requestId }) => ({
    status: error.status,
    headers: { "content-type": "application/xml" },
    // An answer to HEAD has no body: there the status alone tells.
    body: method === "HEAD" ? "" : errorDocument(error, pathOf(url), requestId),
  }),
};
