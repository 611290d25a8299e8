import { randomUUID } from "node:crypto";
import { AwsError } from "./awsError";
import type { Chat, Participant } from "./chats";
import type { State } from "./state";
import type { Bucket } from "./world";

/** What one request may carry here; the service itself takes more. */
export const MOST_ATTACHMENT_BYTES = 1024 * 1024;

/** A file on its way into a chat, or there. */
export interface Attachment {
  readonly id: string;
  readonly by: Participant;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly bucket: Bucket;
  readonly key: string;
  /** Milliseconds since the epoch; until then its bytes are taken. */
  readonly openUntil: number;
  /** Once it stands in the chat. */
  isSent: boolean;
}

export const invalid = (message: string): AwsError => new AwsError("ValidationException", message);

const bucketOf = (state: State, { instance }: Chat): Bucket => {
  const bucket = state.world.buckets.get(instance.transcriptStorage?.bucket ?? "");
  if (bucket) return bucket;
  throw invalid("The instance stores no attachments.");
};

/** Makes room for a file; its bytes are to come by S3. */
export const announce = (
  state: State,
  by: Participant,
  file: Pick<Attachment, "name" | "contentType" | "size" | "openUntil">,
): Attachment => {
  if (file.size > MOST_ATTACHMENT_BYTES) {
    throw invalid(`AttachmentSizeInBytes: at most ${MOST_ATTACHMENT_BYTES}, is ${file.size}`);
  }
  const id = randomUUID();
  const key = `connect/${by.chat.instance.alias}/Attachments/chat/${id}`;
  const attachment = { ...file, id, by, key, bucket: bucketOf(state, by.chat), isSent: false };
  state.attachments.set(id, attachment);
  return attachment;
};

/** Where S3 takes or gives the bytes: an address that needs no other signature. */
export const addressOf = ({ host }: State, { bucket, key }: Attachment, seconds: number): string =>
  `http://${host}/${bucket.name}/${key}?X-Amz-Expires=${seconds}&X-Amz-Credential=sandbox%2F20260101%2Fus-east-1%2Fs3%2Faws4_request`;

/** An attachment of this chat. */
export const findAttachment = (state: State, chat: Chat, id: string): Attachment => {
  const attachment = state.attachments.get(id);
  if (attachment?.by.chat === chat) return attachment;
  throw invalid(`The chat has no attachment ${id}.`);
};
