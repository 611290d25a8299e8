import type { CreateParticipantRequest, CreateParticipantResponse } from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { chatOf } from "../chats";
import { refuse } from "../continuation";
import { once } from "../once";
import { invite } from "../participants";
import { endOf, findContact, findInstance } from "../records";
import type { State } from "../state";
import { type FromWire, type Run, type ToWire } from "../wire";
import type { InstanceRecord } from "../world";

type Input = FromWire<CreateParticipantRequest>;

const create = (
  state: State,
  instance: InstanceRecord,
  { ContactId, ParticipantDetails: details }: Input,
): ToWire<CreateParticipantResponse> => {
  if (details.ParticipantRole !== "CUSTOM_BOT")
    refuse("A chat takes participants of role CUSTOM_BOT.");
  const contact = findContact(instance, ContactId);
  if (contact.channel !== "CHAT") refuse(`Contact ${ContactId} is not a chat.`);
  if (endOf(contact, state.clock.now()) !== undefined) refuse(`Contact ${ContactId} has ended.`);
  const chat = chatOf(state, instance, contact);
  if (chat.bot && chat.bot.presence !== "left") {
    throw new AwsError("ServiceQuotaExceededException", "A chat takes one custom participant.");
  }
  const name = details.DisplayName ?? "Custom bot";
  const { participant, token, expiresAt } = invite(state, chat, { role: "CUSTOM_BOT", name });
  chat.bot = participant;
  state.changes += 1;
  return {
    ParticipantId: participant.id,
    ParticipantCredentials: {
      ParticipantToken: token,
      Expiry: new Date(expiresAt).toISOString(),
    },
  };
};

/** Adds a program that reads and writes along in an active chat; it still has to connect. */
export const createParticipant: Run<CreateParticipantRequest, CreateParticipantResponse> = (
  input,
  state,
) => {
  const instance = findInstance(state, input.InstanceId);
  const { ClientToken: token, ...rest } = input;
  const wish = {
    operation: "CreateParticipant",
    owner: instance.id,
    token,
    input: rest,
    misuse: "ConflictException",
  } as const;
  return once(state, wish, () => create(state, instance, input));
};
