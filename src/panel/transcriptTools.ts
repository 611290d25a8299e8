import { l10n } from "vscode";
import { roleLabel } from "../wording/events";
import type { ToolWords } from "./protocol";

/** Keeps the places of numbers that only the page knows. */
const holes = ["{0}", "{1}"] as const;

export const toolWords = (): ToolWords => ({
  find: {
    title: l10n.t("Find in the transcript"),
    matchCase: l10n.t("Match case"),
    previous: l10n.t("Previous match"),
    next: l10n.t("Next match"),
    close: l10n.t("Close"),
    count: l10n.t("{0} of {1}", ...holes),
    none: l10n.t("No results"),
  },
  filter: {
    title: l10n.t("Filter the transcript"),
    status: l10n.t("{0} of {1} items", ...holes),
    clear: l10n.t("Show all items"),
    groups: {
      customer: roleLabel("CUSTOMER"),
      agent: roleLabel("AGENT"),
      supervisor: roleLabel("SUPERVISOR"),
      bot: roleLabel("CUSTOM_BOT"),
      system: roleLabel("SYSTEM"),
      unknown: l10n.t("Others"),
      event: l10n.t("Events"),
    },
  },
  contacts: { title: l10n.t("Go to a contact") },
  copyPart: l10n.t("Copy this part"),
});
