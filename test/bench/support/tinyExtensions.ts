import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const publisher = "bench";

interface Tiny {
  readonly name: string;
  readonly activationEvents: readonly string[];
  readonly source: string;
}

export const idOf = (name: string): string => `${publisher}.${name}`;

/**
 * Does nothing when it is activated; VS Code does all its own work for it: it reads and compiles the file, makes a context
 * with its storage, makes the API object, calls `activate`. `require("vscode")` is part of the baseline, since that object
 * is made anew for each extension that asks for it, and every extension that does anything asks: `yo code` begins with this
 * very line. Whoever wants the figure without it finds it as a row of its own.
 */
export const emptyExtension = (name: string): Tiny => ({
  name,
  activationEvents: ["onView:contactChains.chats"],
  source: `const vscode = require("vscode");\nexports.activate = () => {};\n`,
});

/** The same without the API. */
export const bareExtension = (name: string): Tiny => ({
  ...emptyExtension(name),
  source: "exports.activate = () => {};\n",
});

/**
 * Activates extensions one after the other once the window has started, as VS Code itself would, and appends to STOPWATCH_FILE
 * one line a window: milliseconds by extension, and which files of ours the extension host has loaded. The order is turned by
 * one place from window to window; the extension named first comes first in every window, so that it, and none of those that
 * are compared, pays for what the extension host itself does for the first time.
 */
export const stopwatch: Tiny = {
  name: "stopwatch",
  activationEvents: ["onStartupFinished"],
  source: `
const { extensions } = require("vscode");
const { appendFileSync, existsSync, readFileSync } = require("node:fs");
const file = process.env.STOPWATCH_FILE;
const [first, ...ids] = process.env.STOPWATCH_EXTENSIONS.split(",");
/** Until nothing else has kept the extension host busy for a second; a busy machine is not waited for for ever. */
async function quiet() {
  const end = performance.now() + 15_000;
  for (let calm = 0; calm < 20 && performance.now() < end; ) {
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 50));
    calm = performance.now() - start < 60 ? calm + 1 : 0;
  }
}

async function measure() {
  await quiet();
  const windows = existsSync(file) ? readFileSync(file, "utf8").trim().split("\\n").length : 0;
  const turn = windows % ids.length;
  const taken = {};
  for (const id of [first, ...ids.slice(turn), ...ids.slice(0, turn)]) {
    const extension = extensions.getExtension(id);
    const start = performance.now();
    await extension.activate();
    taken[id] = performance.now() - start;
  }
  const loaded = Object.keys(require.cache).filter((path) => path.includes("contact-chains"));
  appendFileSync(file, JSON.stringify({ taken, loaded }) + "\\n");
}

exports.activate = () => void measure();
`,
};

/**
 * Opens the files of TYPIST_FILES in turn, types a word at the last place where TYPIST_PLACE stands, and leaves a pause. Appends to
 * TYPIST_REPORT one line a file: how long the extension host was at work for it, in milliseconds a key.
 */
export const typist: Tiny = {
  name: "typist",
  activationEvents: ["onStartupFinished"],
  source: `
const { commands, Selection, window, workspace } = require("vscode");
const { appendFileSync } = require("node:fs");
const { performance } = require("node:perf_hooks");
const { TYPIST_FILES, TYPIST_PLACE, TYPIST_REPORT, TYPIST_ROUNDS } = process.env;
const WORD = "conversation";
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function measure(file) {
  const document = await workspace.openTextDocument(file);
  const editor = await window.showTextDocument(document);
  const place = document.positionAt(document.getText().lastIndexOf(TYPIST_PLACE) + TYPIST_PLACE.length);
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection);
  await pause(4000);
  const before = performance.eventLoopUtilization();
  for (const letter of WORD) {
    await commands.executeCommand("type", { text: letter });
    await pause(100);
  }
  await pause(2000);
  const { active } = performance.eventLoopUtilization(before);
  if (!document.getText().includes(TYPIST_PLACE + WORD)) throw new Error("Nothing was typed.");
  await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  appendFileSync(TYPIST_REPORT, JSON.stringify({ file, perKey: active / WORD.length }) + "\\n");
}

exports.activate = async () => {
  for (let round = 0; round < Number(TYPIST_ROUNDS); round += 1)
    for (const file of TYPIST_FILES.split(",")) await measure(file);
};
`,
};

/** Puts extensions where a VS Code that has not been started yet takes every folder for an installed extension. */
export async function writeExtensions(folder: string, tinies: readonly Tiny[]): Promise<void> {
  await Promise.all(tinies.map((tiny) => write(join(folder, `${idOf(tiny.name)}-1.0.0`), tiny)));
}

async function write(folder: string, { name, activationEvents, source }: Tiny): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    ...{ name, publisher, version: "1.0.0", main: "./main.js", activationEvents },
    engines: { vscode: "^1.101.0" },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "main.js"), source);
}
