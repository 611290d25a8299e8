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
  const subject = draft && subjectOf(draft);
  if (subject === undefined) return;
  const answer = await askStep<CliCall["operation"]>({
    title: l10n.t("Copy as AWS CLI Command"),
    step: 1,
    totalSteps: 1,
    placeholder: l10n.t("Which call?"),
    load: (show) => {
      show(operations.map((operation) => ({ label: operation, value: operation })));
      return Promise.resolve();
    },
  });
  if (answer.kind !== "picked") return;
  const call = await callOf(app, subject, answer.value);
  await copied(cliCommand(call, await targetOf(app, subject.connection), env.shell));
}

/** The association first: it is what people come for. */
const operations: readonly CliCall["operation"][] = [
  "create-persistent-contact-association",
  "describe-contact",
  "list-associated-contacts",
  "get-contact-attributes",
];

/** A draft that tells at least one contact. */
interface Subject extends Draft {
  readonly connection: Connection;
  readonly contactId: string;
}

function subjectOf(draft: Draft): Subject | undefined {
  const { connection } = draft;
  const contactId = draft.past?.contactId ?? draft.currentContactId;
  return connection === undefined || contactId === undefined
    ? undefined
    : { ...draft, connection, contactId };
}

async function chosenDraft(app: App, argument: unknown): Promise<Draft | undefined> {
  const row = chosenRow(argument);
  if (row?.kind === "link") return { ...draftOf(row), currentContactId: row.from.id };
  if (row !== undefined) return draftOf(row);
  const asked = await askContact(app, l10n.t("Copy as AWS CLI Command"));
  return asked && { connection: asked.connection, past: asked.choice };
}

/** A part of an association that the row does not tell stands there by its name. Rejects with a `Failure`. */
export async function callOf(
  { chats }: App,
  { connection, contactId, currentContactId, past }: Subject,
  operation: CliCall["operation"],
): Promise<CliCall> {
  switch (operation) {
    case "create-persistent-contact-association":
      return {
        operation,
        currentContactId: currentContactId ?? "CURRENT_CONTACT_ID",
        sourceContactId: past?.contactId ?? "PAST_CONTACT_ID",
        rehydrationType: past?.kind === "chain" ? "ENTIRE_PAST_SESSION" : "FROM_SEGMENT",
        clientToken: crypto.randomUUID(),
      };
    case "get-contact-attributes": {
      // They are kept at the session's first contact (domain.md §3.2).
      const { initialContactId } = await chats.chain(connection, contactId);
      return { operation, initialContactId };
    }
    default:
      return { operation, contactId };
  }
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
