import { l10n } from "vscode";
import { describeFailure } from "../wording/failures";
import type { PanelContent } from "./content";
import type { DrawnPage } from "./panelView";
import type { CopyTarget, MessageBody, Row } from "./protocol";
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

const requestOf = ({ association, connection }: PanelContent): string | undefined =>
  association && wholeText(requestText(association.intent, connection.instanceId));

function responseOf({ association }: PanelContent): string | undefined {
  const response = association && responseText(association);
  return response && wholeText(response);
}

/** Every contact that the page shows: an intent may name no other. */
export function contactIdsOf({ content, entries }: DrawnPage): ReadonlySet<string> {
  const { association, lineage } = content;
  const ids = new Set(lineage?.chains.flatMap(({ contacts }) => contacts.map(({ id }) => id)));
  if (association !== undefined) {
    const { intent, plan, outcome } = association;
    ids.add(intent.sourceContactId).add(intent.currentContactId);
    if (outcome.kind === "done") ids.add(outcome.answer.continuedFromContactId);
    for (const { id } of plan.carried) ids.add(id);
    for (const { contact } of plan.leftOut) ids.add(contact.id);
  }
  for (const entry of entries) if (entry.kind === "heading") ids.add(entry.section.contact.id);
  return ids;
}

function failureText({ content: { association, conversation } }: DrawnPage): string | undefined {
  const failure =
    association?.outcome.kind === "failed"
      ? association.outcome.failure
      : conversation?.kind === "failed"
        ? conversation.failure
        : undefined;
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
