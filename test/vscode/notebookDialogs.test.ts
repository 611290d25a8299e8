import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { MessageOptions, QuickPickItem } from "vscode";
import { Uri, window } from "vscode";
import { clearNotebook, exportNotebook } from "../../src/commands/notebook";
import { clearTryFilter, filterTries } from "../../src/commands/notebook/filterTries";
import type { Try } from "../../src/domain/tries";
import { withAnswers } from "./support/answers";
import { continueChat } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";
import { startChat, untilLine, untilSaid } from "./support/testChat";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const C4 = "c4000000-0000-4000-8000-000000000004";
const WORDS = "words that are nobody's business";

describe("The dialogs of the notebook", () => {
  let folder: string;
  let rig: Rig;
  const usual = { ...window };

  /** An association that was made, one that was refused, and a chat that continues from its start. */
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "notebook-"));
    rig = await startRig({ notebookFolder: folder });
    await continueChat(rig, { current: C4, past: C2 });
    await continueChat(rig, { current: C4, past: C2 });
    const chat = await startChat(rig, { rehydrationType: "FROM_SEGMENT", sourceContactId: C2 });
    await untilLine(rig, "open");
    await chat.send(WORDS);
    await untilSaid(rig, new RegExp(WORDS));
  });
  afterEach(() => {
    const { showInputBox, showQuickPick, showSaveDialog, showWarningMessage } = usual;
    Object.assign(window, { showInputBox, showQuickPick, showSaveDialog, showWarningMessage });
  });
  after(async () => {
    await rig.close();
    await rm(folder, { recursive: true, force: true });
  });

  const kept = async (): Promise<readonly Try[]> => (await rig.app.notebook.read()).tries;
  const listed = async (): Promise<readonly string[]> => {
    const days = await rig.app.tries.getChildren();
    const rows = (await Promise.all(days.map((day) => rig.app.tries.getChildren(day)))).flat();
    return rows.flatMap((row) => (row.kind === "try" ? [row.tried.outcome.kind] : []));
  };

  describe("Export", () => {
    let place: string;
    beforeEach(() => (place = join(mkdtempSync(join(tmpdir(), "export-")), "notebook.json")));
    afterEach(() => rm(dirname(place), { recursive: true }));

    const exportTo = async (file: string | undefined): Promise<void> => {
      window.showSaveDialog = () =>
        Promise.resolve(file === undefined ? undefined : Uri.file(file));
      await exportNotebook(rig.app);
    };

    it("writes every try, and nothing that was said or that somebody is called by", async () => {
      await exportTo(place);
      const text = await readFile(place, "utf8");
      const { tries, exportedAt } = JSON.parse(text) as {
        readonly tries: readonly Try[];
        readonly exportedAt: string;
      };
      assert.deepEqual(tries, await kept());
      assert.deepEqual(
        tries.map(({ operation, outcome }) => [operation, outcome.kind]),
        [
          ["StartChatContact", "made"],
          ["CreatePersistentContactAssociation", "failed"],
          ["CreatePersistentContactAssociation", "made"],
        ],
      );
      assert.ok(!Number.isNaN(Date.parse(exportedAt)));
      const { signal } = new AbortController();
      const contacts = await Promise.all(
        [C1, C2].map((id) => rig.app.chats.contact(sandbox, id, signal)),
      );
      const { sections } = await rig.app.transcripts.conversation(sandbox, contacts, { signal });
      const said = sections.flatMap(({ items }) =>
        items.flatMap((item) => [
          ...(item.kind === "message" ? [item.content] : []),
          ...(item.role === "CUSTOMER" && item.displayName ? [item.displayName] : []),
        ]),
      );
      assert.ok(said.length > 2);
      for (const words of [...said, WORDS, '"Ana"']) assert.ok(!text.includes(words), words);
    });

    it("writes nothing where no place is chosen", async () => {
      await exportTo(undefined);
      assert.deepEqual(await readdir(dirname(place)), []);
    });
  });

  describe("Filter", () => {
    afterEach(() => clearTryFilter(rig.app));

    const ticking = (...labels: readonly string[]): void => {
      window.showQuickPick = (async (items: readonly QuickPickItem[]) =>
        Promise.resolve(
          items.filter(({ label }) => labels.includes(label)),
        )) as unknown as typeof window.showQuickPick;
    };
    const filterBy = (criterion: string) => withAnswers([criterion], () => filterTries(rig.app));

    it("by result is applied, told by the view, and cleared", async () => {
      ticking("failed");
      const [criteria] = await filterBy("Result");
      assert.equal(criteria?.length, 3);
      assert.deepEqual(await listed(), ["failed"]);
      assert.equal(rig.triesView.description, "failed");
      const [again] = await filterBy("Clear the filter");
      assert.match(again?.[0] ?? "", /Result failed$/);
      assert.deepEqual(await listed(), ["made", "failed", "made"]);
      assert.equal(rig.triesView.description, "");
    });

    it("by instance and by a part of a contact's id goes together", async () => {
      ticking("Sandbox");
      await filterBy("Instance");
      assert.equal((await listed()).length, 3);
      window.showInputBox = () => Promise.resolve(C4.slice(0, 8).toUpperCase());
      await filterBy("Contact ID");
      assert.deepEqual(await listed(), ["failed", "made"]);
      assert.equal(rig.triesView.description, `Sandbox · ${C4.slice(0, 8)}`);
    });

    it("stays as it was where the question is left", async () => {
      ticking("failed");
      await filterBy("Result");
      window.showInputBox = () => Promise.resolve(undefined);
      await filterBy("Contact ID");
      assert.deepEqual(await listed(), ["failed"]);
    });
  });

  describe("Clear", () => {
    const answering = (answer: (items: readonly string[]) => string | undefined) => {
      const asked: MessageOptions[] = [];
      window.showWarningMessage = (_: string, options: MessageOptions, ...items: string[]) => {
        asked.push(options);
        return Promise.resolve(answer(items));
      };
      return asked;
    };

    it("keeps everything unless it is confirmed", async () => {
      const [asked] = await cleared(() => undefined);
      assert.ok(asked?.modal === true && (asked.detail ?? "").includes("can't be undone"));
      assert.equal((await kept()).length, 3);
    });

    it("empties the notebook, its folder and its view", async () => {
      await cleared(([clear]) => clear);
      assert.deepEqual(await kept(), []);
      assert.deepEqual(await listed(), []);
      assert.deepEqual(await readdir(folder), []);
    });

    async function cleared(answer: Parameters<typeof answering>[0]) {
      const asked = answering(answer);
      await clearNotebook(rig.app);
      return asked;
    }
  });
});
