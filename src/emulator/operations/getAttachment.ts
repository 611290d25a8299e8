import type {
  GetAttachmentRequest,
  GetAttachmentResponse,
} from "@aws-sdk/client-connectparticipant";
import { addressOf, findAttachment, invalid } from "../attachments";
import { AwsError } from "../awsError";
import { connectedBy } from "../participants";
import type { Run } from "../wire";

const DEFAULT_SECONDS = 300;

export const getAttachment: Run<GetAttachmentRequest, GetAttachmentResponse> = (
  { ConnectionToken, AttachmentId, UrlExpiryInSeconds: seconds = DEFAULT_SECONDS },
  state,
) => {
  const { chat, speaker } = connectedBy(state, ConnectionToken);
  if (speaker.role === "CUSTOM_BOT") {
    // Domain.md §3.2.
    throw new AwsError("AccessDeniedException", "A custom participant reads no attachments.");
  }
  const attachment = findAttachment(state, chat, AttachmentId);
  if (!attachment.isSent) throw invalid(`The upload of ${AttachmentId} is not completed.`);
  return {
    Url: addressOf(state, attachment, seconds),
    UrlExpiry: new Date(state.clock.now() + seconds * 1000).toISOString(),
    AttachmentSizeInBytes: attachment.size,
  };
};
