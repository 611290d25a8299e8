import { l10n } from "vscode";
import type { ContactSummary } from "../domain/contact";
import { hasEnded } from "../domain/contact";

/** Names by id; an id that is not in them is shown as it is (denied, or not read yet). */
export interface Names {
  readonly agents: ReadonlyMap<string, string>;
  readonly queues: ReadonlyMap<string, string>;
}

export const noNames: Names = { agents: new Map(), queues: new Map() };

/** Enough of an id to tell contacts apart in a row. */
export const shortId = (contactId: string): string => contactId.slice(0, 8);

/** `Chat`, `SMS`, … of `connect:Chat`; an unknown subtype is shown as it is. */
export const subtypeName = (subtype: string): string =>
  subtype.replace(/^connect:/, "").replace(/^CHAT$/, l10n.t("Chat"));

export const subtypeLabel = (contact: ContactSummary): string =>
  subtypeName(contact.subtype ?? contact.channel);

/** Who handled the contact, in a few words. */
export function handledBy(contact: ContactSummary, names: Names): string {
  if (contact.agentId !== undefined) return names.agents.get(contact.agentId) ?? contact.agentId;
  if (contact.initiationMethod === "DISCONNECT") return l10n.t("survey, no agent");
  return hasEnded(contact) ? l10n.t("no agent") : l10n.t("waiting for an agent");
}

export const beginningLabel = (contact: ContactSummary): string =>
  beginningOf(contact.initiationMethod);

/** How a contact began, as a person says it; an unknown initiation method is shown as it is. */
export function beginningOf(initiationMethod: string): string {
  switch (initiationMethod) {
    case "API":
      return l10n.t("started");
    case "INBOUND":
      return l10n.t("inbound");
    case "OUTBOUND":
      return l10n.t("outbound");
    case "TRANSFER":
      return l10n.t("transferred");
    case "QUEUE_TRANSFER":
      return l10n.t("moved to another queue");
    case "DISCONNECT":
      return l10n.t("disconnect flow");
    default:
      return initiationMethod;
  }
}

export const stateLabel = (contact: ContactSummary): string =>
  hasEnded(contact) ? l10n.t("ended") : l10n.t("active");
