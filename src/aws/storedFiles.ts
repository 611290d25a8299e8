import { Readable } from "node:stream";
import {
  type _Object as StoredObject,
  GetObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { Contact } from "../domain/contact";
import { Failure } from "../domain/failure";
import { MAX_TRANSCRIPT_BYTES, type ReadProgress, type TranscriptFile } from "../domain/gateway";
import type { Caller } from "./caller";
import { UnreadableAnswer } from "./failureOf";
import type { TranscriptStorage } from "./fromSdk";
import { present } from "./present";

/** An object of a bucket. */
export interface Location {
  readonly bucket: string;
  readonly key: string;
}

/** Reads transcripts from S3. */
export class StoredFiles {
  constructor(private readonly caller: Caller<S3Client>) {}

  /** Reads a file of up to {@link MAX_TRANSCRIPT_BYTES}; of a larger one nothing but its size. */
  async read(
    { bucket, key }: Location,
    signal: AbortSignal,
    onProgress?: ReadProgress,
  ): Promise<TranscriptFile> {
    const command = new GetObjectCommand({ Bucket: bucket, Key: key });
    try {
      return await this.caller.call(
        {
          operation: "GetObject",
          details: { object: { bucket, key } },
          send: (client, options) => client.send(command, options),
          read: async ({ Body, ContentLength, LastModified }): Promise<TranscriptFile> => {
            if (!(Body instanceof Readable)) throw new UnreadableAnswer("The answer has no body");
            const body = await readBody(Body, ContentLength, onProgress);
            return { ...body, bucket, key, ...present({ writtenAt: LastModified?.getTime() }) };
          },
        },
        signal,
      );
    } catch (error) {
      if (error instanceof Failure && error.answer.name === "NoSuchKey") {
        return { kind: "missing", bucket, key };
      }
      throw error;
    }
  }

  /** The contact's file below the storage's prefix, in the folder of the day it began or the next (domain.md §3.5). */
  find(
    { bucket, prefix }: TranscriptStorage,
    { id, initiatedAt }: Contact,
    signal: AbortSignal,
  ): Promise<Location | undefined> {
    const beginnings = dayFolders(initiatedAt).map((day) => path(prefix, day, `${id}_`));
    return this.newest(bucket, beginnings, signal);
  }

  /**
   * What Contact Lens redacted of the contact, in the folder of the day it ended or the next. No API names the folder of the analyses
   * (domain.md §3.5): usually it is at the root of the bucket, else beside that of the transcripts.
   */
  findRedacted(
    { bucket, prefix }: TranscriptStorage,
    { id, endedAt }: Contact,
    signal: AbortSignal,
  ): Promise<Location | undefined> {
    const parent = prefix.split("/").slice(0, -1).join("/");
    const days = endedAt === undefined ? [] : dayFolders(endedAt);
    const beginnings = [...new Set(["", parent])].flatMap((root) =>
      days.map((day) => path(root, REDACTED_FOLDER, day, `${id}_analysis_redacted_`)),
    );
    return this.newest(bucket, beginnings, signal);
  }

  /** Of the first of these beginnings of keys that any file has; the names go on with the time, so that the newest comes last. */
  private async newest(
    bucket: string,
    beginnings: readonly string[],
    signal: AbortSignal,
  ): Promise<Location | undefined> {
    for (const beginning of beginnings) {
      const keys = await this.keysBelow(bucket, beginning, signal);
      const key = keys.findLast((candidate) => candidate.endsWith(".json"));
      if (key !== undefined) return { bucket, key };
    }
    return undefined;
  }

  private keysBelow(
    bucket: string,
    prefix: string,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix });
    return this.caller.call(
      {
        operation: "ListObjectsV2",
        details: { object: { bucket, key: prefix } },
        send: (client, options) => client.send(command, options),
        read: ({ Contents }) => (Contents ?? []).flatMap(keyOf),
      },
      signal,
    );
  }
}

const DAY = 24 * 60 * 60 * 1000;

const REDACTED_FOLDER = "Analysis/Chat/Redacted";

/** `YYYY/MM/DD` in UTC: of that day and of the next. */
const dayFolders = (time: number): readonly string[] =>
  [time, time + DAY].map((day) => new Date(day).toISOString().slice(0, 10).replaceAll("-", "/"));

const path = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("/");

const keyOf = ({ Key }: StoredObject): readonly string[] => (Key === undefined ? [] : [Key]);

type Body =
  | { readonly kind: "text"; readonly text: string; readonly bytes: number }
  | { readonly kind: "tooLarge"; readonly bytes: number };

async function readBody(
  body: Readable,
  contentLength: number | undefined,
  onProgress: ReadProgress | undefined,
): Promise<Body> {
  if (contentLength !== undefined && contentLength > MAX_TRANSCRIPT_BYTES) {
    body.destroy();
    return { kind: "tooLarge", bytes: contentLength };
  }
  const chunks: Buffer[] = [];
  let received = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    received += chunk.length;
    // Leaving the loop destroys the stream.
    if (received > MAX_TRANSCRIPT_BYTES) return { kind: "tooLarge", bytes: received };
    onProgress?.(received, contentLength ?? received);
  }
  // Takes a byte order mark away, which JSON does not allow.
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  return { kind: "text", text, bytes: received };
}
