import { l10n } from "vscode";

/** Who a chat event is about; both may be missing. */
interface Actor {
  readonly name: string | undefined;
  readonly role: string | undefined;
}

/** A participant's role as people say it; an unknown one is shown as it is. */
export function roleLabel(role: string | undefined, displayName?: string): string {
  switch (role) {
    case "CUSTOMER":
      return l10n.t("Customer");
    case "AGENT":
      return l10n.t("Agent");
    case "SUPERVISOR":
      return l10n.t("Supervisor");
    case "CUSTOM_BOT":
      return l10n.t("Bot");
    case "SYSTEM":
      return displayName === "BOT" ? l10n.t("Bot") : l10n.t("System");
    case undefined:
      return l10n.t("No participant");
    default:
      return role;
  }
}

const whoIs = ({ name, role }: Actor): string =>
  name === undefined || name === ""
    ? roleLabel(role)
    : role === undefined
      ? name
      : l10n.t("{0} ({1})", name, roleLabel(role, name));

type Wording = (who: string) => string;

/** By what follows `application/vnd.amazonaws.connect.event.` (domain.md §3.5). */
const wordings: ReadonlyMap<string, Wording> = new Map<string, Wording>([
  ["participant.joined", (who) => l10n.t("{0} joined", who)],
  ["participant.left", (who) => l10n.t("{0} left", who)],
  ["participant.invited", (who) => l10n.t("{0} was invited", who)],
  ["participant.active", (who) => l10n.t("{0} is active again", who)],
  ["participant.inactive", (who) => l10n.t("{0} became inactive", who)],
  ["participant.idle", (who) => l10n.t("{0} is idle", who)],
  ["participant.returned", (who) => l10n.t("{0} returned", who)],
  ["participant.autodisconnection", (who) => l10n.t("{0} was disconnected for being idle", who)],
  ["participant.displayname.updated", (who) => l10n.t("Display name changed to {0}", who)],
  ["transfer.succeeded", () => l10n.t("Transfer succeeded")],
  ["transfer.failed", () => l10n.t("Transfer failed")],
  ["chat.ended", () => l10n.t("Chat ended")],
  ["chat.rehydrated", () => l10n.t("Earlier messages were brought back (chat rehydrated)")],
  ["typing", (who) => l10n.t("{0} was typing", who)],
  ["message.read", (who) => l10n.t("{0} read the messages", who)],
  ["message.delivered", (who) => l10n.t("Messages were delivered to {0}", who)],
  ["connection.acknowledged", (who) => l10n.t("Connection of {0} acknowledged", who)],
  ["authentication.initiated", () => l10n.t("Authentication started")],
  ["authentication.succeeded", () => l10n.t("Authentication succeeded")],
  ["authentication.failed", () => l10n.t("Authentication failed")],
  ["authentication.timeout", () => l10n.t("Authentication timed out")],
  ["authentication.expired", () => l10n.t("Authentication expired")],
  ["authentication.cancelled", () => l10n.t("Authentication cancelled")],
  ["workflow.cancelled", () => l10n.t("Workflow cancelled")],
]);

/** What happened, in a few words; an unknown event is shown as it is. */
export const eventText = (event: string, actor: Actor): string =>
  wordings.get(event)?.(whoIs(actor)) ?? l10n.t("Event {0}: {1}", event, whoIs(actor));
