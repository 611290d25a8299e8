import { AGENTS, type AgentName } from "./organization";
import type { Random } from "./random";
import { MINUTE, SECOND, type Beginning, type Step } from "./session";
import type { Topic } from "./topics";

/** Most contacts of one chat session. */
const MAX_SESSION = 6;

const AGENT_NAMES = Object.keys(AGENTS) as [AgentName, ...AgentName[]];

/** One in eight chats that never got further than the queue. */
const UNANSWERED = 0.125;

const SURVEYED = 0.55;

const isLast = (position: number, length: number): boolean => position === length - 1;

/** How many contacts a session has: mostly one or two. */
export const drawLength = (random: Random): number => {
  const drawn = random.next();
  const upTo = [0.45, 0.73, 0.89, 0.95, 0.98];
  const index = upTo.findIndex((limit) => drawn < limit);
  return index === -1 ? MAX_SESSION : index + 1;
};

/** How many sessions a customer's lineage has: mostly one. */
export const drawSessions = (random: Random): number => {
  const drawn = random.next();
  if (drawn < 0.84) return 1;
  if (drawn < 0.95) return random.between(2, 3);
  return drawn < 0.99 ? random.between(4, 8) : random.between(9, 20);
};

const drawBeginnings = (random: Random, length: number): Beginning[] => {
  const surveyed = length > 1 && random.chance(SURVEYED);
  return Array.from({ length }, (_, position) => {
    if (position === 0) return "API";
    if (surveyed && isLast(position, length)) return "DISCONNECT";
    return random.chance(0.75) ? "TRANSFER" : "QUEUE_TRANSFER";
  });
};

/** Who takes the contact: nobody where it is a survey, was moved on while it waited, or was given up. */
const drawAgent = (
  random: Random,
  beginnings: readonly Beginning[],
  position: number,
): AgentName | undefined => {
  const next = beginnings[position + 1];
  if (beginnings[position] === "DISCONNECT" || next === "QUEUE_TRANSFER") return undefined;
  if (beginnings.length === 1 && random.chance(UNANSWERED)) return undefined;
  return random.pick(AGENT_NAMES);
};

const drawReason = (
  random: Random,
  beginnings: readonly Beginning[],
  position: number,
): string | undefined => {
  const next = beginnings[position + 1];
  if (next !== undefined) return next === "DISCONNECT" ? "AGENT_DISCONNECT" : undefined;
  if (beginnings[position] === "DISCONNECT") return "CONTACT_FLOW_DISCONNECT";
  const drawn = random.next();
  if (drawn < 0.8) return "CUSTOMER_DISCONNECT";
  if (drawn < 0.9) return "IDLE_DISCONNECT";
  return drawn < 0.97 ? "EXPIRED" : "API";
};

const drawLasting = (random: Random, beginning: Beginning): number =>
  beginning === "DISCONNECT"
    ? random.between(30 * SECOND, 110 * SECOND)
    : random.between(3 * MINUTE, 13 * MINUTE);

/**
 * A session's contacts. What follows a contact shows in its own record, so that its transcript can be told without the
 * session: see `followerOf`.
 */
export const drawSteps = (random: Random, length: number, { queue }: Topic): [Step, ...Step[]] => {
  const beginnings = drawBeginnings(random, length);
  const toStep = (beginning: Beginning, position: number): Step => ({
    beginning,
    lasts: drawLasting(random, beginning),
    queue: beginning === "DISCONNECT" ? undefined : queue,
    agent: drawAgent(random, beginnings, position),
    disconnectReason: drawReason(random, beginnings, position),
  });
  const [first = "API", ...others] = beginnings;
  return [toStep(first, 0), ...others.map((beginning, index) => toStep(beginning, index + 1))];
};

/** How the contact after this one begins, undefined for the last of a session. */
export const followerOf = (contact: {
  readonly disconnectReason?: string;
  readonly agentId?: string;
}): Beginning | undefined => {
  if (contact.disconnectReason === "AGENT_DISCONNECT") return "DISCONNECT";
  if (contact.disconnectReason !== undefined) return undefined;
  return contact.agentId === undefined ? "QUEUE_TRANSFER" : "TRANSFER";
};
