import type { TemplateResult } from "lit/html.js";
import { html, nothing } from "lit/html.js";
import type { FailureView, PanelView } from "../panel/protocol";
import { checkList } from "./checks";
import type { Intents } from "./controls";
import { actionButton, iconCopy } from "./controls";
import { facts } from "./summary";

type List = NonNullable<FailureView["causes"]>;

const checked = ({ title, items }: NonNullable<FailureView["checks"]>): TemplateResult =>
  html`<div class="block">
    <h2>${title}</h2>
    ${checkList(items)}
  </div>`;

const list = (part: List): TemplateResult =>
  html`<div class="block">
    <h2>${part.title}</h2>
    <ul>
      ${part.items.map((item) => html`<li>${item}</li>`)}
    </ul>
  </div>`;

/** A failure with its next step, told as carefully as a success. */
export const failure = (part: FailureView, view: PanelView, intents: Intents): TemplateResult =>
  html`<section class="failure" aria-label=${part.headline}>
    <div class="service">
      <h2>${part.serviceTitle}</h2>
      <p class="said">
        <q>${part.message}</q>${iconCopy(part.copyLabel, () => intents.copy({ kind: "failure" }))}
      </p>
      ${facts(part.facts, view, intents)}
    </div>
    ${part.likely === undefined ? nothing : html`<p class="likely strong">${part.likely}</p>`}
    <p class="meaning">${part.meaning}</p>
    ${part.next ? list(part.next) : nothing}
    ${
      part.buttons.length === 0
        ? nothing
        : html`<p class="buttons">
            ${part.buttons.map((button) => actionButton(button, intents))}
          </p>`
    }
    <div class="columns">
      ${part.checks ? checked(part.checks) : nothing} ${part.causes ? list(part.causes) : nothing}
    </div>
  </section>`;
