import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Uri, window } from "vscode";
import { exportTranscript } from "../../src/commands/exportTranscript";
import { withActiveAnswers } from "./support/answers";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";

const C2 = "c2000000-0000-4000-8000-000000000002";
const row = { kind: "contact", connection: sandbox, contact: { id: C2, endedAt: 1 } };

/** Takes the first answer of every question until the command is done: Markdown, without personal data. */
const exportWithFirstAnswers = ({ app }: Rig): Promise<void> =>
  withActiveAnswers(exportTranscript(app, row));

describe("Exporting a transcript", () => {
  let rig: Rig;
  let folder: string;
  const { showSaveDialog, showErrorMessage } = window;
  const asked: string[] = [];
  const told: string[] = [];

  /** Answers the dialog with these places, one after the other. */
  function choose(...places: readonly string[]): void {
    const left = places.map((place) => Uri.file(join(folder, place)));
    window.showSaveDialog = (options) => {
      asked.push(options?.defaultUri?.path ?? "");
      return Promise.resolve(left.shift());
    };
    const answer = (message: string, ...items: readonly string[]) => {
      told.push(message);
      return Promise.resolve(items[0]);
    };
    window.showErrorMessage = answer as unknown as typeof showErrorMessage;
  }

  before(async () => {
    rig = await startRig();
    folder = await mkdtemp(join(tmpdir(), "export-"));
  });

  afterEach(() => Object.assign(window, { showSaveDialog, showErrorMessage }));

  after(async () => {
    await rig.close();
    await rm(folder, { recursive: true });
  });

  it("writes the file that was chosen", async () => {
    choose("chat.md");
    await exportWithFirstAnswers(rig);
    const text = await readFile(join(folder, "chat.md"), "utf8");
    assert.match(text, /^# Transcript of c1000000\n/);
    assert.match(text, /Personal data was hidden/);
    assert.match(text, /Agent 2 \(Agent\)/);
    assert.doesNotMatch(text, /Jonas/);
    assert.match(asked.at(-1) ?? "", /\/transcript-c2000000\.md$/);
  });

  it("says that a file cannot be written, and asks for another place", async () => {
    await writeFile(join(folder, "file"), "");
    choose("file/below.md", "second.md");
    await exportWithFirstAnswers(rig);
    assert.match(told.join(), /below\.md could not be written\. /);
    assert.match(await readFile(join(folder, "second.md"), "utf8"), /Agent 1/);
  });
});
