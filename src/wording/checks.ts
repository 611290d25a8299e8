import { l10n } from "vscode";
import type { Check, CheckVerdict } from "../domain/checks";
import { shortId } from "./contacts";

type CheckId = Check["id"];
type Of<Id extends CheckId> = Extract<Check, { id: Id }>;
type Wordings = { readonly [Id in CheckId]: (check: Of<Id>) => string };

const idList = (ids: readonly string[]): string => ids.map(shortId).join(", ");

const ok = (check: Check): boolean => check.verdict === "ok";

const same: Readonly<Record<"contact" | "session" | "history", () => string>> = {
  contact: () => l10n.t("The current chat is the past contact itself"),
  session: () => l10n.t("The current chat is part of the past chat session"),
  history: () => l10n.t("The current chat is in the past chat's own history"),
};

function storedTranscripts({ verdict, notListed, deleted }: Of<"transcriptsAreStored">): string {
  if (verdict === "ok") return l10n.t("Every past contact has a stored transcript");
  return [
    ...(notListed.length > 0
      ? [l10n.t("No transcript is listed yet for {0}", idList(notListed))]
      : []),
    ...(deleted.length > 0 ? [l10n.t("The transcript of {0} was deleted", idList(deleted))] : []),
  ].join("; ");
}

const wordings: Wordings = {
  sourceIsChat: (check) =>
    ok(check)
      ? l10n.t("The past contact is a chat")
      : l10n.t("The past contact {0} is not known to be a chat", shortId(check.contactId)),
  sourceHasEnded: (check) =>
    ok(check)
      ? l10n.t("The past contact has ended")
      : l10n.t("The past contact {0} has not ended", shortId(check.contactId)),
  sessionHasEndedChat: (check) =>
    ok(check)
      ? l10n.t("The past session has an ended chat contact")
      : l10n.t("The past session has no ended chat contact to continue from"),
  sessionHasEnded: (check) =>
    ok(check)
      ? l10n.t("The past session has ended")
      : l10n.t("Other contacts of the past session go on: {0}", idList(check.activeContactIds)),
  sessionIsListed: (check) =>
    ok(check)
      ? l10n.t("The past session's contacts are all known")
      : l10n.t(
          "The past session's contacts could not be listed, so later ones may be missing here",
        ),
  currentIsChat: (check) =>
    ok(check)
      ? l10n.t("The current contact is a chat")
      : l10n.t("The current contact is not a chat but {0}", check.channel),
  currentIsActive: (check) =>
    ok(check) ? l10n.t("The current chat is active") : l10n.t("The current chat has ended"),
  currentIsNotPersistent: (check) =>
    ok(check)
      ? l10n.t("The current chat does not continue a past chat yet")
      : l10n.t(
          "The current chat already continues {0}, and that can be set only once",
          shortId(check.relatedContactId ?? ""),
        ),
  currentIsAnotherChat: (check) =>
    check.same === undefined
      ? l10n.t("The current chat is another chat than the past one")
      : same[check.same](),
  transcriptsAreStored: storedTranscripts,
  historyIsWithinLimit: (check) =>
    ok(check)
      ? l10n.t("The history is within {0} contacts", check.limit)
      : l10n.t("The history is longer than {0} contacts; older ones are cut off", check.limit),
  historyIsComplete: (check) =>
    ok(check)
      ? l10n.t("Every contact of the history could be read")
      : l10n.t("Could not be read: {0}", idList(check.unreadContactIds)),
};

/** What a check found, as a statement. */
export function checkText<Id extends CheckId>(check: Of<Id> & { readonly id: Id }): string {
  const wording: (check: Of<Id>) => string = wordings[check.id];
  return wording(check);
}

const chooseChat = (): string => l10n.t("Choose a contact that is a chat.");

const waitForEnd = (): string =>
  l10n.t("Wait until the past chat has ended, or choose one that has.");

const advice: Readonly<Partial<Record<CheckId, () => string>>> = {
  sourceIsChat: chooseChat,
  currentIsChat: chooseChat,
  sourceHasEnded: waitForEnd,
  sessionHasEndedChat: waitForEnd,
  sessionHasEnded: waitForEnd,
  currentIsActive: () => l10n.t("Start a new chat, and continue in that one while it is active."),
  currentIsNotPersistent: () =>
    l10n.t("Start a new chat and continue in that one: this one keeps what it has."),
  currentIsAnotherChat: () =>
    l10n.t("Choose a past chat and a current chat that are not the same."),
  historyIsWithinLimit: () =>
    l10n.t("The service follows no more back. Older contacts can still be read here."),
  transcriptsAreStored: () =>
    l10n.t(
      "Wait one to two minutes after the end of the past chat; if no transcript comes, choose a past contact that has one.",
    ),
};

/** What to do about a check that is not met; undefined where there is nothing to do. */
export const checkAdvice = (check: Check): string | undefined => advice[check.id]?.();

/** The verdict in a word. */
export function verdictWord(verdict: CheckVerdict): string {
  switch (verdict) {
    case "ok":
      return l10n.t("OK");
    case "problem":
      return l10n.t("Problem");
    case "unknown":
      return l10n.t("Unsure");
  }
}
