import assert from "node:assert/strict";
import type { App } from "../../src/commands/app";
import { actOnPanel } from "../../src/commands/panelActions";
import { Transcripts } from "../../src/connections/transcripts";
import type { Connection } from "../../src/domain/connection";
import { Failure } from "../../src/domain/failure";
import type { ConnectGateway } from "../../src/domain/gateway";
import { followLineage, readChain } from "../../src/domain/lineage";
import { planAssociation } from "../../src/domain/plan";
import type { AssociationOutcome, PanelContent } from "../../src/panel/content";
import { noNames } from "../../src/wording/contacts";
import { active, contact, readerOf, reference } from "../unit/domain/support";

const { signal } = new AbortController();
const current = active(contact({ id: "C4", minute: 60 }));
const connection: Connection = {
  kind: "sandbox",
  id: "sandbox",
  name: "Sandbox",
  region: "us-east-1",
  instanceId: "i",
};

/** The panel after an association, on an instance that counts what is asked of it. */
async function panelAfter(outcome: AssociationOutcome) {
  const reader = readerOf([...reference(), current]);
  const tokens: string[] = [];
  const shown: PanelContent[] = [];
  const gateway = {
    ...reader,
    associate: (intent: { readonly clientToken: string }) => {
      tokens.push(intent.clientToken);
      return Promise.reject(new Failure("serviceError", "X", { name: "n", message: "m" }));
    },
    transcriptFile: () => Promise.resolve({ kind: "noStorage" }),
  } as unknown as ConnectGateway;
  const chain = await readChain(reader, "C2", signal);
  const lineage = await followLineage(reader, chain, { signal });
  const plan = planAssociation({
    rehydrationType: "FROM_SEGMENT",
    pastContactId: "C2",
    lineage,
    current,
  });
  const app = {
    connections: () => [connection],
    gateways: { of: () => Promise.resolve(gateway) },
    notebook: { note: () => Promise.resolve() },
    transcripts: new Transcripts(
      () => Promise.resolve(gateway),
      () => Date.now(),
    ),
    chats: {
      lineage: () => Promise.resolve(lineage),
      contact: () => Promise.resolve(current),
      knownNames: () => noNames,
    },
    panels: {
      show: (content: PanelContent) => {
        shown.push(content);
        return { isShown: true, update: (newer: PanelContent) => void shown.push(newer) };
      },
    },
  } as unknown as App;
  const intent = {
    currentContactId: "C4",
    sourceContactId: "C2",
    rehydrationType: plan.rehydrationType,
    clientToken: "token",
  };
  const content: PanelContent = {
    connection,
    names: noNames,
    lineage,
    association: { intent, plan, current, outcome },
  };
  await actOnPanel(app, { action: "retry" }, content, app.panels);
  return { tokens, shown };
}

describe("Trying again in the panel", () => {
  it("sends a failed association once more, with the same client token", async () => {
    const failure = new Failure("offline", "X", { name: "n", message: "m" });
    const { tokens } = await panelAfter({ kind: "failed", failure });
    assert.deepEqual(tokens, ["token"]);
  });

  it("only reads again after one that was made", async () => {
    const { tokens, shown } = await panelAfter({
      kind: "done",
      answer: { continuedFromContactId: "C2", attempts: 1 },
      comparison: { kind: "agrees" },
    });
    assert.deepEqual(tokens, []);
    const last = shown.at(-1)?.conversation;
    assert.ok(last?.kind === "ready");
    assert.deepEqual(
      last.conversation.sections.map(({ contact: { id } }) => id),
      ["C1", "C2"],
    );
  });
});
