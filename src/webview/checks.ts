import type { TemplateResult } from "lit/html.js";
import { html } from "lit/html.js";
import type { CheckLine } from "../panel/protocol";
import type { IconName } from "./icons";
import { icon } from "./icons";

const stateIcons: Readonly<Record<CheckLine["state"], IconName>> = {
  met: "pass",
  broken: "error",
  unknown: "question",
};

export const checkList = (checks: readonly CheckLine[]): TemplateResult =>
  html`<ul class="checks">
    ${checks.map(
      (check) =>
        html`<li data-state=${check.state}>
          <span class="tone">${icon(stateIcons[check.state])}</span>
          <span><span class="word">${check.word}</span> ${check.text}</span>
        </li>`,
    )}
  </ul>`;
