import { env, l10n } from "vscode";
import { shellQuote } from "../connections/shellQuote";
import type { CliCall, CliTarget } from "../domain/cliCommand";
import { cliWords } from "../domain/cliCommand";
import type { Connection } from "../domain/connection";
import type { App } from "./app";
import { askContact } from "./askContact";
import type { Draft } from "./chosenRow";
import { chosenRow, draftOf } from "./chosenRow";
import { copied } from "./copied";
import { askStep } from "./quickPickStep";

/** Copies a call about a contact, written for the AWS CLI and the person's shell. */
export async function copyCliCommand(app: App, argument: unknown): Promise<void> {
  const draft = await chosenDraft(app, argument);
  if (draft?.connection === undefined) return;
  const calls = callsOf(draft);
  const answer = await askStep<CliCall>({
    title: l10n.t("Copy as AWS CLI Command"),
    step: 1,
    totalSteps: 1,
    placeholder: l10n.t("Which call?"),
    load: (show) => {
      show(calls.map((call) => ({ label: call.operation, value: call })));
      return Promise.resolve();
    },
  });
  if (answer.kind === "picked")
    await copied(cliCommand(answer.value, await targetOf(app, draft.connection), env.shell));
}

async function chosenDraft(app: App, argument: unknown): Promise<Draft | undefined> {
  const row = chosenRow(argument);
  if (row?.kind === "link") return { ...draftOf(row), currentContactId: row.from.id };
  if (row !== undefined) return draftOf(row);
  const asked = await askContact(app, l10n.t("Copy as AWS CLI Command"));
  return asked && { connection: asked.connection, past: asked.choice };
}

/** The association first: a part that the row does not tell stands there by its name. */
function callsOf({ currentContactId, past }: Draft): readonly CliCall[] {
  const contactId = past?.contactId ?? currentContactId;
  if (contactId === undefined) return [];
  return [
    {
      operation: "create-persistent-contact-association",
      currentContactId: currentContactId ?? "CURRENT_CONTACT_ID",
      sourceContactId: past?.contactId ?? "PAST_CONTACT_ID",
      rehydrationType: past?.kind === "chain" ? "ENTIRE_PAST_SESSION" : "FROM_SEGMENT",
      clientToken: crypto.randomUUID(),
    },
    { operation: "describe-contact", contactId },
    { operation: "list-associated-contacts", contactId },
    { operation: "get-contact-attributes", initialContactId: contactId },
  ];
}

/** A word that no shell takes safely, such as an odd name of a profile, is left to the person. */
export const cliCommand = (call: CliCall, target: CliTarget, shell: string): string =>
  cliWords(call, target)
    .map((word) => (/^--[a-z-]+$/.test(word) ? word : (shellQuote(word, shell) ?? "…")))
    .join(" ");

async function targetOf({ sandbox }: App, connection: Connection): Promise<CliTarget> {
  const { instanceId, region } = connection;
  if (connection.kind === "sandbox")
    return { instanceId, region, endpointUrl: await sandbox.endpoint() };
  const { profile } = connection;
  return { instanceId, region, ...(profile !== undefined && { profile }) };
}
