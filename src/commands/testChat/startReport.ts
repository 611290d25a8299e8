import type { Connection } from "../../domain/connection";
import { Failure } from "../../domain/failure";
import type { Lineage } from "../../domain/history";
import type { AssociationPlan } from "../../domain/plan";
import { comparePlan } from "../../domain/plan";
import type { ContactFlow, CustomerChat } from "../../domain/testChat/customerChat";
import type { AssociationOutcome, AssociationReport } from "../../panel/content";
import type { App } from "../app";

/** A chat that was started with something to continue. */
export interface ContinuedStart {
  readonly connection: Connection;
  readonly flow: ContactFlow;
  readonly plan: AssociationPlan;
  readonly chat: CustomerChat;
}

/** What was asked for with the start, and what the service answered. Rejects with a `Failure`. */
export async function startReport(
  { chats }: App,
  { connection, flow, plan, chat }: ContinuedStart,
  signal: AbortSignal,
): Promise<{ readonly lineage: Lineage; readonly report: AssociationReport }> {
  const [lineage, current] = await Promise.all([
    chats.lineage(connection, plan.sourceContactId, signal),
    chats.contact(connection, chat.contactId, signal),
  ]);
  const { rehydrationType, sourceContactId } = plan;
  return {
    lineage,
    report: {
      intent: { currentContactId: chat.contactId, sourceContactId, rehydrationType },
      flow,
      plan: { ...plan, currentContactId: chat.contactId },
      current,
      outcome: outcomeOfStart(plan, chat),
    },
  };
}

export const outcomeOfStart = (
  plan: AssociationPlan,
  { continued: answer }: CustomerChat,
): AssociationOutcome =>
  answer === undefined
    ? { kind: "failed", failure: notContinued() }
    : { kind: "done", answer, comparison: comparePlan(plan, answer) };

/** The chat was started, and the answer lacks what it has where one is continued (domain.md §1.7). */
const notContinued = (): Failure =>
  new Failure("badAnswer", "StartChatContact", {
    name: "UnreadableAnswer",
    message: "The answer has no ContinuedFromContactId",
  });
