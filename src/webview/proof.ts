import type { TemplateResult } from "lit/html.js";
import { html, nothing } from "lit/html.js";
import type { PanelView, ProofView } from "../panel/protocol";
import type { Intents } from "./controls";
import { actionLink } from "./controls";
import { facts, verdict } from "./summary";

/** What came back beside what was predicted. */
export const proof = (part: ProofView, view: PanelView, intents: Intents): TemplateResult =>
  html`<section class="proof" aria-label=${part.title}>
    <h2>${part.title}</h2>
    ${verdict(part.verdict)} ${part.facts.length === 0 ? nothing : facts(part.facts, view, intents)}
    ${
      part.buttons.length === 0
        ? nothing
        : html`<p class="buttons">${part.buttons.map((button) => actionLink(button, intents))}</p>`
    }
  </section>`;
