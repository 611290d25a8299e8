import type {
  CompleteAttachmentUploadRequest,
  CompleteAttachmentUploadResponse,
} from "@aws-sdk/client-connectparticipant";
import { findAttachment, invalid } from "../attachments";
import { AwsError } from "../awsError";
import { say } from "../chats";
import { once } from "../once";
import { connectedBy, join } from "../participants";
import { sendsFile } from "../seed/turns";
import type { State } from "../state";
import type { Run } from "../wire";

const complete = (state: State, connectionToken: string, id: string): object => {
  const by = connectedBy(state, connectionToken);
  const attachment = findAttachment(state, by.chat, id);
  if (attachment.isSent) throw new AwsError("ConflictException", `${id} was completed before.`);
  if (!attachment.bucket.get(attachment.key)) throw invalid(`The bytes of ${id} did not arrive.`);
  attachment.isSent = true;
  join(state, by);
  const { name, contentType } = attachment;
  say(by.chat, sendsFile(by.speaker, name, contentType, id), state.clock.now());
  state.changes += 1;
  return {};
};

/** Puts a file whose bytes have arrived into the chat. */
export const completeAttachmentUpload: Run<
  CompleteAttachmentUploadRequest,
  CompleteAttachmentUploadResponse
> = ({ ConnectionToken, ClientToken: token, AttachmentIds }, state) => {
  const [id = ""] = AttachmentIds;
  const wish = {
    operation: "CompleteAttachmentUpload",
    owner: ConnectionToken,
    token,
    input: id,
    misuse: "ConflictException",
  } as const;
  return once(state, wish, () => complete(state, ConnectionToken, id));
};
