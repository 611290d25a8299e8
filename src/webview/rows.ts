import type { TemplateResult } from "lit/html.js";
import { html, nothing } from "lit/html.js";
import type {
  EventRow,
  HeadingRow,
  MessageBody,
  MessageRow,
  NoticeRow,
  PanelView,
  Row,
} from "../panel/protocol";
import type { Intents } from "./controls";
import { actionLink, iconCopy } from "./controls";
import type { IconName } from "./icons";
import { icon } from "./icons";
import { markdown } from "./markdown";

export const roleIcons: Readonly<Record<MessageRow["role"], IconName>> = {
  customer: "account",
  agent: "headset",
  system: "gear",
  bot: "robot",
  supervisor: "eye",
  unknown: "question",
};

type Interactive = Extract<MessageBody, { kind: "interactive" }>;
type Option = Interactive["options"][number];

const interactive = (body: Interactive, { chat }: PanelView, intents: Intents): TemplateResult => {
  const question = chat?.question?.itemId === body.itemId ? chat.question : undefined;
  return html`<div class="card">
    <p class="quiet" data-text>${body.label}</p>
    <p class="strong" data-text>${body.title}</p>
    ${body.subtitle === undefined ? nothing : html`<p data-text>${body.subtitle}</p>`}
    <ul class="options">
      ${body.options.map(
        (option, index) =>
          html`<li
            data-chosen=${String(option.chosen)}
            data-of-card=${String(option.card !== undefined)}
            aria-current=${option.chosen ? "true" : nothing}
          >
            ${
              question !== undefined && option.canBeTaken
                ? optionButton(option, question.disabled, () =>
                    intents.act({ action: "answer", itemId: body.itemId, option: index }),
                  )
                : optionText(option)
            }
          </li>`,
      )}
    </ul>
  </div>`;
};

const optionText = ({ title, subtitle, chosen }: Option): TemplateResult =>
  html`<span class="mark">${chosen ? icon("check") : nothing}</span>
    <span>
      <span data-text>${title}</span>
      ${subtitle === undefined ? nothing : html`<span class="quiet" data-text>${subtitle}</span>`}
    </span>`;

/** One that cannot be taken any more keeps the focus where it has it. */
const optionButton = (
  option: Option,
  disabled: string | undefined,
  take: () => void,
): TemplateResult =>
  html`<button
    type="button"
    class="option"
    aria-label=${option.card === undefined ? nothing : `${option.card}: ${option.title}`}
    aria-disabled=${disabled === undefined ? nothing : "true"}
    title=${disabled ?? nothing}
    @click=${disabled === undefined ? take : nothing}
  >
    ${optionText(option)}
  </button>`;

// Foreign text goes into text nodes only: Lit writes these holes with textContent, never as markup.
function bodyOf(body: MessageBody, view: PanelView, intents: Intents): TemplateResult {
  switch (body.kind) {
    case "text":
      return html`<p class="text" dir="auto" data-text>${body.text}</p>`;
    case "markdown":
      return markdown(body.text, (url) => intents.open(url));
    case "raw":
      return html`<div class="raw">
        <p class="quiet" data-text>${body.label}</p>
        <pre><code data-text>${body.text}</code></pre>
      </div>`;
    case "interactive":
      return interactive(body, view, intents);
    case "choice":
      return html`<p class="choice">
        ${icon("check")}<span class="quiet" data-text>${body.label}</span>
        <span class="strong" dir="auto" data-text>${body.text}</span>
      </p>`;
    case "attachments":
      return html`<ul class="files">
        ${body.files.map(
          (file) =>
            html`<li data-usable=${String(file.usable)}>
              ${icon("attach")}
              <span>
                <span class="strong" dir="auto" data-text>${file.name}</span>
                <span class="quiet" data-text>${file.detail}</span>
                <span class="status" data-text>${file.status}</span>
              </span>
            </li>`,
        )}
      </ul>`;
  }
}

const time = ({ text, title }: MessageRow["time"]): TemplateResult =>
  html`<time title=${title}>${text}</time>`;

const reveal = (
  { label, revealed }: NonNullable<MessageRow["reveal"]>,
  index: number,
  intents: Intents,
): TemplateResult =>
  html`<button type="button" class="link reveal" @click=${() => intents.reveal(index, !revealed)}>
    ${label}
  </button>`;

const message = (
  row: MessageRow,
  index: number,
  view: PanelView,
  intents: Intents,
): TemplateResult =>
  html`<div class="message" data-role=${row.role}>
    <span class="face">${icon(roleIcons[row.role])}</span>
    <div class="bubble">
      <p class="by">
        <span class="strong" dir="auto" ?data-text=${row.name !== ""}
          >${row.name === "" ? row.roleLabel : row.name}</span
        >
        ${row.name === "" ? nothing : html`<span class="role">${row.roleLabel}</span>`}
        ${row.reveal ? reveal(row.reveal, index, intents) : nothing}
        ${iconCopy(view.copyLabel, () => intents.copy({ kind: "row", index }))} ${time(row.time)}
      </p>
      ${bodyOf(row.body, view, intents)}
    </div>
  </div>`;

const event = (row: EventRow): TemplateResult =>
  html`<p class="event quiet"><span dir="auto" data-text>${row.text}</span>${time(row.time)}</p>`;

const notice = (row: NoticeRow, intents: Intents): TemplateResult =>
  html`<div class="notice" data-tone=${row.tone}>
    <span class="tone">${icon(row.tone === "warning" ? "warning" : "info")}</span>
    <div>
      <p class="strong" data-text>${row.title}</p>
      <p data-text>${row.text}</p>
      ${
        row.buttons.length === 0
          ? nothing
          : html`<p class="buttons">${row.buttons.map((button) => actionLink(button, intents))}</p>`
      }
    </div>
  </div>`;

const seam = ({ link, text }: NonNullable<HeadingRow["seam"]>): TemplateResult =>
  html`<p class="seam" data-link=${link}>
    <span>${icon(link === "persistent" ? "link" : "arrowDown")}<span data-text>${text}</span></span>
  </p>`;

const heading = (row: HeadingRow, view: PanelView, intents: Intents): TemplateResult =>
  html`${row.seam ? seam(row.seam) : nothing}
    <div class="heading" data-part=${row.part} data-contact=${row.contactId}>
      <h3>
        <span class="code" title=${row.contactId} data-text>${row.shortId}</span>
        <span data-text>${row.title}</span>
        ${iconCopy(`${view.copyLabel}: ${row.contactId}`, () =>
          intents.copy({ kind: "contactId", contactId: row.contactId }),
        )}
        ${row.badge === undefined ? nothing : html`<span class="badge" data-text>${row.badge}</span>`}
      </h3>
      <p class="quiet" title=${row.detailTitle} data-text>${row.detail}</p>
      <p class="buttons">
        ${row.buttons.map((button) => actionLink(button, intents))}
        <button
          type="button"
          class="link"
          @click=${() => intents.copy({ kind: "contactPart", contactId: row.contactId })}
        >
          ${view.transcript?.tools.copyPart}
        </button>
      </p>
    </div>`;

/** One row of the transcript. */
export function rowOf(row: Row, index: number, view: PanelView, intents: Intents): TemplateResult {
  switch (row.kind) {
    case "heading":
      return heading(row, view, intents);
    case "message":
      return message(row, index, view, intents);
    case "event":
      return event(row);
    case "notice":
      return notice(row, intents);
  }
}
