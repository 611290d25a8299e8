import type { TemplateResult } from "lit/html.js";
import { html } from "lit/html.js";
import MarkdownIt, { type Token } from "markdown-it";
import { outwardLink } from "../panel/links";

/** One thing of a message, with what is inside it. */
interface Part {
  readonly token: Token;
  readonly inside: readonly Part[];
}

type Open = (url: string) => void;

// HTML stays text, so do definitions of references (which would vanish) and tables (which would not fit a narrow panel).
const parser = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable([
  "reference",
  "table",
]);
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
parser.validateLink = (url) => outwardLink.test(url);

/** How deep things are in each other; beyond this the text is shown as it came: the parser would leave parts out. */
const deepest = 20;

const isDeep = (tokens: readonly Token[]): boolean =>
  tokens.some(({ level, children }) => level > deepest || (children !== null && isDeep(children)));

const parsed = new Map<string, readonly Part[] | undefined>();
const keptInMind = 500;

/** What a message consists of; undefined where it is nested too deep. */
function parse(text: string): readonly Part[] | undefined {
  const tokens = parser.parse(text, {});
  return isDeep(tokens) ? undefined : treeOf(tokens);
}

/** The same, kept in mind, since a row is drawn many times. */
function partsOf(text: string): readonly Part[] | undefined {
  if (parsed.has(text)) return parsed.get(text);
  const parts = parse(text);
  if (parsed.size >= keptInMind) parsed.clear();
  parsed.set(text, parts);
  return parts;
}

function treeOf(tokens: readonly Token[]): readonly Part[] {
  const root: Part[] = [];
  const open = [root];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const inside: Part[] = token.children === null ? [] : [...treeOf(token.children)];
    open.at(-1)?.push({ token, inside });
    if (token.nesting > 0) open.push(inside);
  }
  return root;
}

/** What a reader sees of it, links with their addresses. */
const plain = (parts: readonly Part[]): string =>
  parts.map(({ token, inside }) => (inside.length > 0 ? plain(inside) : token.content)).join("");

const attribute = ({ token }: Part, name: string): string => String(token.attrGet(name) ?? "");

/** What is shown of a link besides its own words: the address, where these are not it, and its title. */
function besides(part: Part, url: string): readonly string[] {
  const title = attribute(part, "title");
  const shown = plain(part.inside);
  return [
    ...(shown === "" || shown === url ? [] : [`(${url})`]),
    ...(title === "" ? [] : [`“${title}”`]),
  ];
}

/** A link with its address in sight. It has no `href`: nothing but a click of ours leads out, and that by way of VS Code. */
function link(part: Part, url: string, open: Open): TemplateResult {
  const follow = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== "Enter") return;
    open(url);
  };
  return html`<span role="link" tabindex="0" class="link" @click=${follow} @keydown=${follow}
      >${plain(part.inside) === "" ? url : inside(part, open)}</span
    >${besides(part, url).map((text) => html` <span class="quiet">${text}</span>`)}`;
}

type Drawing = (part: Part, open: Open) => unknown;

const inside: Drawing = (part, open) => part.inside.map((one) => draw(one, open));
const code: Drawing = ({ token }) => html`<pre><code data-text>${token.content}</code></pre>`;
const paragraph: Drawing = (part, open) => html`<p dir="auto" data-text>${inside(part, open)}</p>`;
const tightParagraph: Drawing = (part, open) => html`<span data-text>${inside(part, open)}</span>`;
// A search must not find what is on two lines as one word.
const lineBreak: Drawing = () => html`${"\n"}<br />`;

/** How each thing is drawn; foreign text goes into text nodes only. Anything else shows what it says. */
const drawings: Readonly<Partial<Record<string, Drawing>>> = {
  inline: inside,
  paragraph_open: (part, open) => (part.token.hidden ? tightParagraph : paragraph)(part, open),
  heading_open: (part, open) =>
    html`<p class="strong" dir="auto" data-text>${inside(part, open)}</p>`,
  bullet_list_open: (part, open) =>
    html`<ul>
      ${inside(part, open)}
    </ul>`,
  ordered_list_open: (part, open) =>
    html`<ol start=${attribute(part, "start") || "1"}>
      ${inside(part, open)}
    </ol>`,
  list_item_open: (part, open) => html`<li dir="auto">${inside(part, open)}</li>`,
  blockquote_open: (part, open) => html`<blockquote>${inside(part, open)}</blockquote>`,
  hr: () => html`<hr />`,
  fence: code,
  code_block: code,
  code_inline: ({ token }) => html`<code>${token.content}</code>`,
  strong_open: (part, open) => html`<strong>${inside(part, open)}</strong>`,
  em_open: (part, open) => html`<em>${inside(part, open)}</em>`,
  s_open: (part, open) => html`<s>${inside(part, open)}</s>`,
  softbreak: lineBreak,
  hardbreak: lineBreak,
  link_open: (part, open) => link(part, attribute(part, "href"), open),
  // Nothing is loaded: an image is a link with its description.
  image: (part, open) => link(part, attribute(part, "src"), open),
};

const draw = (part: Part, open: Open): unknown =>
  (drawings[part.token.type] ?? (({ token }) => token.content))(part, open);

/** A markdown message as nodes: no HTML is made of what a stranger wrote. */
export function markdown(text: string, open: Open): TemplateResult {
  const parts = partsOf(text);
  return parts === undefined
    ? html`<p class="text" dir="auto" data-text>${text}</p>`
    : html`<div class="markdown">${parts.map((part) => draw(part, open))}</div>`;
}

/** The texts of a markdown message as they are drawn, one for each element with `data-text`. */
export function markdownTexts(text: string): readonly string[] {
  const parts = parse(text);
  return parts === undefined ? [text] : parts.flatMap((part) => blockTexts(part));
}

const texts = new Set(["paragraph_open", "heading_open"]);
const codes = new Set(["fence", "code_block"]);

function blockTexts(part: Part): readonly string[] {
  if (codes.has(part.token.type)) return [part.token.content];
  if (texts.has(part.token.type)) return [part.inside.map((one) => inlineText(one)).join("")];
  return part.inside.flatMap((one) => blockTexts(one));
}

function inlineText(part: Part): string {
  const { type, content } = part.token;
  const within = (): string => part.inside.map((one) => inlineText(one)).join("");
  switch (type) {
    case "softbreak":
    case "hardbreak":
      return "\n";
    case "link_open":
    case "image": {
      const url = attribute(part, type === "image" ? "src" : "href");
      const words = plain(part.inside) === "" ? url : within();
      return [words, ...besides(part, url)].join(" ");
    }
    default:
      return part.inside.length > 0 ? within() : content;
  }
}
