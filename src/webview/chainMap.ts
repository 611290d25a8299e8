import type { TemplateResult } from "lit/html.js";
import { html, nothing, svg } from "lit/html.js";
import type { MapNode, MapView } from "../panel/protocol";
import type { Intents } from "./controls";
import type { IconName } from "./icons";
import { icon } from "./icons";
import type { PlacedChain, PlacedNode } from "./mapLayout";
import { layOut, nodeHeight, nodeWidth } from "./mapLayout";
import { placed } from "./placed";

const partIcons: Readonly<Record<MapNode["part"], IconName | undefined>> = {
  carried: "check",
  leftOut: "circleSlash",
  current: "target",
  plain: undefined,
};

const px = (length: number): string => `${length}px`;

function lead(node: MapNode, intents: Intents): void {
  if (node.row === undefined) intents.act({ action: "openTranscript", contactId: node.contactId });
  else intents.goTo(node.row);
}

const nodeButton = (
  { node, x, y }: PlacedNode,
  reachable: boolean,
  intents: Intents,
): TemplateResult => {
  const part = partIcons[node.part];
  return html`<button
    type="button"
    class="node"
    data-part=${node.part}
    data-contact=${node.contactId}
    tabindex=${reachable ? 0 : -1}
    title=${node.label}
    aria-label=${node.label}
    @click=${() => lead(node, intents)}
    ${placed({ left: px(x), top: px(y), width: px(nodeWidth), height: px(nodeHeight) })}
  >
    <span class="name"
      >${part ? icon(part) : nothing}<span class="code">${node.shortId}</span></span
    >
    <span class="who">${node.handledBy}</span>
    <span class="quiet">${node.detail}</span>
  </button>`;
};

const chainBox = ({ chain, x, width, height }: PlacedChain): TemplateResult =>
  html`<div class="chain" ${placed({ left: px(x), width: px(width), height: px(height) })}>
    <span class="quiet" title=${chain.title}>${chain.title}</span>
  </div>`;

const sessionArrows = ({ nodes }: PlacedChain) =>
  nodes.slice(1).map((node, index) => {
    const from = (nodes[index]?.x ?? 0) + nodeWidth;
    const y = node.y + nodeHeight / 2;
    return svg`<path class="session" marker-end="url(#arrow)" d=${`M ${from} ${y} H ${node.x - 6}`}></path>`;
  });

const arrowHead = (id: string) =>
  svg`<marker id=${id} viewBox="0 0 6 6" refX="1" refY="3" markerWidth="6" markerHeight="6" markerUnits="userSpaceOnUse" orient="auto">
    <path class=${`head ${id}`} d="M 0 0 L 6 3 L 0 6 z"></path>
  </marker>`;

/** Left and right go from contact to contact; only one of them is a tab stop. */
function walk(event: KeyboardEvent): void {
  const { currentTarget, target } = event;
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const nodes = [...currentTarget.querySelectorAll<HTMLElement>(".node")];
  const here = nodes.indexOf(target);
  const goal: Readonly<Record<string, number>> = {
    ArrowLeft: here - 1,
    ArrowRight: here + 1,
    Home: 0,
    End: nodes.length - 1,
  };
  const next = nodes[goal[event.key] ?? -1];
  if (next === undefined) return;
  event.preventDefault();
  target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function legend({ legend: words, showsParts, links }: MapView): TemplateResult {
  const parts = ["carried", "leftOut", "current"] as const;
  const lines = links.length > 0 ? (["session", "persistent"] as const) : [];
  const shown = [...(showsParts ? parts : []), ...lines];
  return html`<ul class="legend quiet" aria-hidden="true">
    ${shown.map((key) => html`<li><span class=${`key ${key}`}></span>${words[key]}</li>`)}
  </ul>`;
}

/** The chains as a picture: which contact led to which, what is carried, what is left out, and where it all arrives. */
export function chainMap(map: MapView, intents: Intents): TemplateResult {
  const layout = layOut(map);
  const nodes = layout.chains.flatMap((chain) => chain.nodes);
  return html`<section class="map" aria-label=${map.title}>
    <h2>${map.title}</h2>
    <p class="quiet">${map.description}</p>
    <div class="scroller">
      <div
        class="picture"
        role="group"
        aria-label=${map.title}
        @keydown=${walk}
        ${placed({ width: px(layout.width), height: px(layout.height) })}
      >
        ${layout.chains.map((chain) => chainBox(chain))}
        <svg width=${layout.width} height=${layout.height} aria-hidden="true">
          <defs>${arrowHead("arrow")}${arrowHead("persistentArrow")}</defs>
          ${layout.chains.map((chain) => sessionArrows(chain))}
          ${layout.links.map(
            ({ path, label }) =>
              svg`<path class="persistent" marker-end="url(#persistentArrow)" d=${path}><title>${label}</title></path>`,
          )}
        </svg>
        ${nodes.map((node, index) => nodeButton(node, index === nodes.length - 1, intents))}
      </div>
    </div>
    ${legend(map)}
  </section>`;
}
