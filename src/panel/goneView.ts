import { env, l10n } from "vscode";
import type { PanelView } from "./protocol";

/** Why a page that was open before cannot be read again. */
export type Gone = "removed" | "untrusted";

/** Stands where a page was. */
export function goneView(gone: Gone): PanelView {
  const isUntrusted = gone === "untrusted";
  return {
    language: env.language,
    header: {
      tone: "warning",
      title: isUntrusted ? l10n.t("Not shown in Restricted Mode") : l10n.t("Connection removed"),
      subtitle: "",
      connection: "",
    },
    note: isUntrusted
      ? {
          text: l10n.t(
            "This page was read from an AWS account, which a workspace reaches only once it is trusted. Trust it, and the page comes back.",
          ),
          buttons: [{ label: l10n.t("Read again"), act: { action: "retry" } }],
        }
      : {
          text: l10n.t(
            "The connection that this page was read through is gone. Close the page, or open the chat from another connection.",
          ),
          buttons: [],
        },
    copyLabel: l10n.t("Copy"),
  };
}
