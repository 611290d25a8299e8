import type { MessageBody, Row } from "../panel/protocol";
import { markdownTexts } from "./markdown";

/**
 * What a search looks through: the texts of a row in the order in which they are drawn, each in an element with `data-text`.
 * Everything that is read, but for times, roles and buttons, of which every row has the same.
 */
export function textsOf(row: Row): readonly string[] {
  switch (row.kind) {
    case "heading":
      // Drawn is the beginning of the id; whoever looks for the whole of it shall find it too.
      return [
        ...(row.seam ? [row.seam.text] : []),
        row.contactId,
        row.title,
        ...(row.badge === undefined ? [] : [row.badge]),
        row.detail,
      ];
    case "message":
      return row.name === "" ? bodyTexts(row.body) : [row.name, ...bodyTexts(row.body)];
    case "event":
      return [row.text];
    case "notice":
      return [row.title, row.text];
  }
}

function bodyTexts(body: MessageBody): readonly string[] {
  switch (body.kind) {
    case "text":
      return [body.text];
    case "markdown":
      return textsOfMarkdown(body);
    case "raw":
    case "choice":
      return [body.label, body.text];
    case "attachments":
      return body.files.flatMap(({ name, detail, status }) => [name, detail, status]);
    case "interactive":
      return [
        body.label,
        body.title,
        ...(body.subtitle === undefined ? [] : [body.subtitle]),
        ...body.options.flatMap(({ title, subtitle }) =>
          subtitle === undefined ? [title] : [title, subtitle],
        ),
      ];
  }
}

const known = new WeakMap<MessageBody, readonly string[]>();

/** Worked out once: reading markdown takes far longer than searching it. */
function textsOfMarkdown(body: Extract<MessageBody, { text: string }>): readonly string[] {
  const before = known.get(body);
  if (before !== undefined) return before;
  const texts = markdownTexts(body.text);
  known.set(body, texts);
  return texts;
}
