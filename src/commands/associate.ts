import { randomUUID } from "node:crypto";
import type { AssociationIntent } from "../domain/association";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import { Failure } from "../domain/failure";
import type { AssociationPlan } from "../domain/plan";
import { comparePlan } from "../domain/plan";
import type { TriedOutcome, Try } from "../domain/tries";
import { triedConnection, triedContact, triedFailure, triedPlan } from "../domain/tries";
import type { AssociationOutcome, PanelContent } from "../panel/content";
import { madeFrom } from "../panel/content";
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
  const { outcome } = await sendAndNote(app, confirmed, current);
  page.update(contentWith(outcome));
  if (madeFrom(outcome) === undefined) return;
  await Promise.all([
    app.tree.rereadChain(connection, intent.currentContactId),
    showConversation(app, page, contentWith(outcome), plan.carried.toReversed()),
  ]);
}

const sentNow = ({ connection, plan, intent }: ConfirmedAssociation, current: Contact): Try => ({
  id: randomUUID(),
  at: Date.now(),
  connection: triedConnection(connection),
  operation: "CreatePersistentContactAssociation",
  intent,
  current: triedContact(current),
  plan: triedPlan(plan),
  outcome: { kind: "unanswered" },
});

/**
 * Calls, and notes what was sent before and what came of it after; the call waits for neither. Where it fails, the current
 * chat's record may say that it was done all the same.
 */
export async function sendAndNote(
  app: App,
  confirmed: ConfirmedAssociation,
  current: Contact,
): Promise<{ readonly outcome: AssociationOutcome; readonly tried: Try }> {
  const sent = sentNow(confirmed, current);
  void app.notebook.note(sent);
  const outcome = await send(app, confirmed);
  const tried = { ...sent, outcome: triedOutcome(outcome) };
  void app.notebook.note(tried);
  return { outcome, tried };
}

/** What is kept of an outcome. */
export function triedOutcome(outcome: AssociationOutcome): TriedOutcome {
  switch (outcome.kind) {
    case "done":
      return { kind: "made", answer: outcome.answer };
    case "found": {
      const { kind, continuedFromContactId, failure } = outcome;
      return { kind, continuedFromContactId, failure: triedFailure(failure) };
    }
    case "failed":
      return { kind: "failed", failure: triedFailure(outcome.failure) };
    default:
      return { kind: "unanswered" };
  }
}

async function send(app: App, confirmed: ConfirmedAssociation): Promise<AssociationOutcome> {
  const { connection, plan, intent } = confirmed;
  try {
    const gateway = await app.gateways.of(connection);
    const answer = await gateway.associate(intent, new AbortController().signal);
    return { kind: "done", answer, comparison: comparePlan(plan, answer) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const continuedFromContactId = await linkMade(app, confirmed);
    return continuedFromContactId === undefined
      ? { kind: "failed", failure: error }
      : { kind: "found", continuedFromContactId, failure: error };
  }
}

/** The record is asked for after a failure that may itself have taken its time. */
const RECORD_WITHIN_MS = 5_000;

/**
 * What the current chat's record says that it continues, if that is what was planned and it continued nothing before. An
 * attempt may have been done although its answer was lost; the next one is then refused, since a chat is continued only once.
 */
async function linkMade(
  { chats }: App,
  { connection, plan, intent }: ConfirmedAssociation,
): Promise<string | undefined> {
  const wasFree = plan.checks.some(
    ({ id, verdict }) => id === "currentIsNotPersistent" && verdict === "ok",
  );
  if (!wasFree) return undefined;
  try {
    const signal = AbortSignal.timeout(RECORD_WITHIN_MS);
    const current = await chats.contact(connection, intent.currentContactId, signal);
    return current.relatedContactId === plan.continuedFrom?.id
      ? current.relatedContactId
      : undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return undefined;
  }
}
