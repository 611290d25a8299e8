import type { ContactRecord } from "../world";
import type { Continuation, DayChat, Handling } from "./day";
import type { QueueName } from "./organization";
import { createRandom, hashOf, type Random } from "./random";
import { buildSession, HOUR, MINUTE, SECOND, type Beginning, type Step } from "./session";
import { TOPICS, type Topic } from "./topics";
import { uuidOf } from "./uuids";

/** The contacts of one chat, and what they talked about. */
export interface DemoSession {
  readonly contacts: readonly ContactRecord[];
  readonly topic: Topic;
  readonly customer: string;
}

/** Shortest and longest a contact lasts, in seconds. */
const LASTS: Record<Beginning, readonly [number, number]> = {
  API: [5 * 60, 14 * 60],
  TRANSFER: [4 * 60, 12 * 60],
  QUEUE_TRANSFER: [6 * 60, 13 * 60],
  DISCONNECT: [40, 110],
};

const queueOf = (chat: DayChat, beginning: Beginning): QueueName | undefined => {
  if (beginning === "DISCONNECT" || chat.subtype === "Guide") return undefined;
  const isFirst = beginning === "API";
  return isFirst && (chat.subtype ?? "Chat") !== "Chat" ? "messaging" : TOPICS[chat.topic].queue;
};

/** Why a contact ended, by how the next one begins; none of AWS's reasons says that it was transferred. */
const reasonOf = (chat: DayChat, position: number): string | undefined => {
  const [beginning] = chat.handling[position] ?? ["API"];
  const next = chat.handling[position + 1]?.[0];
  if (next === "DISCONNECT") return "AGENT_DISCONNECT";
  if (next !== undefined) return undefined;
  if (chat.reason !== undefined) return chat.reason;
  return beginning === "DISCONNECT" ? "CONTACT_FLOW_DISCONNECT" : "CUSTOMER_DISCONNECT";
};

const toStep =
  (chat: DayChat, random: Random) =>
  ([beginning, agent]: Handling, position: number): Step => {
    const drawn = random.between(...LASTS[beginning]) * SECOND + random.between(0, 999);
    return {
      beginning,
      lasts: position === 0 ? (chat.lasts ?? drawn) : drawn,
      queue: queueOf(chat, beginning),
      agent,
      disconnectReason: reasonOf(chat, position),
    };
  };

const attributesOf = (chat: DayChat): Record<string, string> => {
  const customer = hashOf(chat.customer);
  return {
    customerId: `CU-${100_000 + (customer % 900_000)}`,
    customerName: chat.customer,
    locale: TOPICS[chat.topic].locale,
    orderNumber: `NW-${10_000 + (hashOf(`${chat.customer} order`) % 90_000)}`,
  };
};

/** Not on the minute, unless the chat's length was chosen so that it ends at a certain time. */
const startOf = (now: number, { hoursAgo, customer, lasts }: DayChat): number =>
  now - Math.round(hoursAgo * HOUR) - (lasts === undefined ? hashOf(customer) % (90 * SECOND) : 0);

/** The session of one chat of the day. */
export const toSession = (now: number, chat: DayChat, continuedFrom?: string): DemoSession => {
  const name = `${chat.customer} ${chat.hoursAgo}`;
  const random = createRandom(hashOf(name));
  const step = toStep(chat, random);
  const [first, ...others] = chat.handling;
  const contacts = buildSession({
    idOf: (position) =>
      position === 0 && chat.id !== undefined ? chat.id : uuidOf(`${name} ${position}`),
    startedAt: startOf(now, chat),
    subtype: `connect:${chat.subtype ?? "Chat"}`,
    attributes: attributesOf(chat),
    steps: [step(first, 0), ...others.map((handling, index) => step(handling, index + 1))],
    continuedFrom,
    active: chat.active ?? false,
  });
  return { contacts, topic: TOPICS[chat.topic], customer: chat.customer };
};

/** The sessions of a customer who came back, each continued from the one before it. */
export const toLineage = (now: number, chats: readonly Continuation[]): DemoSession[] => {
  const sessions: DemoSession[] = [];
  for (const chat of chats) {
    const source = sessions.at(-1)?.contacts[chat.from ?? 0];
    sessions.push(toSession(now, chat, source?.id));
  }
  return sessions;
};

/** A call and a task, which no chat can be continued from. */
export const otherChannels = (
  now: number,
  ids: { voice: string; task: string },
): ContactRecord[] => {
  const common = { attributes: {}, persistent: false };
  const called = now - 948 * MINUTE;
  const created = now - 996 * MINUTE;
  return [
    {
      ...common,
      id: ids.voice,
      initialContactId: ids.voice,
      channel: "VOICE",
      subtype: "connect:Telephony",
      initiationMethod: "INBOUND",
      initiatedAt: called,
      endedAt: called + 7 * MINUTE,
      disconnectReason: "CUSTOMER_DISCONNECT",
    },
    {
      ...common,
      id: ids.task,
      initialContactId: ids.task,
      channel: "TASK",
      subtype: "connect:Task",
      initiationMethod: "API",
      initiatedAt: created,
      endedAt: created + 48 * MINUTE,
      disconnectReason: "AGENT_DISCONNECT",
    },
  ];
};
