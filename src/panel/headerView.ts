import { l10n } from "vscode";
import type { Connection } from "../domain/connection";
import { shortId, subtypeLabel } from "../wording/contacts";
import { typeLabel } from "../wording/plans";
import { dayTime } from "../wording/times";
import type { AssociationReport, PanelContent, PreviewReport, TestChatReport } from "./content";
import type { HeaderView } from "./protocol";

/** What the page is, in one line, and of which instance. */
export function headerView(content: PanelContent): HeaderView {
  const { connection } = content;
  return {
    ...titleOf(content),
    connection: connection.name,
    region: connection.region,
    ...tagOf(connection),
  };
}

type Title = Pick<HeaderView, "tone" | "title" | "subtitle">;

function titleOf(content: PanelContent): Title {
  if (content.testChat) return testChatTitle(content.testChat);
  if (content.association) return associationTitle(content.association);
  return content.preview ? previewTitle(content.preview) : transcriptTitle(content);
}

const previewTitle = ({ pastContactId, current }: PreviewReport): Title => ({
  tone: "neutral",
  title: l10n.t("Preview of {0}", shortId(pastContactId)),
  subtitle: current === undefined ? "" : l10n.t("into {0}", shortId(current.id)),
});

const testChatTitle = ({ contactId, displayName, flowName, line }: TestChatReport): Title => ({
  tone: line.kind === "notStarted" ? "bad" : "neutral",
  title:
    contactId === undefined ? l10n.t("Test chat") : l10n.t("Test chat {0}", shortId(contactId)),
  subtitle: l10n.t("{0} in {1}", displayName, flowName),
});

const associationSubtitle = ({
  rehydrationType,
  currentContactId: current,
}: AssociationReport["intent"]): string =>
  l10n.t(
    "{0} into {1}",
    typeLabel(rehydrationType),
    current === undefined ? l10n.t("a new chat") : shortId(current),
  );

function associationTitle({ intent, outcome, plan }: AssociationReport): Title {
  const subtitle = associationSubtitle(intent);
  switch (outcome.kind) {
    case "pending":
      return {
        tone: "neutral",
        title: l10n.t(
          "Continuing from {0}…",
          shortId(plan.continuedFrom?.id ?? intent.sourceContactId),
        ),
        subtitle,
      };
    case "done":
      return {
        tone: outcome.comparison.kind === "agrees" ? "good" : "warning",
        title: l10n.t("Continued from {0}", shortId(outcome.answer.continuedFromContactId)),
        subtitle,
      };
    case "recorded":
      return {
        tone: outcome.comparison.kind === "agrees" ? "good" : "warning",
        title: l10n.t("Continued from {0}", shortId(outcome.continuedFromContactId)),
        subtitle,
      };
    case "found":
      return {
        tone: "good",
        title: l10n.t("Continued from {0}", shortId(outcome.continuedFromContactId)),
        subtitle,
      };
    case "failed":
      return { tone: "bad", title: l10n.t("Continuing failed"), subtitle };
  }
}

/** A chain is known by its first contact. */
function transcriptTitle({ lineage, choice }: PanelContent): Title {
  const [first, ...later] = lineage?.chains[0].contacts ?? [];
  const of = choice?.kind === "contact" ? later.find(({ id }) => id === choice.contactId) : first;
  const contact = of ?? first;
  return contact === undefined
    ? { tone: "neutral", title: l10n.t("Transcript"), subtitle: "" }
    : {
        tone: "neutral",
        title: l10n.t("Transcript of {0}", shortId(contact.id)),
        subtitle: l10n.t("{0}, {1}", subtypeLabel(contact), dayTime(contact.initiatedAt)),
      };
}

const tags: Readonly<Record<"prod" | "staging" | "dev", string>> = {
  prod: "PROD",
  staging: "STAGING",
  dev: "DEV",
};

function tagOf(connection: Connection): Pick<HeaderView, "tag"> {
  return connection.kind === "aws" && connection.tag !== undefined
    ? { tag: { text: tags[connection.tag], danger: connection.tag === "prod" } }
    : {};
}

/** For the editor's tab. */
export const tabTitle = (content: PanelContent): string => headerView(content).title;
