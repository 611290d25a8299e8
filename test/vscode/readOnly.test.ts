import assert from "node:assert/strict";
import { window } from "vscode";
import type { App } from "../../src/commands/app";
import { continuePastChat } from "../../src/commands/continuePastChat";
import { actOnPanel } from "../../src/commands/panelActions";
import { startTestChat } from "../../src/commands/testChat";
import type { Connection } from "../../src/domain/connection";
import { withAnswers } from "./support/answers";
import { continueChat, lastShown } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";
import { startChat } from "./support/testChat";

const C2 = "c2000000-0000-4000-8000-000000000002";
const C4 = "c4000000-0000-4000-8000-000000000004";
const bank: Connection = {
  ...sandbox,
  kind: "aws",
  id: "bank",
  name: "Example Bank",
  readOnly: true,
};
const refusal = "Example Bank is read-only. Edit the connection to start or continue chats on it.";
const CHANGES = ["CreatePersistentContactAssociation", "StartChatContact"];

describe("A read-only connection", () => {
  let rig: Rig;
  const { showWarningMessage } = window;
  let told: string[];

  before(async () => (rig = await startRig()));
  after(() => rig.close());
  beforeEach(() => {
    told = [];
    window.showWarningMessage = (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    };
  });
  afterEach(() => {
    window.showWarningMessage = showWarningMessage;
    rig.mend();
  });

  const appWith = (...connections: readonly Connection[]): App => ({
    ...rig.app,
    connections: () => connections,
  });
  const changes = async (): Promise<number> =>
    (await Promise.all(CHANGES.map((operation) => rig.asked(operation)))).flat().length;

  const row = { kind: "connection", id: bank.id, connection: bank };
  for (const [name, command] of [
    ["Start Test Chat…", startTestChat],
    ["Continue a Past Chat…", continuePastChat],
  ] as const) {
    it(`refuses ${name} with the reason, from the palette and from a row, and asks nothing`, async () => {
      await command(appWith(bank), undefined);
      await command(appWith(sandbox, bank), row);
      assert.deepEqual(told, [refusal, refusal]);
      assert.equal(await changes(), 0);
    });

    it(`is listed for ${name} as what it is, beside those that may be chosen`, async () => {
      const [connections] = await withAnswers([undefined], () =>
        command(
          appWith(sandbox, bank, { ...bank, name: "Other Bank", readOnly: false }),
          undefined,
        ),
      );
      assert.deepEqual(connections, [
        "Sandbox emulator",
        "$(lock) Example Bank us-east-1 · read-only",
        "Other Bank us-east-1",
      ]);
      assert.equal(await changes(), 0);
    });
  }

  it("refuses Retry of an association that failed before it was made read-only", async () => {
    await rig.fail("CreatePersistentContactAssociation", "accessDenied");
    await continueChat(rig, { current: C4, past: C2 });
    const before = await changes();
    const app = appWith({ ...bank, id: sandbox.id });
    await actOnPanel(app, { action: "retry" }, lastShown(rig), rig.app.panels);
    assert.deepEqual(told, [refusal]);
    assert.equal(await changes(), before);
  });

  it("refuses Retry of a start that failed before, and continuing in a chat that goes on", async () => {
    await rig.fail("StartChatContact", "accessDenied", 1);
    await startChat(rig);
    const app = appWith({ ...bank, id: sandbox.id });
    await actOnPanel(app, { action: "retry" }, lastShown(rig), rig.app.panels);
    assert.deepEqual(told, [refusal]);
    const before = await changes();
    await startChat(rig);
    await actOnPanel(app, { action: "continueHere" }, lastShown(rig), rig.app.panels);
    assert.deepEqual(told, [refusal, refusal]);
    assert.equal(await changes(), before + 1);
  });
});
