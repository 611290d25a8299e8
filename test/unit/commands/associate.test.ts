import assert from "node:assert/strict";
import type { App } from "../../../src/commands/app";
import { associate } from "../../../src/commands/associate";
import { Transcripts } from "../../../src/connections/transcripts";
import type { Connection } from "../../../src/domain/connection";
import { Failure } from "../../../src/domain/failure";
import type { ConnectGateway } from "../../../src/domain/gateway";
import { followLineage, readChain } from "../../../src/domain/lineage";
import { planAssociation } from "../../../src/domain/plan";
import type { PanelContent } from "../../../src/panel/content";
import { drawPage } from "../../../src/panel/panelView";
import { noNames } from "../../../src/wording/contacts";
import { type Emulated, emulated } from "../aws/support/emulated";
import { INSTANCE, REGION } from "../aws/support/target";

const C2 = "c2000000-0000-4000-8000-000000000002";
const C4 = "c4000000-0000-4000-8000-000000000004";
const OPERATION = "CreatePersistentContactAssociation";
const { signal } = new AbortController();

const connection: Connection = {
  kind: "sandbox",
  id: "sandbox",
  name: "Sandbox",
  region: REGION,
  instanceId: INSTANCE,
};

const refusal = new Failure("invalidRequest", OPERATION, {
  name: "InvalidRequestException",
  message: "It is persistent already.",
  status: 400,
});

/** Continues C2 in C4 and answers what the panel shows in the end. */
async function panelAfter(gateway: ConnectGateway): Promise<PanelContent> {
  const lineage = await followLineage(gateway, await readChain(gateway, C2, signal), { signal });
  const current = await gateway.describeContact(C4, signal);
  const rehydrationType = "FROM_SEGMENT";
  const plan = planAssociation({ rehydrationType, pastContactId: C2, lineage, current });
  const shown: PanelContent[] = [];
  const app = {
    gateways: { of: () => Promise.resolve(gateway) },
    notebook: { note: () => Promise.resolve() },
    transcripts: new Transcripts(
      () => Promise.resolve(gateway),
      () => Date.now(),
    ),
    chats: {
      lineage: () => Promise.resolve(lineage),
      contact: (_: Connection, id: string) => gateway.describeContact(id, signal),
      knownNames: () => noNames,
    },
    tree: { rereadChain: () => Promise.resolve() },
    panels: {
      show: (content: PanelContent) => {
        shown.push(content);
        return { isShown: true, update: (newer: PanelContent) => void shown.push(newer) };
      },
    },
  } as unknown as App;
  const intent = {
    currentContactId: C4,
    sourceContactId: C2,
    rehydrationType,
    clientToken: "one-wish",
  } as const;
  await associate(app, { connection, plan, intent });
  return shown.at(-1) ?? assert.fail("Nothing was shown.");
}

describe("An association whose answer is lost", function () {
  this.timeout(30_000);
  let world: Emulated;
  beforeEach(async () => (world = await emulated()));
  afterEach(() => world.close());

  const withAssociate = (act: ConnectGateway["associate"]): ConnectGateway => {
    const { gateway } = world;
    return {
      describeContact: (...args) => gateway.describeContact(...args),
      associatedContacts: (...args) => gateway.associatedContacts(...args),
      transcriptFile: (...args) => gateway.transcriptFile(...args),
      associate: act,
    } as ConnectGateway;
  };

  const linkOfC4 = async () => (await world.gateway.describeContact(C4, signal)).relatedContactId;

  function assertSaidMade(content: PanelContent): void {
    assert.equal(content.association?.outcome.kind, "found");
    const { view } = drawPage(content);
    assert.equal(view.header.title, "Continued from c2000000");
    assert.equal(view.failure, undefined);
    const verdict = view.result?.verdict;
    assert.match(verdict?.text ?? "", /record has the link/);
    assert.match(verdict?.differences.join(" ") ?? "", /its answer was lost/);
    assert.equal(view.result?.parts[0]?.title, "Carried");
    assert.ok(content.conversation?.kind === "ready");
    assert.ok(content.conversation.conversation.messageCount > 0);
  }

  it("every time: is known to be made by the current chat's record", async () => {
    await world.fault(OPERATION, "answerLost", 20);
    assertSaidMade(await panelAfter(world.gateway));
    const requests = (await world.journal()).filter(({ operation }) => operation === OPERATION);
    assert.ok(requests.length > 1);
    assert.deepEqual([...new Set(requests.map(({ clientToken }) => clientToken))], ["one-wish"]);
    assert.equal(requests.filter(({ changed }) => changed).length, 1);
  });

  it("and whose next attempt is refused: is made all the same", async () => {
    const gateway = withAssociate(async (intent) => {
      await world.gateway.associate(intent, signal);
      throw refusal;
    });
    const content = await panelAfter(gateway);
    assertSaidMade(content);
    const { verdict } = drawPage(content).view.result ?? {};
    assert.match(verdict?.differences[0] ?? "", /It is persistent already/);
  });

  it("is a failure where the record has no link", async () => {
    const content = await panelAfter(withAssociate(() => Promise.reject(refusal)));
    assert.equal(content.association?.outcome.kind, "failed");
    assert.equal(drawPage(content).view.header.title, "Continuing failed");
    assert.equal(await linkOfC4(), undefined);
  });

  it("is a failure where the chat had its link before", async () => {
    await panelAfter(world.gateway);
    const content = await panelAfter(withAssociate(() => Promise.reject(refusal)));
    assert.equal(await linkOfC4(), C2);
    assert.equal(content.association?.outcome.kind, "failed");
  });

  it("is a failure where the record cannot be read", async () => {
    const gateway = withAssociate(async (intent) => {
      await world.gateway.associate(intent, signal);
      await world.fault("DescribeContact", "accessDenied");
      throw refusal;
    });
    const content = await panelAfter(gateway);
    assert.equal(content.association?.outcome.kind, "failed");
  });
});
