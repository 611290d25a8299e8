import { AwsError } from "../awsError";
import { offsetKeyOf, tokenOfKey } from "../paging";
import { bodyOf, etagOf, findBucket, isThere, type S3Input, type S3Run } from "../s3Objects";
import type { State } from "../state";
import type { StoredObject } from "../world";
import { element, parent, xmlDocument } from "../xml";

const MOST_KEYS = 1000;
const NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

const maxKeysOf = ({ MaxKeys: text = String(MOST_KEYS) }: S3Input): number => {
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), MOST_KEYS);
  throw new AwsError("InvalidArgument", "Argument max-keys must be an integer of at least 0");
};

/** Part of a listing: objects and, with a delimiter, the prefixes that stand for several of them. */
interface Listing {
  readonly objects: readonly StoredObject[];
  readonly prefixes: readonly string[];
  /** The last key or prefix that was listed, where there is more behind it. */
  readonly more?: string;
}

const commonPrefixOf = (
  key: string,
  { Prefix = "", Delimiter = "" }: S3Input,
): string | undefined => {
  const end = Delimiter === "" ? -1 : key.indexOf(Delimiter, Prefix.length);
  return end === -1 ? undefined : key.slice(0, end + Delimiter.length);
};

const listed = (state: State, input: S3Input, after: string): Listing => {
  const limit = maxKeysOf(input);
  const objects: StoredObject[] = [];
  const prefixes: string[] = [];
  let last = after;
  for (const object of findBucket(state, input["Bucket"]).list(input["Prefix"] ?? "", after)) {
    const prefix = commonPrefixOf(object.key, input);
    const isListed = prefix !== undefined && last.startsWith(prefix);
    if (isListed || !isThere(object, state)) continue;
    if (objects.length + prefixes.length === limit) {
      return limit === 0 ? { objects, prefixes } : { objects, prefixes, more: last };
    }
    if (prefix === undefined) objects.push(object);
    else prefixes.push(prefix);
    last = prefix ?? object.key;
  }
  return { objects, prefixes };
};

const contentOf = (object: StoredObject, encode: (key: string) => string): string =>
  parent("Contents", [
    element("Key", encode(object.key)),
    element("LastModified", new Date(object.lastModified).toISOString()),
    element("ETag", etagOf(object)),
    element("Size", bodyOf(object).length),
    element("StorageClass", "STANDARD"),
  ]);

/** With `encoding-type=url`, keys are percent-encoded, but for their slashes. */
const encoderOf = ({ EncodingType }: S3Input): ((key: string) => string) =>
  EncodingType === "url" ? (key) => encodeURIComponent(key).replaceAll("%2F", "/") : (key) => key;

export const listObjectsV2: S3Run = (input, state) => {
  const { ContinuationToken: token } = input;
  const after = token === undefined ? (input["StartAfter"] ?? "") : offsetKeyOf(token);
  const { objects, prefixes, more } = listed(state, input, after);
  const encode = encoderOf(input);
  const encoded = (key: string | undefined) => key && encode(key);
  const root = parent(
    "ListBucketResult",
    [
      element("Name", input["Bucket"]),
      element("Prefix", encode(input["Prefix"] ?? "")),
      element("Delimiter", encoded(input["Delimiter"])),
      element("StartAfter", encoded(input["StartAfter"])),
      element("EncodingType", input["EncodingType"]),
      element("ContinuationToken", token),
      element("KeyCount", objects.length + prefixes.length),
      element("MaxKeys", maxKeysOf(input)),
      element("IsTruncated", more !== undefined),
      element("NextContinuationToken", more === undefined ? undefined : tokenOfKey(more)),
      ...objects.map((object) => contentOf(object, encode)),
      ...prefixes.map((prefix) => parent("CommonPrefixes", [element("Prefix", encode(prefix))])),
    ],
    NAMESPACE,
  );
  return { status: 200, headers: { "content-type": "application/xml" }, body: xmlDocument(root) };
};
