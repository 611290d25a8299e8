import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import { isActive } from "../domain/chain";
import type { ContactSummary } from "../domain/contact";
import { hasEnded } from "../domain/contact";
import type { Names } from "../wording/contacts";
import { beginningLabel, handledBy, shortId, stateLabel, subtypeLabel } from "../wording/contacts";
import { failureLine } from "../wording/failures";
import { duration, fullTime, shortTime } from "../wording/times";
import { addWaysBack } from "./waysBackOfRow";
import type {
  ChainNode,
  ChatNode,
  ConnectionNode,
  ContactNode,
  LinkNode,
  MoreNode,
  Notice,
  NoticeNode,
} from "./chatNode";

/** What a row shows beyond its node. */
export interface Surroundings {
  /** ms since the epoch. */
  readonly now: number;
  readonly names: Names;
  readonly sandbox: "running" | "stopped" | "idle";
  /** The contact that the chain was continued from, once that has been read. */
  readonly continuedFrom: (initialContactId: string) => string | undefined;
}

export function toTreeItem(node: ChatNode, surroundings: Surroundings): TreeItem {
  const item = itemOf(node, surroundings);
  item.id = node.id;
  return item;
}

function itemOf(node: ChatNode, surroundings: Surroundings): TreeItem {
  switch (node.kind) {
    case "connection":
      return connectionItem(node, surroundings);
    case "chain":
      return chainItem(node, surroundings);
    case "contact":
      return contactItem(node, surroundings);
    case "link":
      return linkItem(node);
    case "more":
      return moreItem(node);
    case "notice":
      return noticeItem(node);
  }
}

function connectionItem({ connection }: ConnectionNode, { sandbox }: Surroundings): TreeItem {
  const item = new TreeItem(connection.name, TreeItemCollapsibleState.Collapsed);
  if (connection.kind === "sandbox") {
    item.iconPath = new ThemeIcon("beaker");
    item.contextValue = `connection sandbox ${sandbox}`;
    item.description = sandbox === "stopped" ? l10n.t("stopped") : l10n.t("emulator");
    item.tooltip = l10n.t(
      "An Amazon Connect emulator inside this window, with a day of demo chats. It starts by itself and keeps nothing.",
    );
    return item;
  }
  item.iconPath = new ThemeIcon("organization");
  item.contextValue = "connection aws";
  item.description = [
    connection.region,
    connection.tag,
    connection.readOnly ? l10n.t("read-only") : undefined,
  ]
    .filter(Boolean)
    .join(" · ");
  item.tooltip = table([
    [l10n.t("Instance"), connection.instanceId],
    [l10n.t("Region"), connection.region],
    [l10n.t("Profile"), connection.profile ?? l10n.t("environment and default chain")],
  ]);
  return item;
}

function chainItem({ chain }: ChainNode, surroundings: Surroundings): TreeItem {
  const [first] = chain.contacts;
  const active = isActive(chain);
  const continuedFrom = surroundings.continuedFrom(chain.initialContactId);
  const item = new TreeItem(
    `${shortTime(first.initiatedAt, surroundings.now)}  ${subtypeLabel(first)}`,
    TreeItemCollapsibleState.Collapsed,
  );
  item.description = [
    active ? l10n.t("active") : undefined,
    continuedFrom === undefined ? undefined : l10n.t("continued"),
    knownAgents(chain.contacts, surroundings.names).join(" → "),
    contactCount(chain.contacts.length),
    chain.partial ? l10n.t("partial") : undefined,
  ]
    .filter(Boolean)
    .join(" · ");
  item.iconPath = active
    ? new ThemeIcon("comment-discussion", new ThemeColor("charts.green"))
    : new ThemeIcon(continuedFrom === undefined ? "comment" : "history");
  item.contextValue = `chain ${active ? "active" : "ended"}`;
  item.tooltip = chainTooltip(chain, surroundings, continuedFrom);
  item.accessibilityInformation = {
    label: `${item.label as string}, ${item.description}`,
  };
  return item;
}

const contactCount = (count: number): string =>
  count === 1 ? l10n.t("1 contact") : l10n.t("{0} contacts", count);

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
            l10n.t("Its first contact lies before the listed time. Expand to read it."),
          ] as const,
        ]
      : []),
  ]);
}

function contactItem({ contact }: ContactNode, { names, now }: Surroundings): TreeItem {
  const item = new TreeItem(
    `${shortTime(contact.initiatedAt, now)}  ${handledBy(contact, names)}`,
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
  item.contextValue = `contact ${hasEnded(contact) ? "ended" : "active"}`;
  item.tooltip = contactTooltip(contact, names);
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

/** Two columns; values come from outside, so they are added as text and not as markdown. */
function table(rows: readonly (readonly [string, string])[]): MarkdownString {
  const markdown = new MarkdownString();
  for (const [name, value] of rows) {
    markdown.appendMarkdown(`**${name}**  `);
    markdown.appendText(value);
    markdown.appendMarkdown("\n\n");
  }
  return markdown;
}

function linkItem({ relatedContactId, from }: LinkNode): TreeItem {
  const item = new TreeItem(
    l10n.t("Continued from {0}", shortId(relatedContactId)),
    TreeItemCollapsibleState.Collapsed,
  );
  item.iconPath = new ThemeIcon("link");
  item.description = l10n.t("persistent link");
  item.contextValue = "link";
  item.tooltip = table([
    [l10n.t("Contact"), from.id],
    [l10n.t("Continued from"), relatedContactId],
  ]);
  return item;
}

function moreItem(node: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t("Load more"));
  item.description = l10n.t("{0} of {1} contacts", node.read, node.total);
  item.iconPath = new ThemeIcon("more");
  item.command = {
    command: "contactChains.loadMore",
    title: l10n.t("Load more"),
    arguments: [node],
  };
  return item;
}

function noticeItem(node: NoticeNode): TreeItem {
  const { notice } = node;
  const item = new TreeItem(noticeText(notice));
  item.iconPath = new ThemeIcon(notice.kind === "failure" ? "warning" : "info");
  item.tooltip = noticeText(notice);
  item.contextValue = `notice ${notice.kind}`;
  if (notice.kind === "failure") addWaysBack(item, node, notice.failure);
  if (notice.kind === "sandboxStopped") {
    item.command = { command: "contactChains.startSandbox", title: l10n.t("Start Sandbox") };
  }
  return item;
}

function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case "noChats":
      return notice.days === 1
        ? l10n.t("No chats in the last day")
        : l10n.t("No chats in the last {0} days", notice.days);
    case "sandboxStopped":
      return l10n.t("The Sandbox is stopped. Click to start it.");
    case "linkLoops":
      return l10n.t("{0} is shown above already", shortId(notice.contactId));
    case "failure":
      return failureLine(notice.failure);
  }
}
