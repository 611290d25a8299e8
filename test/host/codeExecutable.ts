// Takes the flags with which @vscode/test-electron starts a desktop VS Code, runs the tests in a VS Code that is served
// to a headless browser, and ends with their exit code. So one runner serves both.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { entry, SetupError } from "./setup/console.mjs";
import { toolsFolder } from "./setup/paths.mjs";
import { addressWith, startServer, type VSCodeServer } from "./vscodeServer.js";

/** Longest silence of the extension host, in milliseconds, before the run counts as stuck. */
const patience = 180_000;

interface Flags {
  readonly testsPath: string;
  readonly developmentPath: string;
  readonly folder: string | undefined;
  readonly server: { readonly userDataDir?: string; readonly extensionsDir?: string };
}

function flagsOf(args: readonly string[]): Flags {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      extensionTestsPath: { type: "string" },
      extensionDevelopmentPath: { type: "string" },
      "user-data-dir": { type: "string" },
      "extensions-dir": { type: "string" },
    },
    strict: false,
    allowPositionals: true,
  });
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const testsPath = text(values.extensionTestsPath);
  const developmentPath = text(values.extensionDevelopmentPath);
  if (testsPath === undefined || developmentPath === undefined) {
    throw new SetupError("--extensionTestsPath= and --extensionDevelopmentPath= are needed.");
  }
  const userDataDir = text(values["user-data-dir"]);
  const extensionsDir = text(values["extensions-dir"]);
  return {
    testsPath,
    developmentPath,
    folder: positionals[0],
    server: { ...(userDataDir && { userDataDir }), ...(extensionsDir && { extensionsDir }) },
  };
}

async function main(): Promise<number> {
  const flags = flagsOf(process.argv.slice(2));
  const server = await startServer({ ...flags.server, takesFlags: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { folder, developmentPath, testsPath } = flags;
    const address = addressWith(server, {
      folder,
      flags: { extensionDevelopmentPath: developmentPath, extensionTestsPath: testsPath },
    });
    return await testsIn(page, address, server);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function testsIn(page: Page, url: string, server: VSCodeServer): Promise<number> {
  let stuck: NodeJS.Timeout | undefined;
  const code = await new Promise<number | undefined>((resolve, reject) => {
    const heard = () => {
      clearTimeout(stuck);
      stuck = setTimeout(() => resolve(undefined), patience);
    };
    const log = (_type: string, args: readonly unknown[]) => {
      heard();
      // The workbench's own messages come this way too; only the tests' report is marked.
      const text = format(...args);
      (text.startsWith("##") ? process.stdout : process.stderr).write(`${text}\n`);
    };
    heard();
    page.on("crash", () => reject(new Error("The browser's page crashed.")));
    page
      .exposeFunction("codeAutomationLog", log)
      .then(() => page.exposeFunction("codeAutomationExit", resolve))
      .then(() => page.goto(url))
      .catch(reject);
  });
  clearTimeout(stuck);
  if (code !== undefined) return code;
  await tellStuck(page, server);
  return 1;
}

async function tellStuck(page: Page, server: VSCodeServer): Promise<void> {
  const file = join(toolsFolder, "failures", "inside VS Code");
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: `${file}.png` }).catch(() => undefined);
  writeFileSync(`${file}.log`, `${server.output()}\n${await server.hostLog()}`);
  const minutes = patience / 60_000;
  console.error(`No word from the extension host for ${minutes} minutes: see ${file}.png and .log`);
}

void entry(main);
