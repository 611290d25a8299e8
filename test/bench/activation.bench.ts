import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../host/browser";
import { eventually } from "../host/workbench/eventually";
import { vsixFile } from "../host/setup/paths.mjs";
import { startServer, type VSCodeServer } from "../host/vscodeServer";
import { atMost, report } from "./support/figures";
import { kB, median, ms, times } from "./support/numbers";
import {
  bareExtension,
  emptyExtension,
  idOf,
  writeExtensions,
  stopwatch,
} from "./support/tinyExtensions";

const ours = "contact-chains.contact-chains";
const empty = idOf("empty");
const bare = idOf("bare");

/** What one window told: milliseconds by extension, and the files of ours that its extension host had loaded. */
interface Window {
  readonly taken: Readonly<Record<string, number>>;
  readonly loaded: readonly string[];
}

/** A multiple of the three that take turns to come first. */
const windowsCounted = 15;

describe("Activation in a real VS Code", () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-activation-"));
  const file = join(folder, "stopwatch.txt");
  let server: VSCodeServer;
  let browser: Browser;
  let windows: readonly Window[];

  before(async () => {
    const extensionsDir = join(folder, "extensions");
    await writeExtensions(extensionsDir, [
      emptyExtension("first"),
      emptyExtension("empty"),
      bareExtension("bare"),
      stopwatch,
    ]);
    server = await startServer({
      vsix: vsixFile,
      env: {
        STOPWATCH_FILE: file,
        STOPWATCH_EXTENSIONS: [idOf("first"), ours, empty, bare].join(","),
      },
      extensionsDir,
    });
    browser = await launchBrowser();
    // The first window finds cold caches, on the disk and in the server; it is not counted.
    for (let opened = 1; opened <= windowsCounted + 1; opened += 1) await openWindow(opened);
    windows = told().slice(1);
  });

  after(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const told = (): readonly Window[] =>
    existsSync(file)
      ? readFileSync(file, "utf8")
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as Window)
      : [];

  /** Each window has an extension host of its own. */
  async function openWindow(number: number): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
    const page = await context.newPage();
    await page.goto(server.url);
    await eventually("the stopwatch", () => Promise.resolve(told().length === number));
    await context.close();
  }

  const of = (id: string): number => median(windows.map(({ taken }) => taken[id] ?? NaN));

  it("takes little more than an empty extension", () => {
    const ratio = of(ours) / of(empty);
    report({
      what: `activation, median of ${windows.length} windows`,
      measured: `${ms(of(ours))} (${times(ratio)})`,
      baseline: `${ms(of(empty))} empty extension, API required`,
      bar: atMost(1.5, ratio, "1.5 × empty"),
    });
    report({
      what: "… against one that has no API either",
      measured: `${ms(of(ours))} (${times(of(ours) / of(bare))})`,
      baseline: `${ms(of(bare))} empty extension, no API`,
    });
  });

  it("loads one small file", () => {
    const files = [...new Set(windows.flatMap(({ loaded }) => loaded))];
    const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
    const names = files.map((path) => basename(path));
    report({
      what: "files loaded at activation",
      measured: `${names.join(", ")} ${kB(bytes)}`,
      baseline: "extension.js and nothing else",
      bar: {
        text: "≤ 40 kB, no SDK, no emulator",
        holds: bytes <= 40_000 && names.join() === "extension.js",
      },
    });
  });

  it("comes in a small package", () => {
    const bytes = statSync(vsixFile).size;
    report({
      what: ".vsix",
      measured: kB(bytes),
      baseline: "",
      bar: atMost(1_000_000, bytes, "1 MB"),
    });
  });
});
