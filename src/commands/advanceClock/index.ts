import { l10n, window } from "vscode";
import type { App } from "../app";
import { askOne } from "../quickPickStep";
import { typedDuration } from "./typedDuration";

/** Asks how far, and moves the Sandbox's clock: agents answer, chats end, transcripts are written. */
export async function advanceSandboxClock({ sandbox, connections, tree }: App): Promise<void> {
  const seconds = await askSeconds();
  if (seconds === undefined) return;
  await sandbox.advance(seconds);
  const connection = connections().find(({ kind }) => kind === "sandbox");
  if (connection !== undefined) await tree.reread(connection);
}

async function askSeconds(): Promise<number | undefined> {
  const chosen = await askOne<number | "other">({
    title: title(),
    placeholder: l10n.t("How far? Agents answer, chats end, and transcripts are written by then."),
    items: [
      { label: l10n.t("10 seconds"), value: 10 },
      { label: l10n.t("1 minute"), value: 60 },
      { label: l10n.t("1 hour"), value: 3_600 },
      { label: l10n.t("1 day"), value: 86_400 },
      { label: l10n.t("Another Duration…"), value: "other" },
    ],
  });
  return chosen === "other" ? askDuration() : chosen;
}

const title = (): string => l10n.t("Advance Sandbox Clock");

async function askDuration(): Promise<number | undefined> {
  const typed = await window.showInputBox({
    title: title(),
    prompt: l10n.t("A number and s, min, h or d, such as 90 s or 2 h; at most 30 d"),
    validateInput: (text) =>
      typedDuration(text) === undefined
        ? l10n.t("Write a number and s, min, h or d; at most 30 d.")
        : undefined,
  });
  return typed === undefined ? undefined : typedDuration(typed);
}
