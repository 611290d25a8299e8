import { QUEUES, AGENTS, type AgentName, type QueueName } from "./organization";
import type { ContactRecord } from "../world";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How a contact of a chat session begins (domain.md §2.2). */
export type Beginning = "API" | "TRANSFER" | "QUEUE_TRANSFER" | "DISCONNECT";

/** One contact to be of a session. */
export interface Step {
  readonly beginning: Beginning;
  /** Milliseconds from beginning to end. */
  readonly lasts: number;
  readonly queue?: QueueName | undefined;
  /** Nobody takes a contact without an agent: it waits, or its flow handles it. */
  readonly agent?: AgentName | undefined;
  /** Left out where the contact ended by a transfer: none of AWS's reasons says that (domain.md §2.4). */
  readonly disconnectReason?: string | undefined;
}

/** One chat session to be. */
export interface SessionPlan {
  readonly idOf: (position: number) => string;
  readonly startedAt: number;
  readonly subtype: string;
  /** Shared by the session's contacts, as AWS shares them along `PreviousContactId` (domain.md §1.9). */
  readonly attributes: Record<string, string>;
  readonly steps: readonly [Step, ...Step[]];
  /** Where the session was begun as the continuation of an older contact. */
  readonly continuedFrom?: string | undefined;
  /** The last contact has not ended. */
  readonly active?: boolean;
}

export type Draft = { -readonly [Key in keyof ContactRecord]: ContactRecord[Key] };

/** Between a contact's end and the next one's beginning. */
const HANDOVER = 400;

const setHandling = (contact: Draft, { queue, agent, lasts }: Step): void => {
  if (queue === undefined) return;
  contact.queueId = QUEUES[queue].id;
  contact.enqueuedAt = contact.initiatedAt + Math.min(20 * SECOND, Math.floor(lasts / 10));
  if (agent === undefined) return;
  contact.agentId = AGENTS[agent].id;
  contact.connectedToAgentAt = contact.initiatedAt + Math.min(75 * SECOND, Math.floor(lasts / 4));
};

const setEnd = (contact: Draft, { lasts, disconnectReason }: Step): void => {
  contact.endedAt = contact.initiatedAt + lasts;
  if (disconnectReason !== undefined) contact.disconnectReason = disconnectReason;
};

/** The contacts of a session, in order. */
export const buildSession = (plan: SessionPlan): ContactRecord[] => {
  const initialContactId = plan.idOf(0);
  const contacts: ContactRecord[] = [];
  let initiatedAt = plan.startedAt;
  plan.steps.forEach((step, position) => {
    const contact: Draft = {
      id: position === 0 ? initialContactId : plan.idOf(position),
      initialContactId,
      channel: "CHAT",
      subtype: plan.subtype,
      initiationMethod: step.beginning,
      initiatedAt,
      attributes: plan.attributes,
      persistent: false,
    };
    const previous = contacts.at(-1);
    if (previous) contact.previousContactId = previous.id;
    else if (plan.continuedFrom !== undefined) {
      contact.relatedContactId = plan.continuedFrom;
      contact.persistent = true;
    }
    setHandling(contact, step);
    if (plan.active !== true || position < plan.steps.length - 1) setEnd(contact, step);
    contacts.push(contact);
    initiatedAt += step.lasts + HANDOVER;
  });
  return contacts;
};
