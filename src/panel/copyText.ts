import { l10n } from "vscode";
import { describeFailure } from "../wording/failures";
import type { AssociationReport, PanelContent } from "./content";
import { madeFrom, sentIntent } from "./content";
import type { Entry } from "./entries";
import type { DrawnPage } from "./panelView";
import type { CopyTarget, MessageBody, Row } from "./protocol";
import { failureOfPage } from "./waysBack";
import { requestText, responseText, wholeText } from "./wire";

/** What a copy button of the page stands for; the text is never taken from the page itself. */
export function copyText(what: CopyTarget, drawn: DrawnPage): string | undefined {
  switch (what.kind) {
    case "contactId":
      return contactIdsOf(drawn).has(what.contactId) ? what.contactId : undefined;
    case "row": {
      const [row] = drawn.rows.slice(what.index, what.index + 1);
      return row && rowText(row);
    }
    case "contactPart":
      return partText(what.contactId, drawn);
    case "transcript":
      return drawn.rows.slice(0, drawn.rows.length).map(rowText).join("\n");
    case "request":
      return requestOf(drawn.content);
    case "response":
      return responseOf(drawn.content);
    case "failure":
      return failureText(drawn);
  }
}

/** From a contact's heading to the next one's. */
function partText(contactId: string, { entries, rows }: DrawnPage): string | undefined {
  const start = entries.findIndex((entry) => idOfHeading(entry) === contactId);
  if (start < 0) return undefined;
  const next = entries.findIndex((entry, at) => at > start && idOfHeading(entry) !== undefined);
  const part = rows.slice(start, next < 0 ? rows.length : next);
  return part.map(rowText).join("\n").trimStart();
}

function idOfHeading(entry: Entry): string | undefined {
  if (entry.kind === "heading") return entry.section.contact.id;
  return entry.kind === "current" ? entry.contact.id : undefined;
}

function requestOf({ association, connection }: PanelContent): string | undefined {
  const intent = association && sentIntent(association);
  return intent && wholeText(requestText(intent, connection.instanceId));
}

function responseOf({ association }: PanelContent): string | undefined {
  const response = association && responseText(association);
  return response && wholeText(response);
}

/** Every contact that the page shows: an intent may name no other. */
export function contactIdsOf({ content, entries }: DrawnPage): ReadonlySet<string> {
  const { association, lineage, preview } = content;
  const ids = new Set(lineage?.chains.flatMap(({ contacts }) => contacts.map(({ id }) => id)));
  for (const id of association === undefined ? [] : idsOfAssociation(association)) ids.add(id);
  for (const { plan } of preview?.choices ?? []) ids.add(plan.sourceContactId);
  for (const entry of entries) {
    if (entry.kind === "heading") ids.add(entry.section.contact.id);
    if (entry.kind === "gap") ids.add(entry.gap.contactId);
  }
  return ids;
}

function idsOfAssociation({ intent, plan, outcome }: AssociationReport): readonly string[] {
  return [
    intent.sourceContactId,
    intent.currentContactId,
    madeFrom(outcome),
    ...plan.carried.map(({ id }) => id),
    ...plan.leftOut.map(({ contact }) => contact.id),
  ].filter((id) => id !== undefined);
}

function failureText({ content }: DrawnPage): string | undefined {
  const failure = failureOfPage(content);
  if (failure === undefined) return undefined;
  const { name, message, status, requestId } = failure.answer;
  return [
    describeFailure(failure).headline,
    `${failure.operation}: ${name}${status === undefined ? "" : ` (HTTP ${status})`}`,
    message,
    ...(requestId === undefined ? [] : [l10n.t("Request ID: {0}", requestId)]),
  ].join("\n");
}

function rowText(row: Row): string {
  switch (row.kind) {
    case "heading":
      return `\n${row.seam ? `— ${row.seam.text} —\n` : ""}${row.contactId} · ${row.title} · ${row.detail}`;
    case "event":
      return `${row.time.text}  * ${row.text}`;
    case "notice":
      return `[${row.title}. ${row.text}]`;
    case "message": {
      const who = row.name === "" ? row.roleLabel : `${row.name} (${row.roleLabel})`;
      return `${row.time.text}  ${who}: ${bodyText(row.body)}`;
    }
  }
}

function bodyText(body: MessageBody): string {
  switch (body.kind) {
    case "text":
    case "markdown":
    case "raw":
      return body.text;
    case "choice":
      return `${body.label} ${body.text}`;
    case "attachments":
      return body.files.map(({ name, status }) => `[${name}, ${status}]`).join(" ");
    case "interactive":
      return [
        body.title,
        ...body.options.map(({ title, chosen }) => `${chosen ? "✓" : "-"} ${title}`),
      ].join("\n");
  }
}
