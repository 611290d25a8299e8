import { l10n } from "vscode";
import type { ChatFilter, FilterTime } from "../domain/chatFilter";
import { attributesText } from "../domain/chatFilter";
import { beginningOf, subtypeName } from "./contacts";
import { dayTime } from "./times";

/** What a filter lets through, in a few words; empty where it lets everything through. */
export const filterText = (filter: ChatFilter): string =>
  [
    filter.activeOnly ? l10n.t("active") : "",
    filter.time === undefined ? "" : timeText(filter.time),
    filter.agents.map(({ name }) => name).join(", "),
    filter.queues.map(({ name }) => name).join(", "),
    filter.initiationMethods.map(beginningOf).join(", "),
    filter.subtypes.map(subtypeName).join(", "),
    attributesText(filter.attributes),
  ]
    .filter((part) => part !== "")
    .join(" · ");

/** `last 24 hours`, `last 3 days`, or from when to when. */
export function timeText(time: FilterTime): string {
  if (time.kind === "between")
    return l10n.t("{0} to {1}", dayTime(time.from), dayTime(time.to - 1));
  const { hours } = time;
  if (hours === 1) return l10n.t("last hour");
  return hours % 24 === 0 && hours > 24
    ? l10n.t("last {0} days", hours / 24)
    : l10n.t("last {0} hours", hours);
}
