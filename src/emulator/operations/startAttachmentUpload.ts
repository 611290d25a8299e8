import type {
  StartAttachmentUploadRequest,
  StartAttachmentUploadResponse,
} from "@aws-sdk/client-connectparticipant";
import { addressOf, announce } from "../attachments";
import { once } from "../once";
import { connectedBy } from "../participants";
import type { State } from "../state";
import type { FromWire, Run } from "../wire";

/** Not documented. */
const OPEN_SECONDS = 900;

const start = (state: State, input: FromWire<StartAttachmentUploadRequest>) => {
  const by = connectedBy(state, input.ConnectionToken);
  const openUntil = state.clock.now() + OPEN_SECONDS * 1000;
  const attachment = announce(state, by, {
    name: input.AttachmentName,
    contentType: input.ContentType,
    size: input.AttachmentSizeInBytes,
    openUntil,
  });
  state.changes += 1;
  return {
    AttachmentId: attachment.id,
    UploadMetadata: {
      Url: addressOf(state, attachment, OPEN_SECONDS),
      UrlExpiry: new Date(openUntil).toISOString(),
      HeadersToInclude: { "content-type": attachment.contentType },
    },
  };
};

export const startAttachmentUpload: Run<
  StartAttachmentUploadRequest,
  StartAttachmentUploadResponse
> = (input, state) => {
  const { ConnectionToken: owner, ClientToken: token, ...rest } = input;
  const wish = {
    operation: "StartAttachmentUpload",
    owner,
    token,
    input: rest,
    misuse: "ValidationException",
  } as const;
  return once(state, wish, () => start(state, input));
};
