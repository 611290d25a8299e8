import { l10n } from "vscode";
import type { RehydrationType } from "../../domain/association";
import type { Connection } from "../../domain/connection";
import type { AssociationPlan } from "../../domain/plan";
import { planAssociation } from "../../domain/plan";
import { messageCount, planLine } from "../../wording/plans";
import { shortId } from "../../wording/contacts";
import type { App } from "../app";
import { connectionOf } from "../askChat";
import type { Draft, PastChoice } from "../chosenRow";
import type { StepItem } from "../quickPickStep";
import { askStep } from "../quickPickStep";
import type { Step } from "../steps";

export interface PlannedDraft extends Draft {
  readonly plan?: AssociationPlan;
}

/** Each type with the plan that it comes to; the right source id goes with it. */
export const askRehydrationType =
  <D extends PlannedDraft>(app: App, title: string): Step<D> =>
  async (draft, position) => {
    const connection = connectionOf(draft);
    const { past, currentContactId } = draft;
    if (past === undefined)
      throw new Error("The rehydration type was asked before the past chat was known.");
    const answer = await askStep<AssociationPlan>({
      title,
      ...position,
      placeholder: l10n.t("How much of the past chat should come back?"),
      preselected: ({ rehydrationType }) => rehydrationType === draft.rehydrationType,
      load: async (show, signal) => {
        const plans = await plansOf(app, connection, { past, currentContactId }, signal);
        show(plans.map((plan) => planItem(plan)));
        const brought = await Promise.all(
          plans.map(({ carried }) => app.transcripts.broughtBack(connection, carried, { signal })),
        );
        show(plans.map((plan, index) => planItem(plan, brought[index]?.messages)));
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, plan: answer.value } }
      : answer;
  };

async function plansOf(
  { chats }: App,
  connection: Connection,
  {
    past,
    currentContactId,
  }: { readonly past: PastChoice; readonly currentContactId: string | undefined },
  signal: AbortSignal,
): Promise<AssociationPlan[]> {
  const [lineage, current] = await Promise.all([
    chats.lineage(connection, past.contactId, signal),
    currentContactId === undefined
      ? undefined
      : chats.contact(connection, currentContactId, signal),
  ]);
  const plan = (rehydrationType: RehydrationType, pastContactId: string) =>
    planAssociation({ rehydrationType, pastContactId, lineage, current });
  const segments =
    past.kind === "contact"
      ? [past.contactId]
      : lineage.chains[0].contacts.map(({ id }) => id).toReversed();
  return [
    plan("ENTIRE_PAST_SESSION", past.contactId),
    ...segments.map((contactId) => plan("FROM_SEGMENT", contactId)),
  ];
}

function planItem(plan: AssociationPlan, messages?: number): StepItem<AssociationPlan> {
  const entire = plan.rehydrationType === "ENTIRE_PAST_SESSION";
  return {
    label: entire
      ? `$(versions) ${l10n.t("Entire past session")}`
      : `$(git-commit) ${l10n.t("From segment {0}", shortId(plan.sourceContactId))}`,
    description: [
      plan.rehydrationType,
      ...(messages === undefined ? [] : [messageCount(messages)]),
    ].join(" · "),
    detail: planLine(plan),
    value: plan,
  };
}
