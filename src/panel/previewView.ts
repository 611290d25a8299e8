import { l10n } from "vscode";
import type { RehydrationType } from "../domain/association";
import type { Check } from "../domain/checks";
import type { Connection } from "../domain/connection";
import { isReadOnly } from "../domain/connection";
import type { Contact } from "../domain/contact";
import type { AssociationPlan } from "../domain/plan";
import { beginningLabel, handledBy, shortId } from "../wording/contacts";
import { messageCount, typeLabel } from "../wording/plans";
import { checkLines } from "./checkLines";
import type { PanelContent, PreviewChoice, PreviewReport } from "./content";
import { partLists } from "./partLists";
import type { ActionButton, ChoiceView, Fact, PreviewView, Verdict } from "./protocol";
import { contactFact } from "./resultView";

/** Both rehydration types side by side, with what is to be sent for each. Nothing has been called. */
export function previewView(report: PreviewReport, content: PanelContent): PreviewView {
  const others = otherContacts(report, content);
  return {
    title: l10n.t("Both rehydration types"),
    text: introduction(report, content.connection),
    choices: report.choices.map((choice) => choiceView(choice, report, content)),
    ...(others.length > 0 && {
      others: { title: l10n.t("From another contact of the session"), buttons: others },
    }),
    buttons: [{ label: l10n.t("Read again"), act: { action: "retry" } }],
  };
}

const introduction = ({ current }: PreviewReport, connection: Connection): string =>
  [
    l10n.t("Nothing was called and nothing was changed."),
    current === undefined
      ? l10n.t(
          "The chat that gets the history is not chosen yet, so what could stand against it is not checked.",
        )
      : l10n.t("Checked for chat {0}, which would get the history.", shortId(current.id)),
    ...(isReadOnly(connection)
      ? [l10n.t("{0} is read-only. Edit the connection to continue chats on it.", connection.name)]
      : []),
  ].join(" ");

function otherContacts(
  { pastContactId }: PreviewReport,
  { lineage, names }: PanelContent,
): readonly ActionButton[] {
  const contacts = lineage?.chains[0].contacts ?? [];
  const label = (contact: Contact): string =>
    [shortId(contact.id), handledBy(contact, names), beginningLabel(contact)].join(" · ");
  return contacts
    .filter(({ id }) => id !== pastContactId)
    .map((contact) => ({
      label: label(contact),
      act: { action: "previewRehydration", contactId: contact.id },
    }));
}

const continueLabels: Readonly<Record<RehydrationType, () => string>> = {
  ENTIRE_PAST_SESSION: () => l10n.t("Continue the entire past session…"),
  FROM_SEGMENT: () => l10n.t("Continue from this segment…"),
};

function choiceView(
  choice: PreviewChoice,
  { pastContactId }: PreviewReport,
  { names, connection }: PanelContent,
): ChoiceView {
  const { plan } = choice;
  const { rehydrationType } = plan;
  const verdict = verdictOf(plan);
  return {
    title: typeLabel(rehydrationType),
    type: rehydrationType,
    verdict,
    facts: factsOf(choice),
    parts: partLists({ ...plan, unknown: false }, names, false),
    checksTitle: l10n.t("Checks"),
    checks: checkLines(plan.checks),
    ...(plan.continuedFrom !== undefined &&
      !isReadOnly(connection) && {
        button: {
          label: continueLabels[rehydrationType](),
          primary: verdict.tone === "good",
          act: { action: "continuePastChat", contactId: pastContactId, rehydrationType },
        },
      }),
  };
}

const factsOf = ({ plan, brings }: PreviewChoice): readonly Fact[] => [
  plan.continuedFrom === undefined
    ? { label: l10n.t("Continues from"), value: l10n.t("Nothing to continue from") }
    : contactFact(l10n.t("Continues from"), plan.continuedFrom.id),
  contactFact(l10n.t("Pass as {0}", "SourceContactId"), plan.sourceContactId),
  { label: l10n.t("Messages"), value: messagesOf(brings) },
];

function messagesOf(brings: PreviewChoice["brings"]): string {
  if (brings === undefined) return l10n.t("being counted…");
  const messages = messageCount(brings.messages);
  return brings.unread === 0
    ? messages
    : `${messages} · ${l10n.t("{0} without a transcript", brings.unread)}`;
}

/** A history that is cut off is no reason to refuse (domain.md §1.5). */
const isAgainst = ({ id, verdict }: Check): boolean =>
  verdict === "problem" && id !== "historyIsWithinLimit";

/** Which broken rule the service answers how is not documented (domain.md §1.1): so `usually`. */
function verdictOf({ checks }: AssociationPlan): Verdict {
  if (checks.some(isAgainst))
    return { tone: "bad", text: l10n.t("The service usually refuses this."), differences: [] };
  return checks.every(({ verdict }) => verdict === "ok")
    ? { tone: "good", text: l10n.t("Nothing stands against it."), differences: [] }
    : {
        tone: "warning",
        text: l10n.t("It usually works, but look at the checks."),
        differences: [],
      };
}
