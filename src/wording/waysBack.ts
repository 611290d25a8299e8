import { l10n } from "vscode";
import type { WayBack } from "../domain/waysBack";

const labels: Readonly<Record<WayBack, () => string>> = {
  addConnection: () => l10n.t("Add Connection…"),
  copyIamStatement: () => l10n.t("Copy IAM Statement"),
  openAwsConfig: () => l10n.t("Open AWS Config File"),
  retry: () => l10n.t("Try Again"),
  signIn: () => l10n.t("Sign In"),
};

export const wayBackLabel = (way: WayBack): string => labels[way]();
