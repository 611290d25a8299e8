import { randomUUID } from "node:crypto";
import { AwsError } from "./awsError";
import { isOver, say, type Chat, type Participant } from "./chats";
import { beginScript } from "./scriptedAgent";
import { participantId } from "./seed/transcript";
import { joins, leaves, REHYDRATED, type Speaker } from "./seed/turns";
import type { State } from "./state";

/** A connection token lives about a day, a websocket's address 100 seconds (domain.md §3.3). */
const TOKEN_LIFE = 24 * 60 * 60 * 1000;
const ADDRESS_LIFE = 100 * 1000;

export const WEBSOCKET_PATH = "/participant/websocket";

/** What a participant's program got to take part. Times are milliseconds since the epoch. */
export interface Connection {
  readonly participant: Participant;
  readonly token: string;
  readonly expiresAt: number;
  /** Opens a websocket until then. */
  readonly ticket: string;
  readonly openUntil: number;
}

export interface Invitation {
  readonly participant: Participant;
  readonly token: string;
  readonly expiresAt: number;
}

/** Lets somebody's program connect to a chat. */
export const invite = (state: State, chat: Chat, speaker: Speaker): Invitation => {
  const id = participantId(chat.current, speaker);
  const participant: Participant = { chat, id, speaker, presence: "invited" };
  const token = randomUUID();
  state.participants.set(token, participant);
  return { participant, token, expiresAt: state.clock.now() + TOKEN_LIFE };
};

/** A token of somebody who left, or of a chat that ended, is good for nothing (domain.md §4.1). */
const checkAccess = (state: State, participant: Participant | undefined): Participant => {
  if (
    participant &&
    participant.presence !== "left" &&
    !isOver(participant.chat, state.clock.now())
  )
    return participant;
  throw new AwsError("AccessDeniedException", "The token is not, or no longer, good for a chat.");
};

export const participantOf = (state: State, participantToken: string): Participant =>
  checkAccess(state, state.participants.get(participantToken));

/** Who is connected by a connection token. */
export const connectedBy = (state: State, connectionToken: string): Participant => {
  const connection = state.connections.get(connectionToken);
  const isGood = connection && connection.expiresAt > state.clock.now();
  return checkAccess(state, isGood ? connection.participant : undefined);
};

/** Who may open a websocket by a ticket; undefined where nobody may. */
export const holderOf = (state: State, ticket: string): Participant | undefined => {
  const now = state.clock.now();
  const connection = state.tickets.get(ticket);
  if (!connection || connection.openUntil <= now) return undefined;
  const { participant } = connection;
  return participant.presence === "left" || isOver(participant.chat, now) ? undefined : participant;
};

export const connect = (state: State, participant: Participant): Connection => {
  const now = state.clock.now();
  const connection: Connection = {
    participant,
    token: randomUUID(),
    expiresAt: now + TOKEN_LIFE,
    ticket: randomUUID(),
    openUntil: now + ADDRESS_LIFE,
  };
  state.connections.set(connection.token, connection);
  state.tickets.set(connection.ticket, connection);
  return connection;
};

/** Whoever connects for the first time joins the chat. */
export const join = (state: State, participant: Participant): void => {
  if (participant.presence !== "invited") return;
  participant.presence = "joined";
  const { chat, speaker } = participant;
  const at = state.clock.now();
  say(chat, joins(speaker), at);
  if (speaker !== chat.customer) return;
  chat.isUnderWay = true;
  if (chat.current.persistent) say(chat, REHYDRATED, at);
  beginScript(state, chat, at);
};

/** Says of somebody who had joined that they left; their tokens are good for nothing from now on. */
export const leave = (state: State, participant: Participant): void => {
  const { chat } = participant;
  if (participant.presence === "joined") say(chat, leaves(participant.speaker), state.clock.now());
  participant.presence = "left";
};

/** Closes somebody's websockets. */
export const hangUp = (participant: Participant): void => {
  for (const line of participant.chat.lines) if (line.participant === participant) line.close();
};
