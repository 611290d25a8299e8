import { l10n, ThemeIcon, TreeItem } from "vscode";
import { shortId } from "../wording/contacts";
import { failureLine } from "../wording/failures";
import type { Notice, NoticeNode } from "./chatNode";
import { addWaysBack } from "./waysBackOfRow";

/** A row that says why there are no others, or what went wrong. */
export function noticeItem(node: NoticeNode): TreeItem {
  const { notice } = node;
  const item = new TreeItem(noticeText(notice));
  item.iconPath = new ThemeIcon(notice.kind === "failure" ? "warning" : "info");
  item.tooltip = noticeText(notice);
  item.contextValue = `notice ${notice.kind}`;
  if (notice.kind === "failure") addWaysBack(item, node, notice.failure);
  if (notice.kind === "sandboxStopped") {
    item.command = { command: "contactChains.startSandbox", title: l10n.t("Start Sandbox") };
  }
  if (notice.kind === "noMatch") {
    item.iconPath = new ThemeIcon("filter");
    item.command = {
      command: "contactChains.clearFilter",
      title: l10n.t("Clear Filter"),
      arguments: [node.parent],
    };
  }
  return item;
}

function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case "noChats":
      return notice.days === 1
        ? l10n.t("No chats in the last day")
        : l10n.t("No chats in the last {0} days", notice.days);
    case "noMatch":
      return l10n.t("No chats match the filter. Click to clear it.");
    case "sandboxStopped":
      return l10n.t("The Sandbox is stopped. Click to start it.");
    case "linkLoops":
      return l10n.t("{0} is shown above already", shortId(notice.contactId));
    case "failure":
      return failureLine(notice.failure);
  }
}
