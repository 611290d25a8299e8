import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFlow } from "../../src/domain/flow/readFlow";
import { launchBrowser } from "../host/browser";
import { vsixFile } from "../host/setup/paths.mjs";
import { startServer } from "../host/vscodeServer";
import { eventually } from "../host/workbench/eventually";
import { association, flow, onError, step, textOf } from "../unit/flow/flows";
import { atMost, report } from "./support/figures";
import { computing, count, median, ms, times } from "./support/numbers";
import { typist, writeExtensions } from "./support/tinyExtensions";

/** A flow of at least so many characters, with about a hundred associations among its actions. */
function flowOf(characters: number): string {
  const one = textOf(step("1", "2", { Parameters: { Text: "Hello, how are you?" } })).length;
  const length = Math.ceil(characters / (one * 1.3));
  const actions = Array.from({ length }, (_, index) => {
    const [name, next] = [index, index + 1].map((number) => `action ${number}`) as [string, string];
    if (index % Math.ceil(length / 100) !== 1)
      return step(name, next, { Parameters: { Text: "Hello, how are you?" } });
    const transitions = { NextAction: "end", Errors: [onError(next)] };
    return association({ Identifier: name, Transitions: transitions });
  });
  return textOf(flow(...actions, step(`action ${length}`, "end", { Parameters: { Text: "x" } })));
}

const MB = 1_000_000;

describe("Flows", () => {
  for (const [characters, runs] of [
    [MB, 20],
    [5 * MB, 8],
  ] as const)
    it(`are read: ${count(characters)} characters`, () => {
      const text = flowOf(characters);
      const { associations, problems } = readFlow(text) ?? {};
      if ((associations?.length ?? 0) < 50 || problems?.length !== 0) throw new Error("Not read.");
      const ours = computing(runs, () => readFlow(text));
      const parsing = computing(runs, () => JSON.parse(text));
      report({
        what: `a flow of ${count(text.length)} characters read, at ${characters > MB ? "open and save" : "a pause"}`,
        measured: `${ms(ours)} (${times(ours / parsing)})`,
        baseline: `${ms(parsing)} JSON.parse`,
      });
    });
});

/** What the typist tells of a file. */
interface Typed {
  readonly file: string;
  readonly perKey: number;
}

const ROUNDS = 5;

describe("Typing in a flow of 5 MB, in a real VS Code", () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-flows-"));
  after(() => rmSync(folder, { recursive: true }));

  it("costs the extension host no more than in other JSON", async () => {
    const text = flowOf(5 * MB);
    // Of another language the text is no flow to us, and to VS Code it is the same.
    const files = ["flow.jsonc", "flow.json"].map((name) => join(folder, name));
    for (const file of files) writeFileSync(file, text);
    const [other = "", ours = ""] = files;
    const typed = await type(files);
    const of = (file: string): number =>
      median(typed.filter((each) => each.file === file).map(({ perKey }) => perKey));
    const parsing = computing(8, () => JSON.parse(text));
    report({
      what: `a key in a flow of ${count(text.length)} characters, extension host`,
      measured: `${ms(of(ours))} (${times(of(ours) / of(other))})`,
      baseline: `${ms(of(other))} the same text as other JSON; JSON.parse ${ms(parsing)}`,
      bar: atMost(1.5, of(ours) / of(other), "1.5 × other JSON"),
    });
  });

  /** The first round finds cold caches; it is not counted. */
  async function type(files: readonly string[]): Promise<readonly Typed[]> {
    const extensionsDir = join(folder, "extensions");
    const told = join(folder, "told.txt");
    await writeExtensions(extensionsDir, [typist]);
    const server = await startServer({
      vsix: vsixFile,
      extensionsDir,
      env: {
        TYPIST_FILES: files.join(","),
        TYPIST_PLACE: '"Text": "',
        TYPIST_REPORT: told,
        TYPIST_ROUNDS: String(ROUNDS + 1),
      },
    });
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(server.url);
    const lines = await eventually(
      "the typist",
      () => {
        const all = existsSync(told) ? readFileSync(told, "utf8").trim().split("\n") : [];
        return Promise.resolve(all.length === files.length * (ROUNDS + 1) ? all : undefined);
      },
      300_000,
    );
    await browser.close();
    await server.stop();
    return lines.slice(files.length).map((line) => JSON.parse(line) as Typed);
  }
});
