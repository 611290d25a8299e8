import type { TemplateResult } from "lit/html.js";
import { html, nothing } from "lit/html.js";
import type { Fact, HeaderView, PanelView, PartList, ResultView, Verdict } from "../panel/protocol";
import type { Intents } from "./controls";
import { actionButton, actionLink, iconCopy } from "./controls";
import type { IconName } from "./icons";
import { icon } from "./icons";

const toneIcons: Readonly<Record<HeaderView["tone"], IconName>> = {
  good: "pass",
  bad: "error",
  warning: "warning",
  neutral: "info",
};

/** What this page is, and which instance it speaks of. */
export const header = (view: HeaderView): TemplateResult =>
  html`<header class="top" data-tone=${view.tone}>
    <h1><span class="tone">${icon(toneIcons[view.tone])}</span><span>${view.title}</span></h1>
    <p class="quiet where">
      ${
        view.tag
          ? html`<span class="tag" data-danger=${String(view.tag.danger)}>${view.tag.text}</span>`
          : nothing
      }
      <span>${view.connection}</span>
      ${view.region === undefined ? nothing : html`<span>${view.region}</span>`}
      ${view.subtitle === "" ? nothing : html`<span>${view.subtitle}</span>`}
    </p>
  </header>`;

/** Stands alone below the header. */
export const note = (
  { text, buttons }: NonNullable<PanelView["note"]>,
  intents: Intents,
): TemplateResult =>
  html`<section>
    <p>${text}</p>
    <p class="buttons">${buttons.map((button) => actionButton(button, intents))}</p>
  </section>`;

export const facts = (list: readonly Fact[], view: PanelView, intents: Intents): TemplateResult =>
  html`<dl class="facts">
    ${list.map(
      (fact) =>
        html`<div class="fact">
          <dt>${fact.label}</dt>
          <dd title=${fact.title ?? nothing}>
            <span class=${fact.code === true ? "code" : ""}>${fact.value}</span>
            ${copyOf(fact, view, intents)}
          </dd>
        </div>`,
    )}
  </dl>`;

function copyOf(
  { label, copy }: Fact,
  view: PanelView,
  intents: Intents,
): TemplateResult | typeof nothing {
  return copy === undefined
    ? nothing
    : iconCopy(`${view.copyLabel}: ${label}`, () => intents.copy(copy));
}

export const verdict = (view: Verdict): TemplateResult =>
  html`<div class="verdict" data-tone=${view.tone}>
    <span class="tone">${icon(toneIcons[view.tone])}</span>
    <div>
      <p>${view.text}</p>
      ${
        view.differences.length === 0
          ? nothing
          : html`<ul>
              ${view.differences.map((difference) => html`<li>${difference}</li>`)}
            </ul>`
      }
    </div>
  </div>`;

const partIcons: Readonly<Record<PartList["part"], IconName>> = {
  carried: "check",
  leftOut: "circleSlash",
  current: "target",
  plain: "info",
};

export const partList = (list: PartList): TemplateResult =>
  html`<div class="part" data-part=${list.part}>
    <h3>${icon(partIcons[list.part])}<span>${list.title}</span></h3>
    ${
      list.contacts.length === 0
        ? html`<p class="quiet">${list.empty}</p>`
        : html`<ul class="contacts">
            ${list.contacts.map(
              (contact) =>
                html`<li data-contact=${contact.contactId} title=${contact.title}>
                  <span class="code">${contact.shortId}</span><span>${contact.text}</span>
                </li>`,
            )}
          </ul>`
    }
  </div>`;

/** What was asked, what came back, and whether that is what the plan said. */
export const result = (part: ResultView, view: PanelView, intents: Intents): TemplateResult =>
  html`<section class="result" aria-label=${part.title}>
    ${part.verdict ? verdict(part.verdict) : nothing}
    <div class="columns">
      <div>
        <h2>${part.askedTitle}</h2>
        ${facts(part.asked, view, intents)}
        <p class="buttons">${part.buttons.map((button) => actionLink(button, intents))}</p>
      </div>
      <div>
        <h2>${part.answeredTitle}</h2>
        ${facts(part.answered, view, intents)}
      </div>
    </div>
    ${
      part.parts.length === 0
        ? nothing
        : html`<div class="columns">${part.parts.map((list) => partList(list))}</div>`
    }
  </section>`;
