import { l10n, window } from "vscode";
import type { FilterTime } from "../../domain/chatFilter";
import { timeText } from "../../wording/filters";
import type { StepItem } from "../quickPickStep";
import { askOne } from "../quickPickStep";
import type { Change } from "./changes";
import { MAX_DAYS, readTimeRange, timeRangeText } from "./timeRange";

type Choice = FilterTime | "settings" | "range";

const HOURS = [1, 24, 3 * 24, 7 * 24, 14 * 24, 28 * 24, MAX_DAYS * 24] as const;

/** How far back, or from when to when. */
export const changeTime: Change = async (filter) => {
  const chosen = await askOne<Choice>({
    title: l10n.t("Time"),
    placeholder: l10n.t("When did the contacts begin?"),
    items: choices(),
  });
  if (chosen === undefined) return undefined;
  if (chosen === "settings") return { ...filter, time: undefined };
  if (chosen !== "range") return { ...filter, time: chosen };
  const range = await askRange(filter.time);
  return range && { ...filter, time: range };
};

const choices = (): readonly StepItem<Choice>[] => [
  { label: `$(gear) ${l10n.t("Look-back of the settings")}`, value: "settings" },
  ...HOURS.map((hours): StepItem<Choice> => {
    const time: FilterTime = { kind: "last", hours };
    return { label: `$(history) ${timeText(time)}`, value: time };
  }),
  { label: `$(calendar) ${l10n.t("From … to …")}`, value: "range" },
];

async function askRange(time: FilterTime | undefined): Promise<FilterTime | undefined> {
  const text = await window.showInputBox({
    title: l10n.t("From … to …"),
    value: time?.kind === "between" ? timeRangeText(time) : "",
    placeHolder: "2026-11-20 to 2026-11-21 18:00",
    prompt: l10n.t("In this machine's time zone; a day without a time is meant whole."),
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  const range = readTimeRange(text ?? "");
  return range.kind === "read" ? { kind: "between", ...range.window } : undefined;
}

function problemOf(text: string): string | undefined {
  switch (readTimeRange(text).kind) {
    case "read":
      return undefined;
    case "unreadable":
      return l10n.t("Write it like 2026-11-20 to 2026-11-21 18:00.");
    case "reversed":
      return l10n.t("It ends before it begins.");
    case "tooLong":
      return l10n.t("Amazon Connect usually searches at most {0} days at once.", MAX_DAYS);
  }
}
