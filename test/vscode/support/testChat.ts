import assert from "node:assert/strict";
import type { TestChat } from "../../../src/commands/testChat/testChat";
import type { Continuation } from "../../../src/domain/testChat/customerChat";
import type { AssociationPlan } from "../../../src/domain/plan";
import { planAssociation } from "../../../src/domain/plan";
import type { PanelContent, TestChatReport } from "../../../src/panel/content";
import { drawPage } from "../../../src/panel/panelView";
import type { PanelView, Row } from "../../../src/panel/protocol";
import { eventually } from "../../host/workbench/eventually";
import { lastShown } from "./reading";
import type { Rig } from "./rig";
import { sandbox } from "./rig";

const { signal } = new AbortController();

/** What *Continue a Past Chat…* shows for a choice; nothing is called. */
export async function planFor(
  { app }: Rig,
  { rehydrationType, sourceContactId }: Continuation,
  currentContactId?: string,
): Promise<AssociationPlan> {
  const [lineage, current] = await Promise.all([
    app.chats.lineage(sandbox, sourceContactId, signal),
    currentContactId === undefined
      ? undefined
      : app.chats.contact(sandbox, currentContactId, signal),
  ]);
  return planAssociation({ rehydrationType, pastContactId: sourceContactId, lineage, current });
}

export const flow = { id: "f1000000-0000-4000-8000-000000000001", name: "Inbound" };

/** What *Start Test Chat…* does once everything is chosen. */
export async function startChat(rig: Rig, continuation?: Continuation): Promise<TestChat> {
  const plan = continuation && (await planFor(rig, continuation));
  await rig.app.testChats.start(rig.app, {
    connection: sandbox,
    flow,
    ...(plan && { plan }),
    intent: {
      flowId: flow.id,
      displayName: "Ana",
      attributes: {},
      ...(plan && {
        continuation: {
          rehydrationType: plan.rehydrationType,
          sourceContactId: plan.sourceContactId,
        },
      }),
      clientToken: crypto.randomUUID(),
    },
  });
  const { testChat } = lastShown(rig);
  return rig.app.testChats.find(testChat?.id ?? "") ?? assert.fail("No test chat was shown.");
}

export const reportOf = (rig: Rig): TestChatReport =>
  lastShown(rig).testChat ?? assert.fail("The panel shows no test chat.");

/** The page as it is now. */
export function pageOf(rig: Rig): { readonly view: PanelView; readonly rows: readonly Row[] } {
  const { view, rows } = drawPage(lastShown(rig));
  return { view, rows: rows.slice(0, rows.length) };
}

/** What the transcript says, one line a row. */
export const linesOf = (rig: Rig): readonly string[] =>
  pageOf(rig).rows.map((row) => {
    switch (row.kind) {
      case "heading":
        return `— ${row.seam?.text ?? ""} ${row.title}`;
      case "message":
        return `${row.name}: ${"text" in row.body ? row.body.text : row.body.kind}`;
      case "event":
        return row.text;
      case "notice":
        return row.title;
    }
  });

/** Waits until the page has a line like this. */
export const untilSaid = async (rig: Rig, line: RegExp): Promise<void> => {
  await eventually(String(line), () => Promise.resolve(linesOf(rig).some((one) => line.test(one))));
};

export const untilShown = async (
  rig: Rig,
  what: string,
  holds: (content: PanelContent) => boolean,
): Promise<void> => {
  await eventually(what, () => Promise.resolve(holds(lastShown(rig))));
};

export const untilProven = (rig: Rig): Promise<void> =>
  untilShown(
    rig,
    "the proof",
    ({ testChat }) => testChat?.proof?.kind === "ready" && testChat.proof.isFinal,
  );

export const untilLine = (rig: Rig, kind: TestChatReport["line"]["kind"]): Promise<void> =>
  untilShown(rig, kind, ({ testChat }) => testChat?.line.kind === kind);
