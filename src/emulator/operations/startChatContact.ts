import { randomUUID } from "node:crypto";
import type { StartChatContactRequest, StartChatContactResponse } from "@aws-sdk/client-connect";
import { end, openChat, say, type Chat } from "../chats";
import { checkAttributes } from "../contactAttributes";
import { continuedContact, refuse } from "../continuation";
import { once } from "../once";
import { invite } from "../participants";
import { findContact, findFlow, findInstance } from "../records";
import { says } from "../seed/turns";
import type { State } from "../state";
import type { FromWire, Run } from "../wire";
import type { ContactRecord, InstanceRecord } from "../world";

type Input = FromWire<StartChatContactRequest>;

const MINUTE = 60_000;
/** A chat lasts 25 hours unless told otherwise (domain.md §2.4). */
const DEFAULT_MINUTES = 25 * 60;
/** In which the customer's program has to connect (domain.md §3.2). */
const CONNECT_WITHIN = 5 * MINUTE;

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

/** Nobody lets a chat wait for its customer, or go on, for ever. */
const planEnds = (state: State, chat: Chat, expiresAt: number): void => {
  const endWith =
    (reason: string, isDue: () => boolean) =>
    (at: number): void => {
      const { instance, current } = chat;
      if (current.endedAt === undefined && isDue()) end(state, instance, current, { at, reason });
    };
  state.schedule.plan(
    chat.current.initiatedAt + CONNECT_WITHIN,
    endWith("CUSTOMER_CONNECTION_NOT_ESTABLISHED", () => !chat.isUnderWay),
  );
  state.schedule.plan(
    expiresAt,
    endWith("EXPIRED", () => true),
  );
};

const start = (state: State, instance: InstanceRecord, input: Input) => {
  const now = state.clock.now();
  findFlow(instance, input.ContactFlowId);
  checkAttributes(input.Attributes ?? {});
  const past = pastOf(state, instance, input);
  if (input.RelatedContactId !== undefined) findContact(instance, input.RelatedContactId);
  const contact = contactOf(input, past, now);
  instance.contacts.add(contact);
  const { DisplayName: customerName } = input.ParticipantDetails;
  const chat = openChat(state, { instance, contact, customerName, isUnderWay: false });
  const { participant, token } = invite(state, chat, chat.customer);
  planEnds(state, chat, now + (input.ChatDurationInMinutes ?? DEFAULT_MINUTES) * MINUTE);
  const { InitialMessage: message } = input;
  if (message) say(chat, says(chat.customer, message.Content, message.ContentType), now);
  state.changes += 1;
  return {
    ContactId: contact.id,
    ParticipantId: participant.id,
    ParticipantToken: token,
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
    owner: instance.id,
    token,
    input: rest,
  };
  return once(state, wish, () => start(state, instance, input));
};
