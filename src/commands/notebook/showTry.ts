import type { Connection } from "../../domain/connection";
import type { Contact } from "../../domain/contact";
import { Failure } from "../../domain/failure";
import type { Lineage } from "../../domain/history";
import type { AssociationPlan } from "../../domain/plan";
import { comparePlan } from "../../domain/plan";
import type {
  TriedContact,
  TriedFailure,
  TriedIntent,
  TriedOutcome,
  Try,
} from "../../domain/tries";
import { planOf, unreadRecord } from "../../domain/tries";
import type { AssociationOutcome, PanelContent } from "../../panel/content";
import { madeFrom } from "../../panel/content";
import type { App } from "../app";
import { showConversation } from "../conversation";
import { showPreview } from "../showPreview";
import { showRecorded } from "../showRecorded";

/**
 * Shows what was asked, planned and answered then, at once and without a call; the chain and the transcript are read again.
 * Of a try without an answer the records tell what came of it.
 */
export async function showTry(app: App, connection: Connection, tried: Try): Promise<void> {
  const { intent, outcome } = tried;
  if (outcome.kind === "unanswered") return showUnanswered(app, connection, intent);
  const names = app.chats.knownNames(connection);
  const asThen: PanelContent = { connection, names, association: reportOf(tried, outcome) };
  const page = app.panels.show(asThen);
  try {
    const { signal } = new AbortController();
    const [lineage, readNames] = await Promise.all([
      app.chats.lineage(connection, intent.sourceContactId, signal),
      app.chats.readNames(connection),
    ]);
    const association = reportOf(tried, outcome, lineage);
    const content: PanelContent = { connection, names: readNames, lineage, association };
    page.update(content);
    if (madeFrom(association.outcome) === undefined) return;
    await showConversation(app, page, content, association.plan.carried.toReversed());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    page.update({ ...asThen, conversation: { kind: "failed", failure: error } });
  }
}

/** A chat whose id never came can't be looked at. */
function showUnanswered(
  app: App,
  connection: Connection,
  { currentContactId, ...continuation }: TriedIntent,
): Promise<void> {
  return currentContactId === undefined
    ? showPreview(app, connection, {
        past: { kind: "contact", contactId: continuation.sourceContactId },
      })
    : showRecorded(app, connection, { ...continuation, currentContactId });
}

type Answered = Exclude<TriedOutcome, { kind: "unanswered" }>;

function reportOf(tried: Try, outcome: Answered, lineage?: Lineage) {
  const { id, at, flow, intent, current } = tried;
  const plan = planOf(tried, recordsOf(lineage));
  return {
    intent,
    ...(flow && { flow }),
    plan,
    ...(current && { current: unreadRecord(current) }),
    outcome: outcomeOf(outcome, plan),
    noted: { id, at },
  };
}

function recordsOf(lineage: Lineage | undefined): (contact: TriedContact) => Contact {
  const read = lineage?.chains.flatMap(({ contacts }) => contacts) ?? [];
  const records = new Map(read.map((contact) => [contact.id, contact]));
  return (contact) => records.get(contact.id) ?? unreadRecord(contact);
}

function outcomeOf(outcome: Answered, plan: AssociationPlan): AssociationOutcome {
  switch (outcome.kind) {
    case "made":
      return {
        kind: "done",
        answer: outcome.answer,
        comparison: comparePlan(plan, outcome.answer),
      };
    case "found":
      return { ...outcome, failure: thrown(outcome.failure) };
    case "failed":
      return { kind: "failed", failure: thrown(outcome.failure) };
  }
}

const thrown = ({ kind, operation, answer }: TriedFailure): Failure =>
  new Failure(kind, operation, answer);
