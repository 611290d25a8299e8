import type { Chain } from "../domain/chain";
import type { Connection } from "../domain/connection";
import type { Contact, ContactSummary } from "../domain/contact";
import type { Failure } from "../domain/failure";
import type { ChainGroup } from "./chainGroups";

/** A row of the view. Its `id` is its identity, so that a refresh keeps expansion and selection. */
export type ChatNode =
  ConnectionNode | GroupNode | ChainNode | ContactNode | LinkNode | MoreNode | NoticeNode;

interface Row {
  readonly id: string;
  readonly connection: Connection;
}

export interface ConnectionNode extends Row {
  readonly kind: "connection";
}

/** Chains that belong together in the list. */
export interface GroupNode extends Row {
  readonly kind: "group";
  readonly parent: ConnectionNode;
  readonly group: ChainGroup;
}

export interface ChainNode extends Row {
  readonly kind: "chain";
  readonly parent: ConnectionNode | GroupNode;
  readonly chain: Chain;
}

/** The persistent link of a chain: leads to the older chain that it was continued from. */
export interface LinkNode extends Row {
  readonly kind: "link";
  readonly parent: ChainNode | LinkNode;
  /** The contact of the newer chain that carries the link. */
  readonly from: Contact;
  /** The contact that the chat was continued from. */
  readonly relatedContactId: string;
}

export interface ContactNode extends Row {
  readonly kind: "contact";
  readonly parent: ChainNode | LinkNode;
  readonly contact: ContactSummary;
}

export interface MoreNode extends Row {
  readonly kind: "more";
  readonly parent: ConnectionNode;
  readonly read: number;
  readonly total: number;
}

export type Notice =
  | { readonly kind: "noChats"; readonly days: number }
  /** The filter lets nothing through. */
  | { readonly kind: "noMatch" }
  | { readonly kind: "sandboxStopped" }
  | { readonly kind: "linkLoops"; readonly contactId: string }
  | { readonly kind: "failure"; readonly failure: Failure };

export interface NoticeNode extends Row {
  readonly kind: "notice";
  readonly parent: ConnectionNode | ChainNode | LinkNode;
  readonly notice: Notice;
}

const child = (parent: ChatNode, name: string): string => `${parent.id}/${name}`;

export const connectionNode = (connection: Connection): ConnectionNode => ({
  kind: "connection",
  id: connection.id,
  connection,
});

export const groupNode = (parent: ConnectionNode, group: ChainGroup): GroupNode => ({
  kind: "group",
  id: child(parent, group.kind === "day" ? `day/${group.day}` : group.kind),
  connection: parent.connection,
  parent,
  group,
});

/** The group is no part of its identity: a chat that ends stays expanded where it then is. */
export const chainNode = (parent: ConnectionNode | GroupNode, chain: Chain): ChainNode => ({
  kind: "chain",
  id: `${parent.connection.id}/${chain.initialContactId}`,
  connection: parent.connection,
  parent,
  chain,
});

export const contactNode = (
  parent: ChainNode | LinkNode,
  contact: ContactSummary,
): ContactNode => ({
  kind: "contact",
  id: child(parent, contact.id),
  connection: parent.connection,
  parent,
  contact,
});

export const linkNode = (
  parent: ChainNode | LinkNode,
  from: Contact,
  relatedContactId: string,
): LinkNode => ({
  kind: "link",
  id: child(parent, `link/${relatedContactId}`),
  connection: parent.connection,
  parent,
  from,
  relatedContactId,
});

export const moreNode = (parent: ConnectionNode, read: number, total: number): MoreNode => ({
  kind: "more",
  id: child(parent, "more"),
  connection: parent.connection,
  parent,
  read,
  total,
});

export const noticeNode = (parent: NoticeNode["parent"], notice: Notice): NoticeNode => ({
  kind: "notice",
  id: child(parent, notice.kind),
  connection: parent.connection,
  parent,
  notice,
});

export const parentOf = (node: ChatNode): ChatNode | undefined =>
  node.kind === "connection" ? undefined : node.parent;
