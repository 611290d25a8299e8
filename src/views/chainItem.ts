import {
  l10n,
  type MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import { isActive } from "../domain/chain";
import { narrowsChains } from "../domain/chatFilter";
import type { ContactSummary } from "../domain/contact";
import { hasEnded } from "../domain/contact";
import type { Names } from "../wording/contacts";
import { beginningLabel, handledBy, shortId, stateLabel, subtypeLabel } from "../wording/contacts";
import { duration, fullTime, listTime, startOfDay } from "../wording/times";
import type { ChainNode, ContactNode } from "./chatNode";
import type { Surroundings } from "./surroundings";
import { table } from "./table";

/** The row of a chain. */
export function chainItem(
  { chain, connection, parent }: ChainNode,
  surroundings: Surroundings,
): TreeItem {
  const [first] = chain.contacts;
  const active = isActive(chain);
  const continuedFrom = surroundings.continuedFrom(chain.initialContactId);
  const item = new TreeItem(
    `${listTime(first.initiatedAt, surroundings.now, dayAbove(parent))}  ${subtypeLabel(first)}`,
    TreeItemCollapsibleState.Collapsed,
  );
  item.description = [
    active ? l10n.t("active") : undefined,
    continuedFrom === undefined ? undefined : l10n.t("continued"),
    knownAgents(chain.contacts, surroundings.names).join(" → "),
    contactCount(chain.contacts.length, isNarrowed(parent, surroundings)),
    chain.partial ? l10n.t("partial") : undefined,
  ]
    .filter(Boolean)
    .join(" · ");
  item.iconPath = active
    ? new ThemeIcon("comment-discussion", new ThemeColor("charts.green"))
    : new ThemeIcon(continuedFrom === undefined ? "comment" : "history");
  item.contextValue = `chain ${active ? "active" : "ended"} ${connection.kind}`;
  item.tooltip = chainTooltip(chain, surroundings, continuedFrom);
  item.accessibilityInformation = {
    label: `${item.label as string}, ${item.description}`,
  };
  return item;
}

/** The day that is said by the rows above already. */
function dayAbove(parent: (ChainNode | ContactNode)["parent"]): number | undefined {
  if (parent.kind === "chain") return startOfDay(parent.chain.contacts[0].initiatedAt);
  return parent.kind === "group" && parent.group.kind === "day" ? parent.group.day : undefined;
}

/** A filter may leave out others of the same chat; what was found by its id is whole. */
const isNarrowed = (parent: ChainNode["parent"], { filter }: Surroundings): boolean =>
  narrowsChains(filter) && !(parent.kind === "group" && parent.group.kind === "found");

function contactCount(count: number, matching: boolean): string {
  if (matching)
    return count === 1 ? l10n.t("1 matching contact") : l10n.t("{0} matching contacts", count);
  return count === 1 ? l10n.t("1 contact") : l10n.t("{0} contacts", count);
}

/** Agents in the order in which they took over; ids that have no name yet say nothing in a row. */
function knownAgents(contacts: readonly ContactSummary[], names: Names): string[] {
  const agents = contacts.flatMap(({ agentId }) => names.agents.get(agentId ?? "") ?? []);
  return agents.filter((agent, index) => agent !== agents[index - 1]);
}

function chainTooltip(
  chain: ChainNode["chain"],
  { names }: Surroundings,
  continuedFrom: string | undefined,
): MarkdownString {
  const [first] = chain.contacts;
  const last = chain.contacts.at(-1) ?? first;
  return table([
    [l10n.t("Chain"), chain.initialContactId],
    [l10n.t("Subtype"), subtypeLabel(first)],
    [l10n.t("Began"), fullTime(first.initiatedAt)],
    [
      l10n.t("Ended"),
      last.endedAt === undefined || isActive(chain)
        ? l10n.t("still active")
        : fullTime(last.endedAt),
    ],
    [l10n.t("Contacts"), String(chain.contacts.length)],
    [l10n.t("Handled by"), chain.contacts.map((contact) => handledBy(contact, names)).join(" → ")],
    ...(continuedFrom === undefined ? [] : [[l10n.t("Continued from"), continuedFrom] as const]),
    ...(chain.partial
      ? [
          [
            l10n.t("Partial"),
            l10n.t("Its first contact is not in the list. Expand to read it."),
          ] as const,
        ]
      : []),
  ]);
}

/** The row of a contact. */
export function contactItem(node: ContactNode, { names, now }: Surroundings): TreeItem {
  const { contact, connection, parent } = node;
  const item = new TreeItem(
    `${listTime(contact.initiatedAt, now, dayAbove(parent))}  ${handledBy(contact, names)}`,
    TreeItemCollapsibleState.None,
  );
  item.description = [
    beginningLabel(contact),
    hasEnded(contact) ? undefined : stateLabel(contact),
    shortId(contact.id),
  ]
    .filter(Boolean)
    .join(" · ");
  item.iconPath = new ThemeIcon(contactIcon(contact));
  item.contextValue = `contact ${hasEnded(contact) ? "ended" : "active"} ${connection.kind}`;
  item.tooltip = contactTooltip(contact, names);
  item.command = {
    command: "contactChains.openTranscript",
    title: l10n.t("Open Transcript"),
    arguments: [node],
  };
  item.accessibilityInformation = { label: `${item.label as string}, ${item.description}` };
  return item;
}

function contactIcon({ initiationMethod }: ContactSummary): string {
  switch (initiationMethod) {
    case "TRANSFER":
    case "QUEUE_TRANSFER":
      return "arrow-swap";
    case "DISCONNECT":
      return "checklist";
    default:
      return "account";
  }
}

function contactTooltip(contact: ContactSummary, names: Names): MarkdownString {
  const { queueId, endedAt } = contact;
  return table([
    [l10n.t("Contact"), contact.id],
    [l10n.t("Initiation method"), contact.initiationMethod],
    [l10n.t("Handled by"), handledBy(contact, names)],
    ...(queueId === undefined
      ? []
      : [[l10n.t("Queue"), names.queues.get(queueId) ?? queueId] as const]),
    [l10n.t("Began"), fullTime(contact.initiatedAt)],
    [l10n.t("Ended"), endedAt === undefined ? l10n.t("still active") : fullTime(endedAt)],
    ...(endedAt === undefined
      ? []
      : [[l10n.t("Lasted"), duration(endedAt - contact.initiatedAt)] as const]),
    ...(contact.previousContactId === undefined
      ? []
      : [[l10n.t("Previous contact"), contact.previousContactId] as const]),
  ]);
}
