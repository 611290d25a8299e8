import { l10n, window } from "vscode";
import type { Failures } from "./failures";

/** A device that has to show a code before a role may be assumed. */
export interface MfaQuestion {
  /** Absent for the default chain. */
  readonly profile?: string;
  readonly device: string;
}

/** Undefined where the question is put away. */
export type AskMfaCode = (question: MfaQuestion) => Promise<string | undefined>;

/** A question that was put away does not come back before the person asks for something again. */
export const mfaCodes =
  (failures: Failures, ask: AskMfaCode): AskMfaCode =>
  async (question) => {
    if (failures.isPutAway(question.profile)) return undefined;
    const code = await ask(question);
    if (code === undefined) failures.putAway(question.profile);
    return code;
  };

/** Asks for the six digits that a device shows; nothing keeps or logs the answer. */
export async function showMfaBox({ profile, device }: MfaQuestion): Promise<string | undefined> {
  const code = await window.showInputBox({
    title: profile === undefined ? l10n.t("MFA Code") : l10n.t("MFA Code for Profile {0}", profile),
    prompt: l10n.t("The code that {0} shows now", device),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^\s*\d{6}\s*$/.test(text) ? undefined : l10n.t("The code has six digits."),
  });
  return code?.trim();
}
