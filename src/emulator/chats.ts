import { randomUUID } from "node:crypto";
import { endOf } from "./records";
import { saidDuring } from "./said";
import {
  asBody,
  fileOf,
  hasEnd,
  itemOf,
  participantId,
  transcriptObject,
  type TranscriptItem,
} from "./seed/transcript";
import { CHAT_ENDED, leaves, type Speaker, type Turn } from "./seed/turns";
import type { State } from "./state";
import type { ContactRecord, InstanceRecord } from "./world";

/** When a participant got a message, and when it was read; ISO 8601, UTC. */
export interface Receipt {
  readonly RecipientParticipantId: string;
  readonly DeliveredTimestamp?: string;
  readonly ReadTimestamp?: string;
}

/** An item and the contact during which it came. */
export interface ChatItem {
  readonly contactId: string;
  readonly item: TranscriptItem;
  readonly receipts: Receipt[];
}

/** Whoever takes part in a chat with a program of their own. */
export interface Participant {
  readonly chat: Chat;
  readonly id: string;
  readonly speaker: Speaker;
  presence: "invited" | "joined" | "left";
}

/** A participant's open websocket. */
export interface Line {
  readonly participant: Participant;
  /** Takes what happens in the chat, in the service's own words. */
  send(news: object): void;
  close(): void;
}

/** A chat session that is under way. */
export interface Chat {
  readonly instance: InstanceRecord;
  readonly customer: Speaker;
  /** Once the customer has joined. */
  isUnderWay: boolean;
  /** A chat has one at most. */
  bot?: Participant;
  /** Who talks to the customer now. */
  agent?: Speaker;
  /** How many agents have joined, and how often they have answered. */
  handled: number;
  answers: number;
  /** The session's latest contact. */
  current: ContactRecord;
  /** Of all contacts of the session since it is known here, oldest first. */
  readonly items: ChatItem[];
  readonly lines: Set<Line>;
}

/** Tells all who are connected. */
export const tell = ({ current, lines }: Chat, news: object): void => {
  const ids = { ContactId: current.id, InitialContactId: current.initialContactId };
  for (const line of lines) line.send({ ...news, ...ids });
};

/** The item of a turn at this time, in milliseconds since the epoch; it is in no transcript yet. */
export const itemIn = ({ current }: Chat, turn: Turn, at: number): TranscriptItem =>
  itemOf(turn, { id: randomUUID(), at, participantId: turn.by && participantId(current, turn.by) });

/** Adds an item at this time, in milliseconds since the epoch. */
export const say = (chat: Chat, turn: Turn, at: number): TranscriptItem => {
  const item = itemIn(chat, turn, at);
  chat.items.push({ contactId: chat.current.id, item, receipts: [] });
  tell(chat, item);
  return item;
};

/** When something ended, in milliseconds since the epoch, and why. */
export interface End {
  readonly at: number;
  /** Left out where none of AWS's reasons says it. */
  readonly reason?: string;
}

/** Ends a contact; a chat's transcript is written, to be seen some time later. */
export const endContact = (
  state: State,
  instance: InstanceRecord,
  contact: ContactRecord,
  { at, reason }: End,
): void => {
  contact.endedAt = at;
  if (reason !== undefined) contact.disconnectReason = reason;
  const { transcriptStorage: storage } = instance;
  if (contact.channel !== "CHAT" || !storage || !hasEnd(contact)) return;
  const owner = { accountId: state.world.accountId, instanceId: instance.id };
  const body = asBody(fileOf(owner, contact, saidDuring(state, instance, contact)));
  state.world.buckets.get(storage.bucket)?.put(transcriptObject(storage, contact, () => body));
};

/** Ends a contact, and with its latest contact the chat. */
export const end = (
  state: State,
  instance: InstanceRecord,
  contact: ContactRecord,
  how: End,
): void => {
  const chat = contact.channel === "CHAT" ? chatOf(state, instance, contact) : undefined;
  const isLatest = chat?.current === contact;
  if (isLatest) {
    if (chat.agent) say(chat, leaves(chat.agent), how.at);
    say(chat, CHAT_ENDED, how.at);
  }
  endContact(state, instance, contact, how);
  if (isLatest) for (const line of chat.lines) line.close();
};

export const isOver = ({ current }: Chat, now: number): boolean =>
  endOf(current, now) !== undefined;

/** The chat of an active contact, also of one that was under way when the world began. */
export const chatOf = (state: State, instance: InstanceRecord, contact: ContactRecord): Chat => {
  const known = state.chats.get(contact.initialContactId);
  if (known) return known;
  const customerName = contact.attributes["customerName"] ?? "Customer";
  const chat = openChat(state, { instance, contact, customerName, isUnderWay: true });
  for (const item of state.world.saidBefore(contact)) {
    chat.items.push({ contactId: contact.id, item, receipts: [] });
  }
  return chat;
};

export interface Opened {
  readonly instance: InstanceRecord;
  readonly contact: ContactRecord;
  readonly customerName: string;
  readonly isUnderWay: boolean;
}

export const openChat = (state: State, { customerName, contact, ...rest }: Opened): Chat => {
  const chat: Chat = {
    ...rest,
    customer: { role: "CUSTOMER", name: customerName },
    handled: 0,
    answers: 0,
    current: contact,
    items: [],
    lines: new Set(),
  };
  state.chats.set(contact.initialContactId, chat);
  return chat;
};
