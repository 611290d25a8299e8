import { randomUUID } from "node:crypto";
import type { StartChatContactRequest, StartChatContactResponse } from "@aws-sdk/client-connect";
import { say, startChat } from "../chats";
import { checkAttributes } from "../contactAttributes";
import { continuedContact, refuse } from "../continuation";
import { once } from "../once";
import { findContact, findFlow, findInstance } from "../records";
import { participantId } from "../seed/transcript";
import { REHYDRATED, says } from "../seed/turns";
import type { State } from "../state";
import type { FromWire, Run } from "../wire";
import type { ContactRecord, InstanceRecord } from "../world";

type Input = FromWire<StartChatContactRequest>;

const MINUTE = 60_000;
/** A chat lasts 25 hours unless told otherwise (domain.md §2.4). */
const DEFAULT_MINUTES = 25 * 60;

/** The contact that the chat continues. */
const pastOf = (
  state: State,
  instance: InstanceRecord,
  { PersistentChat: wish, RelatedContactId }: Input,
): ContactRecord | undefined => {
  if (!wish) return undefined;
  if (RelatedContactId !== undefined)
    refuse("PersistentChat and RelatedContactId exclude each other.");
  const { RehydrationType: type, SourceContactId: sourceId } = wish as Partial<typeof wish>;
  return type === undefined || sourceId === undefined
    ? refuse("PersistentChat needs RehydrationType and SourceContactId.")
    : continuedContact(state, instance, { sourceId, type });
};

const contactOf = (input: Input, past: ContactRecord | undefined, now: number): ContactRecord => {
  const id = randomUUID();
  const related = past?.id ?? input.RelatedContactId;
  return {
    id,
    initialContactId: id,
    ...(related !== undefined && { relatedContactId: related }),
    channel: "CHAT",
    subtype: "connect:Chat",
    initiationMethod: "API",
    initiatedAt: now,
    attributes: { ...input.Attributes },
    persistent: past !== undefined,
  };
};

const start = (state: State, instance: InstanceRecord, input: Input) => {
  const now = state.clock.now();
  findFlow(instance, input.ContactFlowId);
  checkAttributes(input.Attributes ?? {});
  const past = pastOf(state, instance, input);
  if (input.RelatedContactId !== undefined) findContact(instance, input.RelatedContactId);
  const contact = contactOf(input, past, now);
  const chat = startChat(state, {
    instance,
    contact,
    customerName: input.ParticipantDetails.DisplayName,
    lastsMs: (input.ChatDurationInMinutes ?? DEFAULT_MINUTES) * MINUTE,
  });
  if (past) say(chat, REHYDRATED, now);
  const { InitialMessage: message } = input;
  if (message) say(chat, says(chat.customer, message.Content, message.ContentType), now);
  state.changes += 1;
  return {
    ContactId: contact.id,
    ParticipantId: participantId(contact, chat.customer),
    ParticipantToken: chat.participantToken,
    ...(past && { ContinuedFromContactId: past.id }),
  };
};

export const startChatContact: Run<StartChatContactRequest, StartChatContactResponse> = (
  input,
  state,
) => {
  const instance = findInstance(state, input.InstanceId);
  const { ClientToken: token, ...rest } = input;
  const wish = {
    operation: "StartChatContact",
    instanceId: instance.id,
    token,
    input: rest,
  };
  return once(state, wish, () => start(state, instance, input));
};
