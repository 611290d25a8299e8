import type { MapChain, MapNode, MapView } from "../panel/protocol";

export const nodeWidth = 132;
export const nodeHeight = 64;
const nodeGap = 24;
const chainGap = 24;
const chainPadding = 8;
const titleHeight = 24;
const linkDepth = 34;

export interface PlacedNode {
  readonly node: MapNode;
  readonly x: number;
  readonly y: number;
}

export interface PlacedChain {
  readonly chain: MapChain;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
}

export interface PlacedLink {
  readonly label: string;
  readonly path: string;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly chains: readonly PlacedChain[];
  readonly links: readonly PlacedLink[];
}

const chainHeight = titleHeight + nodeHeight + chainPadding;

function placeChain(chain: MapChain, x: number): PlacedChain {
  const nodes = chain.nodes.map((node, index) => ({
    node,
    x: x + chainPadding + index * (nodeWidth + nodeGap),
    y: titleHeight,
  }));
  const width = 2 * chainPadding + nodes.length * (nodeWidth + nodeGap) - nodeGap;
  return { chain, x, width, height: chainHeight, nodes };
}

/** From under the contact that was continued to under the one that continues it, past what was left out between them. */
function linkPath(from: PlacedNode, to: PlacedNode): string {
  const bottom = titleHeight + nodeHeight;
  const depth = bottom + linkDepth;
  const startX = from.x + nodeWidth * 0.6;
  const endX = to.x + nodeWidth * 0.4;
  const bend = endX > startX ? 10 : -10;
  return [
    `M ${startX} ${bottom}`,
    `V ${depth - 10}`,
    `Q ${startX} ${depth} ${startX + bend} ${depth}`,
    `H ${endX - bend}`,
    `Q ${endX} ${depth} ${endX} ${depth - 10}`,
    `V ${bottom + 7}`,
  ].join(" ");
}

/** Where everything of the map stands, in CSS pixels: chains from left (oldest) to right. */
export function layOut(map: MapView): MapLayout {
  let x = 0;
  const chains = map.chains.map((chain) => {
    const placed = placeChain(chain, x);
    x += placed.width + chainGap;
    return placed;
  });
  const byId = new Map(
    chains.flatMap((chain) => chain.nodes.map((node) => [node.node.contactId, node] as const)),
  );
  const links = map.links.flatMap(({ from, to, label }) => {
    const start = byId.get(from);
    const end = byId.get(to);
    return start && end ? [{ label, path: linkPath(start, end) }] : [];
  });
  return {
    width: Math.max(0, x - chainGap),
    height: chainHeight + (links.length > 0 ? linkDepth - chainPadding + 8 : 0),
    chains,
    links,
  };
}
