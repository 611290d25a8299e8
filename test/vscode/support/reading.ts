import assert from "node:assert/strict";
import type { TreeView } from "vscode";
import { TreeItemCollapsibleState } from "vscode";
import type { App } from "../../../src/commands/app";
import { associate } from "../../../src/commands/associate";
import { revealContact } from "../../../src/commands/goToContact";
import { showTranscript } from "../../../src/commands/openTranscript";
import type { RehydrationType } from "../../../src/domain/association";
import { planAssociation } from "../../../src/domain/plan";
import type { PanelContent } from "../../../src/panel/content";
import { drawPage } from "../../../src/panel/panelView";
import type { ChatNode } from "../../../src/views/chatNode";
import type { Rig } from "./rig";
import { sandbox } from "./rig";

const { signal } = new AbortController();

const labelOf = ({ tree }: App, node: ChatNode): string => {
  const { label } = tree.getTreeItem(node);
  return typeof label === "string" ? label : (label?.label ?? "");
};

/** The rows below a row as one sees them, so with those below headings that are open from the start; below none, the Sandbox's. */
export async function rowsOf(app: App, node?: ChatNode): Promise<readonly string[]> {
  const rows = await openRows(app, node ?? connectionRow(app));
  return rows.map((row) => labelOf(app, row));
}

async function openRows(app: App, above: ChatNode): Promise<readonly ChatNode[]> {
  const rows = await app.tree.getChildren(above);
  const withBelow = rows.map(async (row) =>
    app.tree.getTreeItem(row).collapsibleState === TreeItemCollapsibleState.Expanded
      ? [row, ...(await openRows(app, row))]
      : [row],
  );
  return (await Promise.all(withBelow)).flat();
}

function connectionRow({ tree }: App): ChatNode {
  const rows = tree.getChildren();
  assert.ok(!(rows instanceof Promise));
  return rows[0] ?? assert.fail("There is no connection.");
}

/** The row of a chain, wherever it stands. */
export async function chainRow(app: App, initialContactId: string): Promise<ChatNode> {
  for (const row of await openRows(app, connectionRow(app)))
    if (row.kind === "chain" && row.chain.initialContactId === initialContactId) return row;
  return assert.fail(`${initialContactId} is not listed.`);
}

/** All words of the panel as it is now. */
export function panelText({ shown }: Rig): string {
  const content = lastShown({ shown });
  const { view, rows } = drawPage(content);
  const notices = rows
    .slice(0, rows.length)
    .flatMap((row) => (row.kind === "notice" ? [`${row.title}. ${row.text}`] : [row.kind]));
  const { header, failure, result } = view;
  const lines = [header.title, failure?.headline, failure?.message, failure?.likely];
  return [...lines, result?.verdict?.text, ...notices].filter(Boolean).join("\n");
}

export const lastShown = ({ shown }: Pick<Rig, "shown">): PanelContent =>
  shown.at(-1) ?? assert.fail("The panel was not opened.");

export const openContact = ({ app }: Rig, contactId: string): Promise<void> =>
  showTranscript(app, sandbox, { kind: "contact", contactId });

export interface Wish {
  readonly current: string;
  readonly past: string;
  readonly type?: RehydrationType;
}

/** What *Continue a Past Chat…* does once everything is chosen. */
export async function continueChat({ app }: Rig, wish: Wish): Promise<void> {
  const { current: currentContactId, past: pastContactId, type = "FROM_SEGMENT" } = wish;
  const [lineage, current] = await Promise.all([
    app.chats.lineage(sandbox, pastContactId, signal),
    app.chats.contact(sandbox, currentContactId, signal),
  ]);
  const plan = planAssociation({ rehydrationType: type, pastContactId, lineage, current });
  await associate(app, {
    connection: sandbox,
    plan,
    intent: {
      currentContactId,
      sourceContactId: plan.sourceContactId,
      rehydrationType: type,
      clientToken: crypto.randomUUID(),
    },
  });
}

/** Goes to a contact, and tells the row that is then selected and those that it stands below. */
export async function pathTo({ app }: Rig, contactId: string): Promise<readonly string[]> {
  const revealed: ChatNode[] = [];
  const view = {
    reveal: (row: ChatNode) => {
      revealed.push(row);
      return Promise.resolve();
    },
  } as unknown as TreeView<ChatNode>;
  await revealContact({ ...app, view }, sandbox, contactId);
  const path: string[] = [];
  for (let at = revealed[0]; at !== undefined; at = app.tree.getParent(at)) {
    const { label } = app.tree.getTreeItem(at);
    path.unshift(typeof label === "string" ? label : "");
  }
  return path;
}
