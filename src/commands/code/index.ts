import type { TextEditor } from "vscode";
import { env, l10n, window } from "vscode";
import { codeOf } from "../../domain/code";
import type { CodeCall } from "../../domain/code/call";
import type { Connection } from "../../domain/connection";
import type { PanelContent } from "../../panel/content";
import { snippetOf } from "../../wording/snippetOf";
import type { App } from "../app";
import { chosenSubject, targetOf } from "../chosenSubject";
import type { CodeChoice } from "./askCode";
import { askCode, languageLabel } from "./askCode";
import { callsFrom, callsOf } from "./calls";

/** Copies a call about a chat, written in a language that is asked for. */
export async function copyAsCode(app: App, argument: unknown): Promise<void> {
  const title = l10n.t("Copy as Code");
  const subject = await chosenSubject(app, argument, title);
  if (subject !== undefined) await copyOneOf(app, subject.connection, await callsOf(app, subject));
}

/** The association that the panel shows, with everything known. */
export async function copyAssociationAsCode(
  app: App,
  { connection, association }: PanelContent,
): Promise<void> {
  if (association === undefined) return;
  const { currentContactId, ...source } = association.intent;
  await copyOneOf(app, connection, callsFrom([source], currentContactId));
}

async function copyOneOf(
  app: App,
  connection: Connection,
  calls: readonly CodeCall[],
): Promise<void> {
  const choice = await askCode(
    l10n.t("Copy as Code"),
    calls,
    window.activeTextEditor?.document.languageId,
  );
  if (choice === undefined) return;
  await env.clipboard.writeText(await codeFor(app, connection, choice));
  window.setStatusBarMessage(l10n.t("$(check) Copied {0}", languageLabel(choice.language)), 3000);
}

/** Puts the same where the cursor is; what has to be replaced can be reached with the tab key. */
export async function insertAsCode(app: App, argument: unknown): Promise<void> {
  const title = l10n.t("Insert as Code");
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    await window.showWarningMessage(l10n.t("Open the file that the code is to go into first."));
    return;
  }
  const subject = await chosenSubject(app, argument, title);
  if (subject === undefined) return;
  const calls = await callsOf(app, subject);
  const choice = await askCode(title, calls, editor.document.languageId);
  if (choice === undefined) return;
  await insert(editor, await codeFor(app, subject.connection, choice));
}

async function insert(editor: TextEditor, code: string): Promise<void> {
  if (await editor.insertSnippet(snippetOf(code))) return;
  await window.showWarningMessage(l10n.t("Nothing can be written into this editor."));
}

const codeFor = async (
  app: App,
  connection: Connection,
  { call, language }: CodeChoice,
): Promise<string> =>
  codeOf(language, {
    call,
    target: await targetOf(app, connection),
    clientToken: crypto.randomUUID(),
  });
