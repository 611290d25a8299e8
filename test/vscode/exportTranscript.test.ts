import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Uri, window } from "vscode";
import { exportTranscript } from "../../src/commands/exportTranscript";
import { withActiveAnswers, withAnswers } from "./support/answers";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";

const rowOf = (id: string) => ({
  kind: "contact",
  connection: sandbox,
  contact: { id, endedAt: 1 },
});
const row = rowOf("c2000000-0000-4000-8000-000000000002");
const chain = {
  kind: "chain",
  connection: sandbox,
  chain: { initialContactId: "c1000000-0000-4000-8000-000000000001" },
};
const survey = rowOf("c3000000-0000-4000-8000-000000000003");

/** Takes the first answer of every question until the command is done: Markdown, without personal data. */
const exportWithFirstAnswers = ({ app }: Rig): Promise<void> =>
  withActiveAnswers(exportTranscript(app, row));

describe("Exporting a transcript", () => {
  let rig: Rig;
  let folder: string;
  const { showSaveDialog, showErrorMessage, showWarningMessage } = window;
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
    window.showWarningMessage = answer as unknown as typeof showWarningMessage;
  }

  before(async () => {
    rig = await startRig();
    folder = await mkdtemp(join(tmpdir(), "export-"));
  });

  afterEach(() => Object.assign(window, { showSaveDialog, showErrorMessage, showWarningMessage }));

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

  describe("as Contact Lens redacted it", () => {
    const exportAs = (of: unknown, ending: string) =>
      withAnswers([ending, "As Contact Lens redacted it"], () => exportTranscript(rig.app, of));

    for (const ending of ["Markdown", "HTML", "JSON", "CSV"])
      it(`names nobody, and says what is left out, in ${ending}`, async () => {
        choose("redacted");
        await exportAs(chain, ending);
        const text = await readFile(join(folder, "redacted"), "utf8");
        const words = text.replaceAll("\\", "");
        assert.match(words, /Contacts left out: 1\./);
        assert.match(words, /Hello \[PII\], this is \[PII\] from Orders/);
        assert.doesNotMatch(words, /\b(?:Ana|Pereira|Mia|Keller|Jonas|Weber)\b/i);
        assert.doesNotMatch(words, /58213|77120/);
      });

    it("says at its place that a contact has none, and tells its agents apart", async () => {
      choose("redacted.md");
      await exportAs(chain, "Markdown");
      const text = await readFile(join(folder, "redacted.md"), "utf8");
      assert.match(text, /no redacted transcript of this contact, so it is left out/);
      assert.match(text, /Agent 1[^]*Agent 2/);
    });

    it("writes nothing where no contact has one", async () => {
      choose("none.md");
      const asks = asked.length;
      await exportAs(survey, "Markdown");
      assert.match(told.at(-1) ?? "", /^Nothing was exported: Contact Lens/);
      assert.equal(asked.length, asks);
    });

    it("fails where it may not be read", async () => {
      await rig.fail("ListObjectsV2", "accessDenied", 3);
      await assert.rejects(exportAs(chain, "Markdown"), { kind: "accessDenied" });
    });
  });
});
