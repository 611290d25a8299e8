import { createHash } from "node:crypto";
import { env } from "vscode";
import { escaped } from "../../panel/pageHtml";
import type { HeadingRow, MessageBody, Row } from "../../panel/protocol";
import type { Exported } from "./exported";
import { optionText } from "./exported";

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 52em; margin: 2em auto; padding: 0 1em; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin: 2em 0 0; }
p { margin: 0; } ul { margin: 0; padding-inline-start: 1.2em; } pre { margin: 0; white-space: pre-wrap; }
.quiet, time { opacity: .75; font-size: .9em; }
.seam { margin-top: 2.5em; border-top: 1px solid; padding-top: .5em; }
.notice { margin: 1em 0; padding: .5em 1em; border-inline-start: 4px solid #b8860b; }
.message { margin: .75em 0; padding: .5em 1em; border: 1px solid #8886; border-radius: 6px; }
.message[data-role=agent], .message[data-role=supervisor] { margin-inline-start: 3em; }
.message[data-role=customer] { margin-inline-end: 3em; }
.text { white-space: pre-wrap; }
`;

/** Lets this one stylesheet in and nothing else: no script, no image, no request. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** One file that needs nothing else and runs nothing. */
export function toHtml({ header, rows, notice }: Exported): string {
  const { title, subtitle, connection, region } = header;
  const about = [subtitle, connection, region ?? ""].filter((part) => part !== "");
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="quiet">${escaped(about.join(" · "))}</p>
<p class="notice">${escaped(notice)}</p>
${rows.map(rowOf).join("\n")}
</body>
</html>
`;
}

function rowOf(row: Row): string {
  switch (row.kind) {
    case "heading":
      return heading(row);
    case "event":
      return `<p class="quiet" dir="auto">${escaped(row.text)} ${timeOf(row.time)}</p>`;
    case "notice":
      return `<div class="notice"><p><b>${escaped(row.title)}</b></p><p>${escaped(row.text)}</p></div>`;
    case "message":
      return `<div class="message" data-role="${row.role}"><p><b dir="auto">${escaped(
        row.name === "" ? row.roleLabel : row.name,
      )}</b> <span class="quiet">${row.name === "" ? "" : escaped(row.roleLabel)}</span> ${timeOf(
        row.time,
      )}</p>${bodyOf(row.body)}</div>`;
  }
}

const timeOf = ({ text, title }: { readonly text: string; readonly title: string }): string =>
  `<time title="${escaped(title)}">${escaped(text)}</time>`;

const heading = ({ seam, title, badge, detail, detailTitle, contactId }: HeadingRow): string =>
  `${seam === undefined ? "" : `<p class="seam quiet">${escaped(seam.text)}</p>`}
<h2>${escaped(title)}${badge === undefined ? "" : ` (${escaped(badge)})`}</h2>
<p class="quiet" title="${escaped(detailTitle)}">${escaped(detail)} · <code>${escaped(contactId)}</code></p>`;

function bodyOf(body: MessageBody): string {
  switch (body.kind) {
    case "text":
    case "markdown":
      return `<p class="text" dir="auto">${escaped(body.text)}</p>`;
    case "raw":
      return `<p class="quiet">${escaped(body.label)}</p><pre>${escaped(body.text)}</pre>`;
    case "choice":
      return `<p dir="auto"><span class="quiet">${escaped(body.label)}</span> ${escaped(body.text)}</p>`;
    case "attachments":
      return list(body.files.map(({ name, detail, status }) => `${name} · ${detail} · ${status}`));
    case "interactive":
      return `<p class="quiet">${escaped(body.label)}</p><p dir="auto"><b>${escaped(body.title)}</b></p><p dir="auto">${escaped(
        body.subtitle ?? "",
      )}</p>${list(body.options.map((option) => `${option.chosen ? "✓ " : ""}${optionText(option)}`))}`;
  }
}

const list = (texts: readonly string[]): string =>
  `<ul>${texts.map((text) => `<li dir="auto">${escaped(text)}</li>`).join("")}</ul>`;
