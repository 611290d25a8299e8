import { env, l10n, window } from "vscode";

/** Puts a text on the clipboard and says so for a moment. */
export async function copied(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t("$(check) Copied {0}", text.slice(0, 80)), 3000);
}
