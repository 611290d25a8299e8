import type { AssociationIntent } from "../domain/association";
import type { Connection } from "../domain/connection";
import { Failure } from "../domain/failure";
import type { AssociationPlan } from "../domain/plan";
import { comparePlan } from "../domain/plan";
import type { AssociationOutcome, PanelContent } from "../panel/content";
import type { App } from "./app";
import { showConversation } from "./conversation";

export interface ConfirmedAssociation {
  readonly connection: Connection;
  readonly plan: AssociationPlan;
  /** Made when the person confirmed; a retry sends it again, so that one wish never becomes two associations. */
  readonly intent: AssociationIntent;
}

/** Calls, and shows in the panel what was asked, what came of it, and the transcript that the chat now has. */
export async function associate(app: App, confirmed: ConfirmedAssociation): Promise<void> {
  const { connection, plan, intent } = confirmed;
  const { signal } = new AbortController();
  const [lineage, current] = await Promise.all([
    app.chats.lineage(connection, intent.sourceContactId, signal),
    app.chats.contact(connection, intent.currentContactId, signal),
  ]);
  const contentWith = (outcome: AssociationOutcome): PanelContent => ({
    connection,
    names: app.chats.knownNames(connection),
    lineage,
    association: { intent, plan, current, outcome },
  });
  const page = app.panels.show(contentWith({ kind: "pending" }));
  const outcome = await outcomeOf(app, confirmed);
  page.update(contentWith(outcome));
  if (outcome.kind !== "done") return;
  await Promise.all([
    app.tree.rereadChain(connection, intent.currentContactId),
    showConversation(app, page, contentWith(outcome), plan.carried.toReversed()),
  ]);
}

async function outcomeOf(
  { gateways }: App,
  { connection, plan, intent }: ConfirmedAssociation,
): Promise<AssociationOutcome> {
  try {
    const gateway = await gateways.of(connection);
    const answer = await gateway.associate(intent, new AbortController().signal);
    return { kind: "done", answer, comparison: comparePlan(plan, answer) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { kind: "failed", failure: error };
  }
}
