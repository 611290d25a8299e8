import type { AssociationRequest } from "../domain/association";
import type { Connection } from "../domain/connection";
import { comparePlan, planAssociation } from "../domain/plan";
import type { PanelContent } from "../panel/content";
import type { App } from "./app";
import { showConversation } from "./conversation";
import { showPreview } from "./showPreview";

/**
 * Shows an association that was made before, as the records tell it now; nothing is called again. Where they know of none,
 * such as in a Sandbox that was started anew, it shows the preview.
 */
export async function showRecorded(
  app: App,
  connection: Connection,
  asked: AssociationRequest,
): Promise<void> {
  const { sourceContactId, currentContactId, rehydrationType } = asked;
  const signal = app.panels.ask();
  const { relatedContactId, ...current } = await app.chats.contact(
    connection,
    currentContactId,
    signal,
  );
  if (relatedContactId === undefined)
    return showPreview(app, connection, {
      past: { kind: "contact", contactId: sourceContactId },
      currentContactId,
    });
  const [lineage, names] = await Promise.all([
    app.chats.lineage(connection, sourceContactId, signal),
    app.chats.readNames(connection),
  ]);
  if (signal.aborted) return;
  // As it was planned: by a current chat that continued nothing yet.
  const plan = planAssociation({
    rehydrationType,
    pastContactId: sourceContactId,
    lineage,
    current,
  });
  const comparison = comparePlan(plan, { continuedFromContactId: relatedContactId });
  const content: PanelContent = {
    connection,
    names,
    lineage,
    association: {
      intent: asked,
      plan,
      current,
      outcome: { kind: "recorded", continuedFromContactId: relatedContactId, comparison },
    },
  };
  const page = app.panels.show(content);
  await showConversation(app, page, content, plan.carried.toReversed());
}
