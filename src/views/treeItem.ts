import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { isFiltered } from "../domain/chatFilter";
import type { AwsConnection } from "../domain/connection";
import { shortId } from "../wording/contacts";
import { filterText } from "../wording/filters";
import { dayLabel, duration, fullDay } from "../wording/times";
import type { ChainGroup } from "./chainGroups";
import { chainItem, contactItem } from "./chainItem";
import type { ChatNode, ConnectionNode, GroupNode, LinkNode, MoreNode } from "./chatNode";
import { noticeItem } from "./noticeItem";
import type { Surroundings } from "./surroundings";
import { table } from "./table";

export function toTreeItem(node: ChatNode, surroundings: Surroundings): TreeItem {
  const item = itemOf(node, surroundings);
  item.id = node.id;
  return item;
}

function itemOf(node: ChatNode, surroundings: Surroundings): TreeItem {
  switch (node.kind) {
    case "connection":
      return connectionItem(node, surroundings);
    case "group":
      return groupItem(node, surroundings);
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

function connectionItem({ connection }: ConnectionNode, surroundings: Surroundings): TreeItem {
  const { filter, sandbox } = surroundings;
  const item = new TreeItem(connection.name, TreeItemCollapsibleState.Collapsed);
  const isSandbox = connection.kind === "sandbox";
  item.iconPath = new ThemeIcon(isSandbox ? "beaker" : "organization");
  item.contextValue = [
    "connection",
    isSandbox ? `sandbox ${sandbox}` : "aws",
    isFiltered(filter) ? "filtered" : "",
  ]
    .join(" ")
    .trim();
  item.description = [
    ...(isSandbox ? [sandboxState(sandbox), clockText(surroundings)] : reachOf(connection)),
    filterText(filter),
  ]
    .filter((part) => part !== "")
    .join(" · ");
  item.tooltip = isSandbox
    ? sandboxTooltip(surroundings)
    : table([
        [l10n.t("Instance"), connection.instanceId],
        [l10n.t("Region"), connection.region],
        [l10n.t("Profile"), connection.profile ?? l10n.t("environment and default chain")],
        ...(isFiltered(filter) ? [[l10n.t("Filter"), filterText(filter)] as const] : []),
      ]);
  return item;
}

const sandboxTooltip = ({ sandboxAheadMs: ahead }: Surroundings): string =>
  [
    l10n.t(
      "An Amazon Connect emulator inside this window, with a day of demo chats. It starts by itself and keeps nothing.",
    ),
    ...(ahead === 0
      ? []
      : [
          l10n.t(
            "Its clock is {0} ahead of the real time. Reset Sandbox sets it back.",
            duration(ahead),
          ),
        ]),
  ].join("\n");

/** Empty while the clock says the real time. */
const clockText = ({ sandboxAheadMs: ahead }: Surroundings): string =>
  ahead === 0 ? "" : l10n.t("clock {0} ahead", duration(ahead));

const sandboxState = (sandbox: Surroundings["sandbox"]): string =>
  sandbox === "stopped" ? l10n.t("stopped") : l10n.t("emulator");

const reachOf = ({ region, tag, readOnly }: AwsConnection): readonly string[] => [
  region,
  tag ?? "",
  readOnly ? l10n.t("read-only") : "",
];

function groupItem({ group }: GroupNode, { now }: Surroundings): TreeItem {
  const { label, icon, tooltip } = headingOf(group, now);
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.iconPath = new ThemeIcon(icon);
  item.tooltip = tooltip;
  item.contextValue = `group ${group.kind}`;
  item.description = chatCount(group.chains.length, group.kind !== "day" || group.complete);
  return item;
}

function headingOf(group: ChainGroup, now: number) {
  switch (group.kind) {
    case "found":
      return {
        label: l10n.t("Found"),
        icon: "search",
        tooltip: l10n.t("Chats that you went to and that are not in the list below"),
      };
    case "active":
      return {
        label: l10n.t("Active"),
        icon: "pulse",
        tooltip: l10n.t("Chats that have not ended"),
      };
    case "day":
      return {
        label: dayLabel(group.day, now),
        icon: "calendar",
        tooltip: fullDay(group.day),
      };
  }
}

function chatCount(count: number, complete: boolean): string {
  if (!complete) return l10n.t("{0} chats so far", count);
  return count === 1 ? l10n.t("1 chat") : l10n.t("{0} chats", count);
}

function linkItem({ connection, relatedContactId, from }: LinkNode): TreeItem {
  const item = new TreeItem(
    l10n.t("Continued from {0}", shortId(relatedContactId)),
    TreeItemCollapsibleState.Collapsed,
  );
  item.iconPath = new ThemeIcon("link");
  item.description = l10n.t("persistent link");
  item.contextValue = `link ${connection.kind}`;
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
