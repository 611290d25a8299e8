import { l10n } from "vscode";
import { readInteractive } from "../domain/interactive";
import type { TranscriptItem } from "../domain/transcript";
import { eventText, roleLabel } from "../wording/events";

/** What is read out of an item that comes in a chat; undefined for what the customer does. */
export function announcementOf(item: TranscriptItem): string | undefined {
  if (item.role === "CUSTOMER") return undefined;
  const who = item.displayName ?? roleLabel(item.role);
  switch (item.kind) {
    case "event":
      return eventText(item.event, { name: item.displayName, role: item.role });
    case "message":
      return l10n.t("{0}: {1}", who, item.content);
    case "interactive":
      return l10n.t("{0} asks: {1}", who, readInteractive(item.content)?.title ?? "");
    default:
      return l10n.t("New from {0}", who);
  }
}
