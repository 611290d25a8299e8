import { l10n } from "vscode";
import type { CheckVerdict } from "../../domain/checks";
import type { Connection } from "../../domain/connection";
import type { Evidence } from "../../domain/doctor/evidence";
import type { Exhibit, Finding } from "../../domain/doctor/finding";
import type { PastLead } from "../../domain/doctor/pastLead";
import { iamStatement } from "../../domain/iamStatement";
import { shortId } from "../../wording/contacts";
import { checkedWord, findingText } from "../../wording/doctor";
import { code, fenced, plain } from "../../wording/markdownText";

export interface Examined {
  readonly connection: Connection;
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/** The report as Markdown, readable as it stands and in a ticket. Whatever the service said stands in it as text. */
export function toReport({ connection, evidence, findings }: Examined): string {
  const { contactId } = evidence.complaint;
  return [
    `# ${l10n.t("Why is there no history? {0}", shortId(contactId))}`,
    facts(connection, evidence),
    summary(findings),
    ...section(l10n.t("The chat"), "chat", findings),
    ...pastSection(evidence, findings),
    ...section(l10n.t("The instance"), "instance", findings),
    ...statements(connection, findings),
  ]
    .join("\n\n")
    .concat("\n");
}

const facts = ({ name, instanceId, region }: Connection, { complaint, now }: Evidence): string =>
  [
    `- ${l10n.t("Contact")}: ${code(complaint.contactId)}`,
    `- ${l10n.t("Instance")}: ${code(instanceId)}, ${code(region)} (${plain(name)})`,
    `- ${l10n.t("Looked at")}: ${code(new Date(now).toISOString())}`,
  ].join("\n");

/** The answer, before all that it rests on. */
function summary(findings: readonly Finding[]): string {
  const failed = findings.filter(({ verdict }) => verdict === "problem");
  if (failed.length === 0)
    return `**${l10n.t("No check failed. What could not be known is marked Unknown.")}**`;
  return failed
    .map((finding) => {
      const { text, advice = "" } = findingText(finding);
      return `**${plain(text)}.** ${plain(advice)}`.trimEnd();
    })
    .join("\n\n");
}

const rank: readonly CheckVerdict[] = ["problem", "unknown", "ok"];

function section(
  title: string,
  about: Finding["about"],
  findings: readonly Finding[],
): readonly string[] {
  const own = findings.filter((finding) => finding.about === about);
  const ranked = rank.flatMap((verdict) => own.filter((finding) => finding.verdict === verdict));
  return ranked.length === 0 ? [] : [`## ${plain(title)}`, ranked.map(item).join("\n")];
}

function pastSection({ past }: Evidence, findings: readonly Finding[]): readonly string[] {
  return past === undefined ? [] : section(pastTitle(past.lead), "past", findings);
}

function pastTitle({ by, contactId }: PastLead): string {
  const id = shortId(contactId);
  switch (by) {
    case "link":
      return l10n.t("The past chat that it is linked to: {0}", id);
    case "request":
      return l10n.t("The past chat that was asked for: {0}", id);
    case "attribute":
      return l10n.t("The past chat that its attribute names: {0}", id);
    case "itself":
      return l10n.t("The chat as one that another continues: {0}", id);
  }
}

function item(finding: Finding): string {
  const { text, advice } = findingText(finding);
  const said = advice === undefined ? text : `${text}. ${advice}`;
  return [
    `- **${checkedWord(finding.verdict)}** · ${plain(said)}`,
    ...finding.exhibits.map((exhibit) => `  - ${exhibitLine(exhibit)}`),
  ].join("\n");
}

const LONGEST_VALUE = 300;

function exhibitLine({ field, contactId, value }: Exhibit): string {
  const name =
    contactId === undefined ? code(field) : l10n.t("{0} of {1}", code(field), code(contactId));
  return `${name}: ${value === undefined ? l10n.t("not set") : code(valueText(value))}`;
}

function valueText(value: NonNullable<Exhibit["value"]>): string {
  if (typeof value === "object") return new Date(value.time).toISOString();
  const text = String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** What a policy has to allow, for whoever looks after it. */
function statements(connection: Connection, findings: readonly Finding[]): readonly string[] {
  const denied = findings.flatMap((finding) =>
    finding.id === "callsAreAllowed" ? finding.denied : [],
  );
  return denied.map((failure) =>
    fenced(JSON.stringify(iamStatement(failure, connection), undefined, 2), "json"),
  );
}
