import { l10n } from "vscode";
import type { RehydrationType } from "../domain/association";
import { MAX_PAST_CONTACTS } from "../domain/history";
import type { AssociationPlan, LeftOut } from "../domain/plan";
import { shortId } from "./contacts";

export const typeLabel = (type: RehydrationType): string =>
  type === "ENTIRE_PAST_SESSION" ? l10n.t("Entire past session") : l10n.t("From segment");

const SHOWN_IDS = 4;

/** What a plan comes to, in one line: `Continues from c3000000 · carries c1000000, c2000000, c3000000`. */
export function planLine(plan: AssociationPlan): string {
  if (plan.continuedFrom === undefined) return l10n.t("Nothing to continue from");
  const leftOut = plan.leftOut.map(({ contact }) => contact.id);
  return [
    l10n.t("Continues from {0}", shortId(plan.continuedFrom.id)),
    l10n.t("carries {0}", idList(plan.carried.map(({ id }) => id).toReversed())),
    ...(leftOut.length === 0 ? [] : [l10n.t("leaves out {0}", idList(leftOut.toReversed()))]),
  ].join(" · ");
}

/** Why a contact does not come back, in a few words. */
export const leftOutReason = (reason: LeftOut["reason"]): string =>
  reason === "later"
    ? l10n.t("after the continued-from contact")
    : l10n.t("older than {0} contacts", MAX_PAST_CONTACTS);

export const messageCount = (count: number): string =>
  count === 1 ? l10n.t("1 message") : l10n.t("{0} messages", count);

const idList = (ids: readonly string[]): string =>
  ids.length <= SHOWN_IDS
    ? ids.map(shortId).join(", ")
    : l10n.t(
        "{0} and {1} more",
        ids.slice(-SHOWN_IDS).map(shortId).join(", "),
        ids.length - SHOWN_IDS,
      );
