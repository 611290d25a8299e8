import { env, l10n } from "vscode";
import type { PanelView } from "./protocol";

/** Why a page that was open before cannot be read again. */
export type Gone = "removed" | "untrusted" | "tryRemoved";

type Words = Pick<PanelView["header"], "title"> & NonNullable<PanelView["note"]>;

/** Stands where a page was. */
export function goneView(gone: Gone): PanelView {
  const { title, ...note } = words[gone]();
  return {
    language: env.language,
    header: { tone: "warning", title, subtitle: "", connection: "" },
    note,
    copyLabel: l10n.t("Copy"),
  };
}

const words: Readonly<Record<Gone, () => Words>> = {
  removed: () => ({
    title: l10n.t("Connection removed"),
    text: l10n.t(
      "The connection that this page was read through is gone. Close the page, or open the chat from another connection.",
    ),
    buttons: [],
  }),
  untrusted: () => ({
    title: l10n.t("Not shown in Restricted Mode"),
    text: l10n.t(
      "This page was read from an AWS account, which a workspace reaches only once it is trusted. Trust it, and the page comes back.",
    ),
    buttons: [{ label: l10n.t("Read again"), act: { action: "retry" } }],
  }),
  tryRemoved: () => ({
    title: l10n.t("Removed from the notebook"),
    text: l10n.t("The try that this page showed is no longer in the notebook. Close the page."),
    buttons: [],
  }),
};
