import type {
  StopContactStreamingRequest,
  StopContactStreamingResponse,
} from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { findContact, findInstance } from "../records";
import type { Run } from "../wire";

/** Works after the end of the chat, too; a stream is stopped once. */
export const stopContactStreaming: Run<
  StopContactStreamingRequest,
  StopContactStreamingResponse
> = ({ InstanceId, ContactId, StreamingId }, state) => {
  const instance = findInstance(state, InstanceId);
  const contact = findContact(instance, ContactId);
  const stream = state.streams.get(StreamingId);
  const isOfContact = stream?.instanceId === instance.id && stream.contactId === contact.id;
  if (!isOfContact || stream.stoppedAt !== undefined) {
    throw new AwsError(
      "ResourceNotFoundException",
      `Contact ${ContactId} has no stream ${StreamingId}.`,
    );
  }
  stream.stoppedAt = new Date(state.clock.now()).toISOString();
  state.changes += 1;
  return {};
};
