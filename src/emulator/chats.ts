import { randomUUID } from "node:crypto";
import {
  asBody,
  fileOf,
  hasEnd,
  itemOf,
  participantId,
  transcriptObject,
  type TranscriptItem,
} from "./seed/transcript";
import { CHAT_ENDED, joins, type Speaker, type Turn } from "./seed/turns";
import { saidDuring } from "./said";
import type { State } from "./state";
import type { ContactRecord, InstanceRecord } from "./world";

/** An item and the contact during which it came. */
export interface ChatItem {
  readonly contactId: string;
  readonly item: TranscriptItem;
}

/** A chat session that was started here and goes on by itself. */
export interface Chat {
  readonly instance: InstanceRecord;
  readonly customer: Speaker;
  /** Lets the customer's program connect. */
  readonly participantToken: string;
  /** The session's latest contact. */
  current: ContactRecord;
  /** Of all contacts of the session, oldest first. */
  readonly items: ChatItem[];
}

export interface Newcomer {
  readonly instance: InstanceRecord;
  readonly contact: ContactRecord;
  readonly customerName: string;
  readonly lastsMs: number;
}

/** Adds an item at this time, in milliseconds since the epoch. */
export const say = (chat: Chat, turn: Turn, at: number): TranscriptItem => {
  const item = itemOf(turn, {
    id: randomUUID(),
    at,
    participantId: turn.by && participantId(chat.current, turn.by),
  });
  chat.items.push({ contactId: chat.current.id, item });
  return item;
};

/** Ends a contact; a chat's transcript is written, to be seen some time later. */
export const endContact = (
  state: State,
  instance: InstanceRecord,
  contact: ContactRecord,
  { at, reason }: { readonly at: number; readonly reason: string },
): void => {
  const chat = state.chats.get(contact.initialContactId);
  if (chat?.current === contact) say(chat, CHAT_ENDED, at);
  const said = saidDuring(state, instance, contact);
  contact.endedAt = at;
  contact.disconnectReason = reason;
  const { transcriptStorage: storage } = instance;
  if (contact.channel !== "CHAT" || !storage || !hasEnd(contact)) return;
  const owner = { accountId: state.world.accountId, instanceId: instance.id };
  const end = itemOf(CHAT_ENDED, { id: randomUUID(), at, participantId: undefined });
  const body = asBody(fileOf(owner, contact, chat ? said : [...said, end]));
  state.world.buckets.get(storage.bucket)?.put(transcriptObject(storage, contact, () => body));
};

/** Begins a chat, which ends by itself when its time is over. */
export const startChat = (
  state: State,
  { instance, contact, customerName, lastsMs }: Newcomer,
): Chat => {
  const chat: Chat = {
    instance,
    customer: { role: "CUSTOMER", name: customerName },
    participantToken: randomUUID(),
    current: contact,
    items: [],
  };
  instance.contacts.add(contact);
  state.chats.set(contact.id, chat);
  say(chat, joins(chat.customer), contact.initiatedAt);
  state.schedule.plan(contact.initiatedAt + lastsMs, (at) => {
    if (chat.current.endedAt === undefined) {
      endContact(state, instance, chat.current, { at, reason: "EXPIRED" });
    }
  });
  return chat;
};
