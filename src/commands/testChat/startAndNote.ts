import { randomUUID } from "node:crypto";
import { Failure } from "../../domain/failure";
import type { AssociationPlan } from "../../domain/plan";
import type { CustomerChat } from "../../domain/testChat/customerChat";
import type { TriedContact, Try } from "../../domain/tries";
import { triedConnection, triedPlan } from "../../domain/tries";
import type { AssociationOutcome } from "../../panel/content";
import type { App } from "../app";
import { triedOutcome } from "../associate";
import { outcomeOfStart } from "./startReport";
import type { TestChatWish } from "./testChatWish";

export interface NotedStart {
  readonly chat: CustomerChat;
  /** Undefined where the chat was to continue nothing. */
  readonly tried: Try | undefined;
}

/**
 * Starts a chat. Where it is to continue something, notes what is sent before and what came of it after; the call waits for
 * neither. Rejects with a `Failure`.
 */
export async function startAndNote(
  app: App,
  wish: TestChatWish,
  signal: AbortSignal,
): Promise<NotedStart> {
  const { plan } = wish;
  const sent = plan && sentNow(wish, plan);
  const note = (tried: Try | undefined) => void (tried && app.notebook.note(tried));
  note(sent);
  try {
    const gateway = await app.gateways.of(wish.connection);
    const chat = await gateway.startChat(wish.intent, signal);
    const tried = sent && answered(sent, chat, plan);
    note(tried);
    return { chat, tried };
  } catch (error) {
    if (error instanceof Failure)
      note(sent && withOutcome(sent, { kind: "failed", failure: error }));
    throw error;
  }
}

function sentNow({ connection, flow, intent }: TestChatWish, plan: AssociationPlan): Try {
  const { rehydrationType, sourceContactId } = plan;
  return {
    id: randomUUID(),
    at: Date.now(),
    connection: triedConnection(connection),
    operation: "StartChatContact",
    flow,
    intent: { rehydrationType, sourceContactId, clientToken: intent.clientToken },
    plan: triedPlan(plan),
    outcome: { kind: "unanswered" },
  };
}

const withOutcome = (tried: Try, outcome: AssociationOutcome): Try => ({
  ...tried,
  outcome: triedOutcome(outcome),
});

const answered = (sent: Try, chat: CustomerChat, plan: AssociationPlan): Try => ({
  ...withOutcome(sent, outcomeOfStart(plan, chat)),
  intent: { ...sent.intent, currentContactId: chat.contactId },
  current: startedContact(chat.contactId, sent.at),
});

/** What is known of a chat that was started just now (domain.md §2.2), before its record is read. */
const startedContact = (id: string, initiatedAt: number): TriedContact => ({
  id,
  initialContactId: id,
  channel: "CHAT",
  initiationMethod: "API",
  initiatedAt,
});
