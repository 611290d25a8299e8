import { l10n, type TreeItem } from "vscode";
import type { Failure } from "../domain/failure";
import { waysBackOf } from "../domain/waysBack";
import { describeFailure, failureLine } from "../wording/failures";
import type { NoticeNode } from "./chatNode";

/**
 * Gives the row of a failure its ways back: one by a click, the others as buttons, which the manifest shows by the words
 * of the context value.
 */
export function addWaysBack(item: TreeItem, node: NoticeNode, failure: Failure): void {
  const ways = waysBackOf(failure);
  item.contextValue = ["notice failure", ...ways].join(" ");
  item.tooltip = tooltipOf(failure);
  if (ways.includes("signIn")) {
    item.description = l10n.t("click to sign in");
    item.command = {
      command: "contactChains.signIn",
      title: l10n.t("Sign In"),
      arguments: [node],
    };
    return;
  }
  item.description = l10n.t("click to try again");
  item.command = {
    command: "contactChains.refresh",
    title: l10n.t("Try Again"),
    arguments: [node.parent],
  };
}

/** Plain text, since the service's words come from outside. */
function tooltipOf(failure: Failure): string {
  const { requestId } = failure.answer;
  return [
    failureLine(failure),
    describeFailure(failure).meaning,
    ...(requestId === undefined ? [] : [l10n.t("Request ID: {0}", requestId)]),
  ].join("\n\n");
}
