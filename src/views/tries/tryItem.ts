import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import type { TryResult } from "../../domain/tries";
import { resultOf } from "../../domain/tries";
import { dayLabel, fullDay, listTime } from "../../wording/times";
import { tryDetail, tryFacts, tryRoute, tryTitle } from "../../wording/tries";
import { table } from "../table";
import type { TriedNode, TryDayNode, TryNode } from "./tryNode";

export const tryItem = (node: TryNode, now: number): TreeItem =>
  node.kind === "tryDay" ? dayItem(node, now) : triedItem(node, now);

function dayItem({ day, tries }: TryDayNode, now: number): TreeItem {
  const item = new TreeItem(dayLabel(day, now), TreeItemCollapsibleState.Expanded);
  item.id = String(day);
  item.iconPath = new ThemeIcon("calendar");
  item.tooltip = fullDay(day);
  item.contextValue = "tryDay";
  item.description = tries.length === 1 ? l10n.t("1 try") : l10n.t("{0} tries", tries.length);
  return item;
}

function triedItem(node: TriedNode, now: number): TreeItem {
  const { tried, parent } = node;
  const time = listTime(tried.at, now, parent.day);
  const item = new TreeItem(`${time}  ${tryRoute(tried)}`);
  item.id = tried.id;
  item.description = tryDetail(tried);
  item.iconPath = icons[resultOf(tried)];
  item.tooltip = table(tryFacts(tried));
  item.contextValue = "try";
  item.accessibilityInformation = {
    label: [time, tryTitle(tried), tryRoute(tried), item.description].join(", "),
  };
  item.command = {
    command: "contactChains.openTry",
    title: l10n.t("Open Try"),
    arguments: [node],
  };
  return item;
}

const icons: Readonly<Record<TryResult, ThemeIcon>> = {
  agrees: new ThemeIcon("pass", new ThemeColor("testing.iconPassed")),
  differs: new ThemeIcon("warning", new ThemeColor("list.warningForeground")),
  failed: new ThemeIcon("error", new ThemeColor("testing.iconFailed")),
  unanswered: new ThemeIcon("question"),
};
