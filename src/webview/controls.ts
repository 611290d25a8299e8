import type { TemplateResult } from "lit/html.js";
import { html } from "lit/html.js";
import type { Action, ActionButton, CopyTarget } from "../panel/protocol";
import type { IconName } from "./icons";
import { icon } from "./icons";

/** What a control of the page may cause. */
export interface Intents {
  act(action: Action): void;
  copy(what: CopyTarget): void;
  /** Leads out of VS Code. */
  open(url: string): void;
  /** Leads to a row of the transcript. */
  goTo(row: number): void;
  hidePersonal(hides: boolean): void;
  /** Shows a row of the transcript as it was said, or hides it again. */
  reveal(index: number, revealed: boolean): void;
}

export const actionButton = (button: ActionButton, intents: Intents): TemplateResult =>
  html`<button
    type="button"
    class=${button.primary === true ? "button primary" : "button"}
    data-action=${button.act.action}
    @click=${() => intents.act(button.act)}
  >
    ${button.label}
  </button>`;

/** The same as quiet text, for places that repeat. */
export const actionLink = (button: ActionButton, intents: Intents): TemplateResult =>
  html`<button
    type="button"
    class="link"
    data-action=${button.act.action}
    @click=${() => intents.act(button.act)}
  >
    ${button.label}
  </button>`;

/** A button that is only an icon; its label is read out and shown on hover. */
export const iconButton = (name: IconName, label: string, press: () => void): TemplateResult =>
  html`<button type="button" class="tool" title=${label} aria-label=${label} @click=${press}>
    ${icon(name)}
  </button>`;

export const iconCopy = (label: string, copy: () => void): TemplateResult =>
  iconButton("copy", label, copy);
