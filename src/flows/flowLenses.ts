import type { CodeLensProvider } from "vscode";
import { CodeLens, l10n } from "vscode";
import type { FlowReadings } from "./flowReadings";
import { rangeOf } from "./rangeOf";

/** Over each action that continues a past chat: to try it, and to see first what it would bring back. */
export const flowLenses = (readings: FlowReadings): CodeLensProvider => ({
  onDidChangeCodeLenses: readings.onDidReadLater,
  provideCodeLenses(document) {
    const { associations = [] } = readings.of(document) ?? {};
    return associations.flatMap(({ action, span }) => {
      const range = rangeOf(document, span);
      return [
        new CodeLens(range, {
          command: "contactChains.tryWithContact",
          title: l10n.t("Try with a contact"),
          tooltip: l10n.t(
            "Continue a past chat in an active one, with the rehydration type of this action",
          ),
          arguments: [action.parameters["RehydrationType"]],
        }),
        new CodeLens(range, {
          command: "contactChains.previewRehydration",
          title: l10n.t("Preview rehydration"),
          tooltip: l10n.t(
            "See what both rehydration types would bring back, without calling anything",
          ),
        }),
      ];
    });
  },
});
