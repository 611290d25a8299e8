import type { EventEmitter, TreeItem } from "vscode";
import type { Chain } from "../domain/chain";
import type { ChatFilter } from "../domain/chatFilter";
import { isFiltered } from "../domain/chatFilter";
import type { ChatFeed } from "../domain/chatFeed";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import { Failure } from "../domain/failure";
import type { Sandbox } from "../connections/sandbox";
import type { GroupBy } from "./chainGroups";
import { groupChains, inListOrder } from "./chainGroups";
import type { ChainNode, ChatNode, ConnectionNode, GroupNode, LinkNode } from "./chatNode";
import {
  chainNode,
  connectionNode,
  contactNode,
  groupNode,
  linkNode,
  moreNode,
  noticeNode,
  parentOf,
} from "./chatNode";
import type { Chats } from "./chats";
import { toTreeItem } from "./treeItem";

export interface ChatTreeParts {
  readonly connections: () => readonly Connection[];
  readonly chats: Chats;
  readonly sandbox: Sandbox;
  readonly lookBackDays: () => number;
  readonly filterOf: (connection: Connection) => ChatFilter;
  readonly groupBy: () => GroupBy;
  readonly now: (connection: Connection) => number;
  readonly changed: EventEmitter<ChatNode | undefined>;
}

/** Connection → day → chain → contact, and under a chain the persistent link to the older one. Reads what is expanded. */
export class ChatTree {
  /** VS Code knows a row by its object, so a connection's row stays the same one. */
  private readonly rows = new Map<string, ConnectionNode>();

  constructor(private readonly parts: ChatTreeParts) {}

  getChildren(node?: ChatNode): Promise<ChatNode[]> | ChatNode[] {
    switch (node?.kind) {
      case undefined:
        return this.parts.connections().map((connection) => this.rowOf(connection));
      case "connection":
        return this.rowsOfConnection(node);
      case "group":
        return this.rowsOfGroup(node);
      case "chain":
        return this.rowsOfChain(node, node.chain.initialContactId);
      case "link":
        return this.rowsOfChain(node, node.relatedContactId);
      default:
        return [];
    }
  }

  getTreeItem(node: ChatNode): TreeItem {
    const { chats, sandbox, now } = this.parts;
    return toTreeItem(node, {
      now: now(node.connection),
      names: chats.knownNames(node.connection),
      filter: this.parts.filterOf(node.connection),
      sandboxAheadMs: sandbox.aheadMs,
      sandbox: sandbox.isStopped ? "stopped" : sandbox.isRunning ? "running" : "idle",
      continuedFrom: (initialContactId) =>
        linkOf(chats.knownChain(node.connection, initialContactId))?.relatedContactId,
    });
  }

  getParent(node: ChatNode): ChatNode | undefined {
    return parentOf(node);
  }

  /** Reads the connection's rows again, or everything. What is on screen stays until the new rows are there. */
  refresh(connection?: Connection): void {
    const connections = connection === undefined ? this.parts.connections() : [connection];
    for (const each of connections) this.parts.chats.forget(each);
    this.parts.changed.fire(connection === undefined ? undefined : this.rowOf(connection));
  }

  /** Reads the lists anew that have been read, or the one of a connection; each is drawn when it is there. */
  async reread(only?: Connection): Promise<void> {
    for (const connection of only === undefined ? this.parts.connections() : [only])
      if (await this.parts.chats.reread(connection))
        this.parts.changed.fire(this.rowOf(connection));
  }

  /** Draws what is known again, as after connections were added or removed. */
  redraw(): void {
    this.parts.changed.fire(undefined);
  }

  /** Reads a contact's chain again, for its persistent link; the list itself stays as it was read. */
  async rereadChain(connection: Connection, contactId: string): Promise<void> {
    this.parts.chats.forgetChain(connection, contactId);
    await this.parts.chats.chain(connection, contactId);
    this.parts.changed.fire(this.rowOf(connection));
  }

  /**
   * The row of a contact, to be revealed. A chain that is not in the list is kept among what was found. Rejects with a
   * `Failure`; undefined where the connection shows no chats at all.
   */
  async find(connection: Connection, contactId: string): Promise<ChatNode | undefined> {
    const { chats, changed } = this.parts;
    const { initialContactId } = await chats.chain(connection, contactId);
    chats.keepFound(connection, initialContactId);
    const connectionRow = this.rowOf(connection);
    changed.fire(connectionRow);
    const rows = await this.rowsOfConnection(connectionRow);
    const row = rows
      .flatMap((each) => (each.kind === "group" ? this.rowsOfGroup(each) : each))
      .find((each) => each.kind === "chain" && each.chain.initialContactId === initialContactId);
    if (row?.kind !== "chain") return undefined;
    const contacts = await this.rowsOfChain(row, initialContactId);
    return contacts.find((each) => each.kind === "contact" && each.contact.id === contactId) ?? row;
  }

  /** Leaves out what was found. */
  clearFound(connection: Connection): void {
    this.parts.chats.clearFound(connection);
    this.parts.changed.fire(this.rowOf(connection));
  }

  async loadMore(parent: ConnectionNode): Promise<void> {
    await this.parts.chats.feed(parent.connection).more();
    this.parts.changed.fire(this.rowOf(parent.connection));
  }

  private rowOf(connection: Connection): ConnectionNode {
    const known = this.rows.get(connection.id);
    const row = known?.connection === connection ? known : connectionNode(connection);
    this.rows.set(connection.id, row);
    return row;
  }

  private async rowsOfConnection(node: ConnectionNode): Promise<ChatNode[]> {
    if (node.connection.kind === "sandbox" && this.parts.sandbox.isStopped)
      return [noticeNode(node, { kind: "sandboxStopped" })];
    const feed = this.parts.chats.feed(node.connection);
    if (!feed.hasRead) await feed.more();
    const found = await this.parts.chats.foundChains(node.connection);
    return [
      ...(found.length === 0 ? [] : [groupNode(node, { kind: "found", chains: found })]),
      ...this.listRows(node, feed),
      ...this.lastRows(node, feed),
    ];
  }

  private rowsOfGroup(node: GroupNode): ChainNode[] {
    return node.group.chains.map((chain) => chainNode(node, chain));
  }

  private listRows(node: ConnectionNode, feed: ChatFeed): readonly ChatNode[] {
    return this.parts.groupBy() === "day"
      ? groupChains(feed.chains, feed).map((group) => groupNode(node, group))
      : inListOrder(feed.chains).map((chain) => chainNode(node, chain));
  }

  private lastRows(node: ConnectionNode, feed: ChatFeed): ChatNode[] {
    if (feed.failure !== undefined)
      return [noticeNode(node, { kind: "failure", failure: feed.failure })];
    if (feed.contactCount === 0) {
      return isFiltered(this.parts.filterOf(node.connection))
        ? [noticeNode(node, { kind: "noMatch" })]
        : [noticeNode(node, { kind: "noChats", days: this.parts.lookBackDays() })];
    }
    return feed.hasMore ? [moreNode(node, feed.contactCount, feed.total)] : [];
  }

  private async rowsOfChain(node: ChainNode | LinkNode, contactId: string): Promise<ChatNode[]> {
    try {
      const [chain] = await Promise.all([
        this.parts.chats.chain(node.connection, contactId, listedIdsOf(node)),
        this.namesOf(node),
      ]);
      if (isShownAbove(node, chain))
        return [noticeNode(node, { kind: "linkLoops", contactId: chain.initialContactId })];
      const link = linkOf(chain);
      return [
        ...chain.contacts.map((contact) => contactNode(node, contact)),
        ...(link === undefined ? [] : [linkNode(node, link.from, link.relatedContactId)]),
        ...(chain.unlisted === undefined
          ? []
          : [noticeNode(node, { kind: "failure", failure: chain.unlisted })]),
      ];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return [noticeNode(node, { kind: "failure", failure: error })];
    }
  }

  /** Rows that are on screen already learn the names too, the first time that there are some. */
  private async namesOf(node: ChatNode): Promise<void> {
    const before = this.parts.chats.knownNames(node.connection);
    if (before.agents.size > 0) return;
    const names = await this.parts.chats.readNames(node.connection);
    if (names.agents.size > 0) this.parts.changed.fire(this.rowOf(node.connection));
  }
}

/** A session is continued at most once (domain.md §1.5), so at most one of its contacts carries a link. */
function linkOf(
  chain: Chain<Contact> | undefined,
): { readonly from: Contact; readonly relatedContactId: string } | undefined {
  const from = chain?.contacts.find(({ relatedContactId }) => relatedContactId !== undefined);
  return from?.relatedContactId === undefined
    ? undefined
    : { from, relatedContactId: from.relatedContactId };
}

const listedIdsOf = (node: ChainNode | LinkNode): readonly string[] =>
  node.kind === "chain" ? node.chain.contacts.map(({ id }) => id) : [];

function isShownAbove(node: ChainNode | LinkNode, chain: Chain): boolean {
  if (node.kind === "chain") return false;
  const ids = new Set(chain.contacts.map(({ id }) => id));
  for (let above: ChatNode | undefined = node; above !== undefined; above = parentOf(above)) {
    if (above.kind === "chain" && above.chain.initialContactId === chain.initialContactId)
      return true;
    if (above.kind === "link" && above !== node && ids.has(above.relatedContactId)) return true;
  }
  return false;
}
