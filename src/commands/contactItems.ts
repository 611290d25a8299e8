import { l10n, QuickPickItemKind } from "vscode";
import type { Chain } from "../domain/chain";
import { isActive } from "../domain/chain";
import type { Connection } from "../domain/connection";
import { contactReferenceOf } from "../domain/contactReference";
import type { ContactSummary } from "../domain/contact";
import type { Names } from "../wording/contacts";
import { beginningLabel, handledBy, shortId, subtypeLabel } from "../wording/contacts";
import { listTime } from "../wording/times";
import type { StepItem } from "./quickPickStep";
import type { PastChoice } from "./chosenRow";

export const separator = (label: string): StepItem<never> => ({
  label,
  kind: QuickPickItemKind.Separator,
});

/** Says something where there is nothing to choose: VS Code shows no separator that has no item below it. */
export const note = (label: string, detail?: string): StepItem<never> => ({
  label: `$(info) ${label}`,
  ...(detail !== undefined && { detail }),
  alwaysShow: true,
});

/** A chat that goes on, as something to choose. */
export function activeChatItem(contact: ContactSummary, names: Names): StepItem<string> {
  return {
    label: `$(comment-discussion) ${listTime(contact.initiatedAt, Date.now())}  ${subtypeLabel(contact)}`,
    description: handledBy(contact, names),
    detail: contact.id,
    value: contact.id,
  };
}

/** A chain and, below it, its contacts newest first: either can be chosen. */
export function chainItems(chain: Chain, names: Names, endedOnly: boolean): StepItem<PastChoice>[] {
  if (endedOnly && isActive(chain)) return [];
  const [first] = chain.contacts;
  const now = Date.now();
  return [
    separator(`${listTime(first.initiatedAt, now)}  ${subtypeLabel(first)}`),
    {
      label: `$(comment) ${l10n.t("Whole chat")}`,
      description: contactCount(chain.contacts.length),
      detail: chain.initialContactId,
      value: { kind: "chain", contactId: chain.initialContactId },
    },
    ...chain.contacts.toReversed().map((contact): StepItem<PastChoice> => ({
      label: `$(debug-step-into) ${shortId(contact.id)}`,
      description: [
        listTime(contact.initiatedAt, now),
        beginningLabel(contact),
        handledBy(contact, names),
      ].join(" · "),
      value: { kind: "contact", contactId: contact.id },
    })),
  ];
}

const contactCount = (count: number): string =>
  count === 1 ? l10n.t("1 contact") : l10n.t("{0} contacts", count);

/** A contact id, ARN or console link that was typed; undefined where the text is none of these. */
export function typedContact(
  text: string,
  { instanceId }: Connection,
): StepItem<string> | undefined {
  const reference = contactReferenceOf(text);
  if (reference === undefined) return undefined;
  const elsewhere = reference.instanceId !== undefined && reference.instanceId !== instanceId;
  return {
    label: `$(symbol-string) ${l10n.t("Contact {0}", reference.contactId)}`,
    description: elsewhere ? l10n.t("of another instance") : l10n.t("as typed"),
    alwaysShow: true,
    value: reference.contactId,
  };
}
