import { randomUUID } from "node:crypto";
import { l10n, window } from "vscode";
import type { AssociationPlan } from "../../domain/plan";
import type { AwsConnection } from "../../domain/connection";
import { shortId } from "../../wording/contacts";
import type { App } from "../app";
import type { ConfirmedAssociation } from "../associate";
import { associate } from "../associate";
import type { Draft } from "../chosenRow";
import { chosenRow, draftOf } from "../chosenRow";
import { refusesChanges } from "../readOnly";
import type { Step } from "../steps";
import { askSteps } from "../steps";
import { askChat, connectionOf } from "../askChat";
import { askConnection, onlyConnection } from "../askConnection";
import { askCurrentChat } from "./askCurrentChat";
import type { PlannedDraft } from "./askRehydrationType";
import { askRehydrationType } from "./askRehydrationType";

/** Asks for what the row did not say, shows what each rehydration type would do, confirms where it is real, and calls. */
export const continuePastChat = (app: App, argument: unknown): Promise<void> =>
  continueFrom(app, draftOf(chosenRow(argument)));

/** The same, from what is known already. */
export async function continueFrom(app: App, known: Draft): Promise<void> {
  const confirmed = await chooseContinuation(app, known);
  if (confirmed !== undefined) await associate(app, confirmed);
}

/** Asks and confirms, and calls nothing. */
export async function chooseContinuation(
  app: App,
  known: Draft,
): Promise<ConfirmedAssociation | undefined> {
  const start: PlannedDraft = { ...onlyConnection(app), ...known };
  if (start.connection && (await refusesChanges(app, start.connection))) return undefined;
  const chosen = await askSteps<PlannedDraft>(stepsFor(app, start), start);
  if (chosen?.plan?.currentContactId === undefined) return undefined;
  const { plan } = chosen;
  const connection = connectionOf(chosen);
  if (connection.kind === "aws" && !(await isConfirmed(connection, plan))) return undefined;
  return {
    connection,
    plan,
    intent: {
      currentContactId: chosen.plan.currentContactId,
      sourceContactId: plan.sourceContactId,
      rehydrationType: plan.rehydrationType,
      clientToken: randomUUID(),
    },
  };
}

function stepsFor(app: App, draft: Draft): Step<PlannedDraft>[] {
  const title = l10n.t("Continue a Past Chat");
  return [
    ...(draft.connection === undefined ? [askConnection<PlannedDraft>(app, title, "change")] : []),
    ...(draft.currentContactId === undefined ? [askCurrentChat<PlannedDraft>(app, title)] : []),
    ...(draft.past === undefined
      ? [
          askChat<PlannedDraft>(app, {
            title,
            placeholder: l10n.t(
              "Which past chat? Choose a chat or one of its contacts, or paste a contact id",
            ),
            endedOnly: true,
          }),
        ]
      : []),
    askRehydrationType(app, title),
  ];
}

/** A write to a real instance happens only after this. */
async function isConfirmed(connection: AwsConnection, plan: AssociationPlan): Promise<boolean> {
  const associate = l10n.t("Continue the Chat");
  const answer = await window.showWarningMessage(
    l10n.t("Continue a past chat on {0}?", connection.name),
    {
      modal: true,
      detail: [
        l10n.t("Instance {0} in {1}", connection.instanceId, connection.region),
        l10n.t(
          "Chat {0} gets the history of {1}.",
          plan.currentContactId ?? "",
          plan.sourceContactId,
        ),
        l10n.t("Rehydration type: {0}", plan.rehydrationType),
        plan.continuedFrom === undefined
          ? ""
          : l10n.t("It is expected to continue from {0}.", shortId(plan.continuedFrom.id)),
        l10n.t("A chat can be continued only once. This can't be undone."),
      ]
        .filter((line) => line !== "")
        .join("\n"),
    },
    associate,
  );
  return answer === associate;
}
