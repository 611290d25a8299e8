import { env, l10n } from "vscode";
import { shellQuote } from "../connections/shellQuote";
import type { CliCall, CliTarget } from "../domain/cliCommand";
import { cliWords } from "../domain/cliCommand";
import type { App } from "./app";
import type { Subject } from "./chosenSubject";
import { chosenSubject, targetOf } from "./chosenSubject";
import { copied } from "./copied";
import { askOne } from "./quickPickStep";

/** Copies a call about a contact, written for the AWS CLI and the person's shell. */
export async function copyCliCommand(app: App, argument: unknown): Promise<void> {
  const subject = await chosenSubject(app, argument, l10n.t("Copy as AWS CLI Command"));
  if (subject === undefined) return;
  const chosen = await askOne<AboutContact>({
    title: l10n.t("Copy as AWS CLI Command"),
    placeholder: l10n.t("Which call?"),
    items: operations.map((operation) => ({ label: operation, value: operation })),
  });
  if (chosen === undefined) return;
  const call = await callOf(app, subject, chosen);
  await copied(cliCommand(call, await targetOf(app, subject.connection), env.shell));
}

/** Calls that the row of a contact tells enough about. */
type AboutContact = Exclude<CliCall["operation"], "start-chat-contact">;

/** The association first: it is what people come for. */
const operations: readonly AboutContact[] = [
  "create-persistent-contact-association",
  "describe-contact",
  "list-associated-contacts",
  "get-contact-attributes",
];

/** A part of an association that the row does not tell stands there by its name. Rejects with a `Failure`. */
export async function callOf(
  { chats }: App,
  { connection, contactId, currentContactId, past }: Subject,
  operation: AboutContact,
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
