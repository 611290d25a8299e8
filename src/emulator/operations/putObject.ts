import { AwsError } from "../awsError";
import { etagOf, findBucket, type S3Run } from "../s3Objects";

/** Takes the bytes of an attachment that was announced, and nothing else: transcripts are written by the service. */
export const putObject: S3Run = (input, state, body) => {
  const bucket = findBucket(state, input["Bucket"]);
  const key = input["Key"] ?? "";
  const attachment = state.attachments.get(key.slice(key.lastIndexOf("/") + 1));
  const now = state.clock.now();
  const isAwaited = attachment?.key === key && !attachment.isSent && attachment.openUntil > now;
  if (!isAwaited) throw new AwsError("AccessDenied", "Access Denied");
  if (body.length !== attachment.size) {
    throw new AwsError("InvalidArgument", `${attachment.size} bytes were announced.`);
  }
  const object = { key, lastModified: now, availableAt: now, body: () => body };
  bucket.put(object);
  state.changes += 1;
  return { status: 200, headers: { etag: etagOf(object) }, body: "" };
};
