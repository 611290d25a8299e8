import { randomUUID } from "node:crypto";
import { end, endContact, itemIn, say, tell, type Chat } from "./chats";
import { pastContacts } from "./history";
import { PHRASES } from "./seed/phrases";
import { BOT, FLOW, joins, leaves, offers, says, TRANSFERRED, type Speaker } from "./seed/turns";
import type { State } from "./state";
import type { ContactRecord, QueueRecord } from "./world";

const SECOND = 1000;
/** After the customer's joining. */
const GREETS_AFTER = SECOND;
const QUEUES_AFTER = 2 * SECOND;
/** After a contact was queued. */
const AGENT_JOINS_AFTER = 4 * SECOND;
/** After somebody's words. */
const TYPES_AFTER = SECOND;
const ANSWERS_AFTER = 2 * SECOND;
const SURVEY_WAITS = 120 * SECOND;

const phrases = PHRASES["en-GB"];

const WANTS_TRANSFER = /\btransfer\b/i;
const WANTS_END = /\b(good)?bye\b/i;

const ANSWERS = [
  "Thank you. Let me look that up for you.",
  "I have it in front of me now. What would you like to happen next?",
  "That is done. Is there anything else that I can do for you?",
] as const;

/** Happens at this time, unless the chat has moved on to another contact or ended by then. */
const later = (state: State, chat: Chat, at: number, act: (due: number) => void): void => {
  const contact = chat.current;
  state.schedule.plan(at, (due) => {
    if (chat.current === contact && contact.endedAt === undefined) act(due);
  });
};

const fill = (text: string, { customer }: Chat, agent: Speaker): string =>
  text.replaceAll("{customer}", customer.name).replaceAll("{agent}", agent.name);

/** The agent's first words, which say what the chat can be told to do. */
const hello = (chat: Chat, agent: Speaker): string => {
  const { instance, current } = chat;
  if (current.initiationMethod === "TRANSFER") return fill(phrases.takeover, chat, agent);
  const past = pastContacts(instance, current.initialContactId);
  const known = past.length > 0 ? " I can see what we wrote to each other before." : "";
  return fill(
    `Hello {customer}, this is {agent}.${known} Write “transfer” to be passed on to a colleague, or “bye” when you are done.`,
    chat,
    agent,
  );
};

const agentJoins = (state: State, chat: Chat, at: number): void => {
  const users = [...chat.instance.users.values()];
  const user = users[chat.handled % users.length];
  if (!user) return;
  const agent: Speaker = { role: "AGENT", name: `${user.firstName} ${user.lastName}` };
  chat.handled += 1;
  chat.agent = agent;
  chat.current.agentId = user.id;
  chat.current.connectedToAgentAt = at;
  say(chat, joins(agent), at);
  later(state, chat, at + TYPES_AFTER, (due) => say(chat, says(agent, hello(chat, agent)), due));
};

const queueOf = ({ instance, handled }: Chat): QueueRecord | undefined => {
  const queues = [...instance.queues.values()];
  return queues[handled % queues.length];
};

/** Puts the chat into a queue, where an agent takes it. */
const enqueue = (state: State, chat: Chat, at: number): void => {
  const queue = queueOf(chat);
  if (queue) {
    chat.current.queueId = queue.id;
    chat.current.enqueuedAt = at;
  }
  later(state, chat, at + AGENT_JOINS_AFTER, (due) => agentJoins(state, chat, due));
};

/** What the flow does for a customer who has joined: it greets and queues. */
export const beginScript = (state: State, chat: Chat, at: number): void => {
  later(state, chat, at + GREETS_AFTER, (due) => say(chat, says(BOT, phrases.greeting), due));
  later(state, chat, at + QUEUES_AFTER, (due) => {
    say(chat, says(FLOW, phrases.waiting), due);
    enqueue(state, chat, due);
  });
};

/** Ends the contact, and goes on with the session's next one. */
const moveOn = (
  state: State,
  chat: Chat,
  method: "TRANSFER" | "DISCONNECT",
  how: { readonly at: number; readonly reason?: string },
): void => {
  const { instance, current } = chat;
  endContact(state, instance, current, how);
  const next: ContactRecord = {
    id: randomUUID(),
    initialContactId: current.initialContactId,
    previousContactId: current.id,
    channel: current.channel,
    subtype: current.subtype,
    initiationMethod: method,
    initiatedAt: how.at,
    // Shared along `PreviousContactId` (domain.md §1.9).
    attributes: current.attributes,
    persistent: false,
  };
  instance.contacts.add(next);
  chat.current = next;
  delete chat.agent;
};

const transfer = (state: State, chat: Chat, agent: Speaker, at: number): void => {
  say(chat, says(agent, phrases.handover), at);
  say(chat, leaves(agent), at);
  say(chat, TRANSFERRED, at);
  // None of AWS's reasons says that a contact was transferred (domain.md §2.4).
  moveOn(state, chat, "TRANSFER", { at });
  enqueue(state, chat, at);
};

const closeSurvey = (state: State, chat: Chat, words: string, at: number): void => {
  say(chat, says(FLOW, words), at);
  say(chat, leaves(chat.customer), at);
  end(state, chat.instance, chat.current, { at, reason: "CONTACT_FLOW_DISCONNECT" });
};

/** The disconnect flow asks the customer, as in the API documentation's example (domain.md §1.4). */
const beginSurvey = (state: State, chat: Chat, at: number): void => {
  const { surveyTitle: title, surveySubtitle: subtitle, surveyOptions: options } = phrases;
  say(chat, offers({ template: "QuickReply", title, subtitle, options }), at);
  later(state, chat, at + SURVEY_WAITS, (due) => closeSurvey(state, chat, phrases.closed, due));
};

const agentEnds = (state: State, chat: Chat, agent: Speaker, at: number): void => {
  say(chat, says(agent, fill("Goodbye {customer}, and thank you for writing.", chat, agent)), at);
  say(chat, leaves(agent), at);
  moveOn(state, chat, "DISCONNECT", { at, reason: "AGENT_DISCONNECT" });
  beginSurvey(state, chat, at);
};

const agentAnswers = (state: State, chat: Chat, agent: Speaker, at: number): void => {
  const typing = { kind: "event", event: "typing", by: agent } as const;
  const answer = ANSWERS[chat.answers % ANSWERS.length] ?? ANSWERS[0];
  chat.answers += 1;
  later(state, chat, at + TYPES_AFTER, (due) => tell(chat, itemIn(chat, typing, due)));
  later(state, chat, at + ANSWERS_AFTER, (due) => say(chat, says(agent, answer), due));
};

/** What comes of the customer's words. */
export const answerTo = (state: State, chat: Chat, words: string): void => {
  const at = state.clock.now();
  const plan = (act: (due: number) => void): void => later(state, chat, at + ANSWERS_AFTER, act);
  if (chat.current.initiationMethod === "DISCONNECT") {
    plan((due) => closeSurvey(state, chat, phrases.surveyThanks, due));
    return;
  }
  const { agent } = chat;
  // What a customer says in the queue is read by nobody.
  if (!agent) return;
  if (WANTS_TRANSFER.test(words)) plan((due) => transfer(state, chat, agent, due));
  else if (WANTS_END.test(words)) plan((due) => agentEnds(state, chat, agent, due));
  else agentAnswers(state, chat, agent, at);
};
