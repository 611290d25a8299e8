import { l10n } from "vscode";
import type { StepItem } from "../quickPickStep";
import { askStep } from "../quickPickStep";
import type { Step } from "../steps";
import { askSteps } from "../steps";
import type { ExportFormat } from "./formats";

/** What becomes of personal data: hidden by name and shape, kept, or as Contact Lens redacted it when the chat ended. */
export type PersonalData = "hide" | "keep" | "contactLens";

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly personal: PersonalData;
}

type Draft = Partial<ExportChoice>;

/** Which format, and with or without personal data. Hiding comes first, so that nobody passes on more than they meant to. */
export async function askHow(): Promise<ExportChoice | undefined> {
  const chosen = await askSteps<Draft>(
    [
      stepOf(l10n.t("Which format?"), () => [
        { label: "Markdown", description: ".md", value: { format: "md" } },
        { label: "HTML", description: ".html", value: { format: "html" } },
        { label: "JSON", description: ".json", value: { format: "json" } },
        { label: "CSV", description: ".csv", value: { format: "csv" } },
      ]),
      stepOf(l10n.t("With personal data?"), (draft) => [
        {
          label: l10n.t("Hide personal data"),
          detail: l10n.t(
            "Names, addresses, dates, phone, card and account numbers; some may be missed.",
          ),
          value: { ...draft, personal: "hide" },
        },
        {
          label: l10n.t("Keep everything as it was said"),
          value: { ...draft, personal: "keep" },
        },
        {
          label: l10n.t("As Contact Lens redacted it"),
          detail: l10n.t(
            "What it found is replaced by [PII]; contacts without such a file are left out.",
          ),
          value: { ...draft, personal: "contactLens" },
        },
      ]),
    ],
    {},
  );
  const { format, personal } = chosen ?? {};
  return format === undefined || personal === undefined ? undefined : { format, personal };
}

const stepOf =
  (placeholder: string, items: (draft: Draft) => readonly StepItem<Draft>[]): Step<Draft> =>
  (draft, position) =>
    askStep<Draft>({
      title: l10n.t("Export Transcript"),
      ...position,
      placeholder,
      load: (show) => {
        show(items(draft));
        return Promise.resolve();
      },
    });
