import type { TemplateResult } from "lit/html.js";
import { html, nothing } from "lit/html.js";
import type { PanelView, WireView } from "../panel/protocol";
import type { Intents } from "./controls";
import { iconCopy } from "./controls";

type Half = WireView["request"];

const half = (part: Half, copyLabel: string, copy: () => void): TemplateResult =>
  html`<div class="half">
    <h3>
      <span>${part.title}</span>
      ${iconCopy(`${copyLabel}: ${part.title}`, copy)}
    </h3>
    <pre tabindex="0" aria-label=${part.title}><code><span class="line">${part.line}</span>

${part.body}</code></pre>
  </div>`;

/** Request and response as they went over the wire, folded until someone asks. */
export const wire = (part: WireView, view: PanelView, intents: Intents): TemplateResult =>
  html`<details class="wire">
    <summary>${part.title}</summary>
    <div class="columns">
      ${half(part.request, view.copyLabel, () => intents.copy({ kind: "request" }))}
      ${
        part.response
          ? half(part.response, view.copyLabel, () => intents.copy({ kind: "response" }))
          : nothing
      }
    </div>
  </details>`;
