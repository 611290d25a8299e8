import type { HeadingRow, MessageBody, MessageRow, Row } from "../../panel/protocol";
import { fenced, oneLine, plain } from "../../wording/markdownText";
import type { Exported } from "./exported";
import { optionText } from "./exported";

/** For people; whatever was said stands there as text and never as Markdown. */
export function toMarkdown({ header, rows, notice }: Exported): string {
  const { title, subtitle, connection, region } = header;
  const about = [subtitle, connection, region ?? ""].filter((part) => part !== "");
  const parts = [`# ${plain(title)}`, plain(about.join(" · ")), `_${plain(notice)}_`];
  return `${[...parts, ...rows.map(rowOf)].join("\n\n")}\n`;
}

function rowOf(row: Row): string {
  switch (row.kind) {
    case "heading":
      return heading(row);
    case "event":
      return `_${plain(`${row.time.text} · ${row.text}`)}_`;
    case "notice":
      return quoted(`**${plain(row.title)}**\n${plain(row.text)}`);
    case "message":
      return message(row);
  }
}

const heading = ({ seam, contactId, title, detail, badge }: HeadingRow): string =>
  [
    ...(seam === undefined ? [] : [`---\n\n_${plain(seam.text)}_`]),
    `## ${plain(title)}${badge === undefined ? "" : ` (${plain(badge)})`}`,
    `${plain(detail)}  \n\`${contactId.replace(/`/g, "")}\``,
  ].join("\n\n");

function message({ name, roleLabel, time, body }: MessageRow): string {
  const who = name === "" ? roleLabel : `${name} (${roleLabel})`;
  return `**${plain(who)}** · ${plain(time.text)}\n\n${quoted(bodyOf(body))}`;
}

function bodyOf(body: MessageBody): string {
  switch (body.kind) {
    case "text":
    case "markdown":
      return plain(body.text);
    case "raw":
      return `${plain(body.label)}\n\n${fenced(body.text)}`;
    case "choice":
      return `${plain(body.label)} **${plain(oneLine(body.text))}**`;
    case "attachments":
      return body.files
        .map(({ name, detail, status }) => `- ${plain(oneLine(`${name} · ${detail} · ${status}`))}`)
        .join("\n");
    case "interactive":
      return [
        `${plain(body.label)}: **${plain(oneLine(body.title))}**`,
        ...(body.subtitle === undefined ? [] : [plain(body.subtitle)]),
        body.options
          .map((option) => `- [${option.chosen ? "x" : " "}] ${plain(oneLine(optionText(option)))}`)
          .join("\n"),
      ].join("\n\n");
  }
}

const quoted = (markdown: string): string => markdown.replace(/^/gm, "> ");
