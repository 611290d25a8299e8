import { hash } from "node:crypto";
import { AwsError } from "./awsError";
import type { HttpAnswer } from "./http";
import type { State } from "./state";
import type { Bucket, StoredObject } from "./world";

/** Input of an S3 operation under its names in the service model; all of it travels as text. */
export type S3Input = Readonly<Partial<Record<string, string>>>;

/** What an operation of S3 does; refuses with an AwsError. */
export type S3Run = (input: S3Input, state: State, body: Buffer) => HttpAnswer;

export const findBucket = ({ world }: State, name = ""): Bucket => {
  const bucket = world.buckets.get(name);
  if (bucket) return bucket;
  throw new AwsError("NoSuchBucket", "The specified bucket does not exist");
};

export const isThere = (object: StoredObject, { clock }: State): boolean =>
  object.availableAt <= clock.now();

export const findObject = (state: State, input: S3Input): StoredObject => {
  const object = findBucket(state, input["Bucket"]).get(input["Key"] ?? "");
  if (object && isThere(object, state)) return object;
  throw new AwsError("NoSuchKey", "The specified key does not exist.");
};

/** Tells versions of an object apart; unlike S3's it doesn't come from the body, so that a listing need not make any. */
export const etagOf = ({ key, lastModified }: StoredObject): string =>
  `"${hash("md5", `${key} ${lastModified}`, "hex")}"`;

const kept = <Value>(
  known: WeakMap<StoredObject, Value>,
  object: StoredObject,
  make: (object: StoredObject) => Value,
): Value => {
  const value = known.get(object) ?? make(object);
  known.set(object, value);
  return value;
};

const bodies = new WeakMap<StoredObject, Buffer>();

/** An object's body, made once as long as the object is known. */
export const bodyOf = (object: StoredObject): Buffer => kept(bodies, object, (it) => it.body());

const typeOf = (key: string): string =>
  key.endsWith(".json") ? "application/json" : "binary/octet-stream";

const headers = new WeakMap<StoredObject, Readonly<Record<string, string>>>();

const headersFor = (object: StoredObject): Readonly<Record<string, string>> => ({
  "accept-ranges": "bytes",
  "content-type": typeOf(object.key),
  etag: etagOf(object),
  "last-modified": new Date(object.lastModified).toUTCString(),
});

/** The headers that GetObject and HeadObject share, made once as long as the object is known. */
export const headersOf = (object: StoredObject): Readonly<Record<string, string>> =>
  kept(headers, object, headersFor);
