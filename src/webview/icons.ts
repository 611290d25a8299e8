import type { SVGTemplateResult, TemplateResult } from "lit/html.js";
import { html, svg } from "lit/html.js";
import account from "@vscode/codicons/src/icons/account.svg";
import attach from "@vscode/codicons/src/icons/attach.svg";
import check from "@vscode/codicons/src/icons/check.svg";
import circleSlash from "@vscode/codicons/src/icons/circle-slash.svg";
import copy from "@vscode/codicons/src/icons/copy.svg";
import error from "@vscode/codicons/src/icons/error.svg";
import eye from "@vscode/codicons/src/icons/eye.svg";
import eyeClosed from "@vscode/codicons/src/icons/eye-closed.svg";
import info from "@vscode/codicons/src/icons/info.svg";
import link from "@vscode/codicons/src/icons/link.svg";
import arrowDown from "@vscode/codicons/src/icons/arrow-down.svg";
import arrowUp from "@vscode/codicons/src/icons/arrow-up.svg";
import caseSensitive from "@vscode/codicons/src/icons/case-sensitive.svg";
import close from "@vscode/codicons/src/icons/close.svg";
import pass from "@vscode/codicons/src/icons/pass.svg";
import question from "@vscode/codicons/src/icons/question.svg";
import search from "@vscode/codicons/src/icons/search.svg";
import robot from "@vscode/codicons/src/icons/robot.svg";
import target from "@vscode/codicons/src/icons/target.svg";
import filter from "@vscode/codicons/src/icons/filter.svg";
import filterFilled from "@vscode/codicons/src/icons/filter-filled.svg";
import list from "@vscode/codicons/src/icons/list-unordered.svg";
import gear from "@vscode/codicons/src/icons/gear.svg";
import warning from "@vscode/codicons/src/icons/warning.svg";
import headset from "./headset.svg";

const files = {
  account,
  arrowDown,
  arrowUp,
  attach,
  caseSensitive,
  check,
  circleSlash,
  close,
  copy,
  error,
  eye,
  eyeClosed,
  filter,
  filterFilled,
  gear,
  headset,
  info,
  link,
  list,
  pass,
  question,
  robot,
  search,
  target,
  warning,
};

export type IconName = keyof typeof files;

const shapes = new Map<IconName, readonly SVGTemplateResult[]>();

/** The outlines of one of VS Code's icons, taken from its file once. */
function shapesOf(name: IconName): readonly SVGTemplateResult[] {
  const known = shapes.get(name);
  if (known) return known;
  const file = new DOMParser().parseFromString(files[name], "image/svg+xml");
  const read = [...file.querySelectorAll("path")].map(
    (path) =>
      svg`<path fill-rule="evenodd" clip-rule="evenodd" d=${path.getAttribute("d") ?? ""}></path>`,
  );
  shapes.set(name, read);
  return read;
}

/** An icon beside words: hidden from screen readers. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
    focusable="false"
  >
    ${shapesOf(name)}
  </svg>`;
