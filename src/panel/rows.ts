import { l10n } from "vscode";
import type { ContactSummary } from "../domain/contact";
import { hasEnded } from "../domain/contact";
import type { Beginning } from "../domain/transcript";
import { absenceText } from "../wording/absences";
import type { Names } from "../wording/contacts";
import { beginningLabel, handledBy, shortId, stateLabel, subtypeLabel } from "../wording/contacts";
import { failureLine } from "../wording/failures";
import { dayTime, duration, fullTime, shortTime } from "../wording/times";
import type { Entry } from "./entries";
import { itemRow } from "./itemRow";
import { wayBackButtons } from "./waysBack";
import type { ActionButton, HeadingRow, NoticeRow, Row } from "./protocol";

const retry = (): ActionButton => ({ label: l10n.t("Read again"), act: { action: "retry" } });

const wait = ({ id }: ContactSummary): ActionButton => ({
  label: l10n.t("Wait for Transcript"),
  act: { action: "waitForTranscript", contactId: id },
});

const notice = (row: Omit<NoticeRow, "kind">): NoticeRow => ({ kind: "notice", ...row });

/** The words of one entry. */
export function rowOf(entry: Entry, names: Names): Row {
  switch (entry.kind) {
    case "heading":
      return headingRow(entry, names);
    case "item":
      return itemRow(entry);
    case "absence":
      return absenceRow(entry);
    case "live":
      return notice({
        tone: "info",
        title: l10n.t("The chat goes on"),
        text: l10n.t(
          "This was read from Contact Lens. Read again to see what has been said since.",
        ),
        buttons: [retry(), wait(entry.contact)],
      });
    case "nothingSaid":
      return notice({
        tone: "info",
        title: l10n.t("Nothing was said"),
        text: l10n.t("The transcript of this contact is there, but it is empty."),
        buttons: [],
      });
    case "gap":
      return gapRow(entry);
    case "leftOut":
      return leftOutRow(entry, names);
    case "current":
      return currentRow(entry.contact, names);
  }
}

function absenceRow({ absence, contact }: Extract<Entry, { kind: "absence" }>): NoticeRow {
  const { title, text, tone, mayCome } = absenceText(absence, contact);
  return notice({
    title,
    text,
    tone,
    buttons: [
      ...(absence.kind === "notWrittenYet" || absence.kind === "active" ? [wait(contact)] : []),
      ...("failure" in absence ? wayBackButtons(absence.failure, contact.id) : []),
      ...(mayCome ? [retry()] : []),
    ],
  });
}

const gapRow = ({ gap }: Extract<Entry, { kind: "gap" }>): NoticeRow =>
  notice({
    tone: "warning",
    title: l10n.t("Contact {0} could not be read", shortId(gap.contactId)),
    text: failureLine(gap.failure),
    buttons: [...wayBackButtons(gap.failure, gap.contactId), retry()],
  });

function leftOutRow({ leftOut }: Extract<Entry, { kind: "leftOut" }>, names: Names): NoticeRow {
  const { contact, reason } = leftOut;
  const about = `${handledBy(contact, names)}, ${beginningLabel(contact)}`;
  return notice({
    tone: "info",
    title: l10n.t("Left out: {0} ({1})", shortId(contact.id), about),
    text:
      reason === "later"
        ? l10n.t("It came after the contact that the chat was continued from.")
        : l10n.t("The service follows at most 100 past contacts back; this one is older."),
    buttons: [
      {
        label: l10n.t("Open its transcript"),
        act: { action: "openTranscript", contactId: contact.id },
      },
    ],
  });
}

const seamTexts: Readonly<
  Record<Exclude<Beginning, "start">, (contact: ContactSummary) => string>
> = {
  transfer: () => l10n.t("Transferred"),
  queueTransfer: () => l10n.t("Moved to another queue"),
  disconnect: () => l10n.t("Disconnect flow after the end"),
  persistentLink: (contact) =>
    l10n.t("Persistent link: the chat goes on in {0}", shortId(contact.id)),
  other: () => l10n.t("Next contact"),
};

function seamOf({
  section,
  isFirst,
}: Extract<Entry, { kind: "heading" }>): Pick<HeadingRow, "seam"> {
  const { beginning, contact } = section;
  if (isFirst) return {};
  if (beginning === "start")
    return { seam: { link: "persistent", text: l10n.t("Another chat session") } };
  return {
    seam: {
      link: beginning === "persistentLink" ? "persistent" : "session",
      text: seamTexts[beginning](contact),
    },
  };
}

/** From when to when, and how long. */
export function spanText({ initiatedAt, endedAt }: ContactSummary): string {
  if (endedAt === undefined) return l10n.t("since {0}", dayTime(initiatedAt));
  return l10n.t(
    "{0} – {1} ({2})",
    dayTime(initiatedAt),
    shortTime(endedAt, initiatedAt),
    duration(endedAt - initiatedAt),
  );
}

const spanTitle = ({ initiatedAt, endedAt }: ContactSummary): string =>
  endedAt === undefined
    ? fullTime(initiatedAt)
    : l10n.t("{0} – {1}", fullTime(initiatedAt), fullTime(endedAt));

function badgeOf(entry: Extract<Entry, { kind: "heading" }>): Pick<HeadingRow, "badge"> {
  if (entry.part === "current") return { badge: l10n.t("Current chat") };
  if (entry.isSource) return { badge: l10n.t("Continued from here") };
  return hasEnded(entry.section.contact) ? {} : { badge: stateLabel(entry.section.contact) };
}

function headingRow(entry: Extract<Entry, { kind: "heading" }>, names: Names): HeadingRow {
  const { contact, startsChain } = entry.section;
  return {
    kind: "heading",
    contactId: contact.id,
    shortId: shortId(contact.id),
    part: entry.part,
    title: handledBy(contact, names),
    detail: [
      ...(startsChain ? [subtypeLabel(contact)] : []),
      beginningLabel(contact),
      spanText(contact),
    ].join(" · "),
    detailTitle: spanTitle(contact),
    ...seamOf(entry),
    ...badgeOf(entry),
    buttons: hasEnded(contact)
      ? [
          {
            label: l10n.t("Continue from here…"),
            act: { action: "continuePastChat", contactId: contact.id },
          },
        ]
      : [],
  };
}

const currentRow = (contact: ContactSummary, names: Names): HeadingRow => ({
  kind: "heading",
  contactId: contact.id,
  shortId: shortId(contact.id),
  part: "current",
  seam: { link: "persistent", text: seamTexts.persistentLink(contact) },
  title: handledBy(contact, names),
  detail: [
    subtypeLabel(contact),
    spanText(contact),
    l10n.t("what is said here is written after its end"),
  ].join(" · "),
  detailTitle: spanTitle(contact),
  badge: l10n.t("Current chat"),
  buttons: [],
});
