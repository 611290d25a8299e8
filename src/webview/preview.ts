import type { TemplateResult } from "lit/html.js";
import { html, nothing } from "lit/html.js";
import type { ChoiceView, PanelView, PreviewView } from "../panel/protocol";
import { checkList } from "./checks";
import type { Intents } from "./controls";
import { actionButton, actionLink } from "./controls";
import { facts, partList, verdict } from "./summary";

const choice = (part: ChoiceView, view: PanelView, intents: Intents): TemplateResult =>
  html`<section class="rehydration" data-type=${part.type} aria-label=${part.title}>
    <h2><span>${part.title}</span> <span class="code quiet">${part.type}</span></h2>
    ${verdict(part.verdict)} ${facts(part.facts, view, intents)}
    ${part.button ? html`<p class="buttons">${actionButton(part.button, intents)}</p>` : nothing}
    ${part.parts.map((list) => partList(list))}
    <div class="part">
      <h3>${part.checksTitle}</h3>
      ${checkList(part.checks)}
    </div>
  </section>`;

/** Both rehydration types, beside each other where there is room. */
export const preview = (part: PreviewView, view: PanelView, intents: Intents): TemplateResult =>
  html`<section class="preview" aria-label=${part.title}>
    <p>${part.text}</p>
    <p class="buttons">${part.buttons.map((button) => actionLink(button, intents))}</p>
    <div class="columns">${part.choices.map((each) => choice(each, view, intents))}</div>
    ${
      part.others
        ? html`<div class="part">
            <h3>${part.others.title}</h3>
            <p class="buttons">
              ${part.others.buttons.map((button) => actionLink(button, intents))}
            </p>
          </div>`
        : nothing
    }
  </section>`;
