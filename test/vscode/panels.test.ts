import assert from "node:assert/strict";
import type { WebviewPanel } from "vscode";
import { commands, extensions, TabInputWebview, Uri, ViewColumn, window } from "vscode";
import { showTranscript } from "../../src/commands/openTranscript";
import { revivePage } from "../../src/commands/revivePage";
import type { PanelContent } from "../../src/panel/content";
import { keptPageOf } from "../../src/panel/keptPage";
import type { KeptPage } from "../../src/panel/keptPanelSchema";
import { Panels } from "../../src/panel/panels";
import { panelType } from "../../src/panel/panelType";
import { continueChat, lastShown, openContact } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const C4 = "c4000000-0000-4000-8000-000000000004";

const transcriptOf = (contactId: string): KeptPage => ({
  kind: "transcript",
  connectionId: sandbox.id,
  part: "contact",
  contactId,
});

/** The titles of the panels that are open, in order. */
const titles = (): readonly string[] =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(panelType))
    .map(({ label }) => label);

/** Waits for what VS Code says a little later. */
async function until(isSo: () => boolean): Promise<void> {
  for (const began = Date.now(); !isSo() && Date.now() - began < 20_000;)
    await new Promise((resolve) => setImmediate(resolve));
  assert.ok(isSo(), titles().join(", "));
}

describe("Panels", () => {
  let rig: Rig;
  let panels: Panels;
  const warnings: string[] = [];

  before(async () => {
    rig = await startRig();
    const { extensionUri = Uri.file("/") } =
      extensions.getExtension("contact-chains.contact-chains") ?? {};
    panels = new Panels({
      extensionUri,
      log: { warn: (message) => void warnings.push(message) },
      onAction: () => undefined,
      onRevive: (kept, panel) => void revivePage(rig.app, kept, panel),
      hidesPersonal: () => false,
    });
  });
  afterEach(async () => {
    panels.dispose();
    await until(() => titles().length === 0);
  });
  after(() => rig.close());

  /** As VS Code hands over a panel of an earlier window. */
  function revived(state: unknown): WebviewPanel {
    const panel = window.createWebviewPanel(panelType, "Before", ViewColumn.Active, {});
    panels.revive(panel, state);
    return panel;
  }

  const contentOf = async (contactId: string): Promise<PanelContent> => {
    await openContact(rig, contactId);
    return lastShown(rig);
  };

  it("take one transcript after the other, until one is pinned", async () => {
    panels.show(await contentOf(C1));
    panels.show(await contentOf(C2));
    await until(() => titles().length === 1);
    panels.pin();
    panels.show({ ...(await contentOf(C4)), choice: { kind: "contact", contactId: C4 } });
    await until(() => titles().length === 2);
    panels.show(await contentOf(C1));
    await until(() => titles().length === 2);
  });

  it("show what was asked for last, however long what came before takes", async () => {
    const { chats } = rig.app;
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const lineage: typeof chats.lineage = async (connection, contactId, signal) => {
      if (contactId === C1) await arrived;
      return chats.lineage(connection, contactId, signal);
    };
    const app = {
      ...rig.app,
      panels,
      chats: Object.create(chats, { lineage: { value: lineage } }) as typeof chats,
    };
    const slow = showTranscript(app, sandbox, { kind: "contact", contactId: C1 });
    await showTranscript(app, sandbox, { kind: "contact", contactId: C2 });
    arrive();
    await slow;
    await until(() => titles().length > 0);
    assert.deepEqual(titles(), ["Transcript of c2000000"]);
  });

  it("come back with what is read again", async () => {
    const panel = revived({
      page: 3,
      top: 0,
      shown: { pinned: false, of: transcriptOf(C2) },
    });
    await until(() => panel.title === "Transcript of c2000000");
    panels.show(await contentOf(C4));
    await until(() => titles().length === 1);
  });

  it("come back pinned where they were", async () => {
    const panel = revived({ page: 1, shown: { pinned: true, of: transcriptOf(C2) } });
    await until(() => panel.title === "Transcript of c2000000");
    panels.show(await contentOf(C4));
    await until(() => titles().length === 2);
  });

  it("are closed where nothing was kept that can be read", async () => {
    for (const state of [undefined, {}, { page: 1, shown: { pinned: false, of: { kind: "x" } } }])
      revived(state);
    await until(() => titles().length === 0);
    assert.equal(warnings.length, 3);
  });

  it("say that the connection is gone", async () => {
    const of = { ...transcriptOf(C2), connectionId: "removed" };
    const panel = revived({ page: 1, shown: { pinned: false, of } });
    await until(() => panel.title === "Connection removed");
  });

  it("say why a page cannot be read again", async () => {
    await rig.fail("DescribeContact", "accessDenied");
    rig.app.chats.forget(sandbox);
    const shown: PanelContent[] = [];
    await revivePage(rig.app, transcriptOf(C2), {
      ask: () => new AbortController().signal,
      show: (content) => {
        shown.push(content);
        return {
          isShown: true,
          update: () => undefined,
          reveal: () => undefined,
          announce: () => undefined,
        };
      },
      showGone: () => assert.fail("Its connection is there."),
    });
    rig.mend();
    const [{ conversation } = assert.fail("Nothing was shown.")] = shown;
    assert.ok(conversation?.kind === "failed" && conversation.failure.kind === "accessDenied");
  });

  it("bring an association back as the records tell it, without calling again", async () => {
    await continueChat(rig, { current: C4, past: C2 });
    const before = lastShown(rig);
    const kept = keptPageOf(before) ?? assert.fail("Nothing is kept.");
    await revivePage(rig.app, kept, { ...rig.app.panels, showGone: () => assert.fail("Gone.") });
    const after = lastShown(rig);
    assert.equal(after.association?.outcome.kind, "recorded");
    assert.deepEqual(after.association.plan.carried, before.association?.plan.carried);
    assert.deepEqual(sectionsOf(after), sectionsOf(before));
    assert.equal((await rig.asked("CreatePersistentContactAssociation")).length, 1);

    // The Sandbox starts anew with the window, and then knows of no association.
    rig.mend();
    await revivePage(rig.app, kept, { ...rig.app.panels, showGone: () => assert.fail("Gone.") });
    assert.equal(lastShown(rig).preview?.current?.id, C4);
    assert.deepEqual(await rig.asked("CreatePersistentContactAssociation"), []);
  });

  it("hide personal data from the next page on, and come back with it hidden", async () => {
    const panel = revived({
      page: 1,
      shown: { pinned: false, hidesPersonal: true, of: transcriptOf(C2) },
    });
    await until(() => panel.title === "Transcript of c2000000" && panel.active);
    assert.ok(panels.hidesPersonal);
    panels.hidePersonal(false);
    assert.ok(!panels.hidesPersonal);
    panels.hidePersonal(true);
    panels.show(await contentOf(C4));
    await until(() => titles().length === 1);
    assert.ok(panels.hidesPersonal);
  });

  it("are pinned by the command, in the product itself", async () => {
    const row = (id: string) => ({
      kind: "contact",
      connection: sandbox,
      contact: { id, endedAt: 1 },
    });
    await commands.executeCommand("contactChains.openTranscript", row(C1));
    await until(() => titles().length === 1);
    await commands.executeCommand("contactChains.pinPanel");
    await commands.executeCommand("contactChains.previewRehydration", row(C2));
    await until(() => titles().includes("Preview of c2000000") && titles().length === 2);
    await commands.executeCommand("workbench.action.closeAllEditors");
  });
});

const sectionsOf = ({ conversation }: PanelContent): readonly string[] =>
  conversation?.kind === "ready"
    ? conversation.conversation.sections.map(({ contact }) => contact.id)
    : [];
