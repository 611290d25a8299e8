import { randomUUID } from "node:crypto";
import type {
  StartContactStreamingRequest,
  StartContactStreamingResponse,
} from "@aws-sdk/client-connect";
import { refuse } from "../continuation";
import { once } from "../once";
import { endOf, findContact, findInstance } from "../records";
import type { State } from "../state";
import { checkEndpoint } from "../streams";
import type { FromWire, Run } from "../wire";
import type { InstanceRecord } from "../world";

type Input = FromWire<StartContactStreamingRequest>;

const start = (
  state: State,
  instance: InstanceRecord,
  { ContactId, ChatStreamingConfiguration }: Input,
) => {
  const { StreamingEndpointArn: endpointArn } = ChatStreamingConfiguration;
  const now = state.clock.now();
  const contact = findContact(instance, ContactId);
  if (contact.channel !== "CHAT") refuse(`Contact ${ContactId} is not a chat.`);
  if (contact.id !== contact.initialContactId)
    refuse(`Contact ${ContactId} is not the chat's first.`);
  if (isOver(state, instance, contact.id)) refuse(`The chat of contact ${ContactId} has ended.`);
  checkEndpoint(endpointArn);
  const streamingId = randomUUID();
  const startedAt = new Date(now).toISOString();
  const where = { instanceId: instance.id, contactId: contact.id };
  state.streams.set(streamingId, { streamingId, ...where, endpointArn, startedAt });
  state.changes += 1;
  return { StreamingId: streamingId };
};

/** Whether every contact of the session has ended. */
const isOver = (state: State, { contacts }: InstanceRecord, initialContactId: string): boolean => {
  const now = state.clock.now();
  return contacts.session(initialContactId).every((contact) => endOf(contact, now) !== undefined);
};

/** Keeps what was asked for; nothing is published anywhere. */
export const startContactStreaming: Run<
  StartContactStreamingRequest,
  StartContactStreamingResponse
> = (input, state) => {
  const instance = findInstance(state, input.InstanceId);
  const { ClientToken: token, ...rest } = input;
  const wish = { operation: "StartContactStreaming", owner: instance.id, token, input: rest };
  return once(state, wish, () => start(state, instance, input));
};
