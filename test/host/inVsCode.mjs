// inVsCode.mjs [--host web|desktop] [--grep TEXT]: runs the built tests of test/vscode inside a real VS Code.
import "./setup/nodeVersion.mjs";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { entry, say, SetupError } from "./setup/console.mjs";
import { canDownload, hasScreen } from "./setup/desktop.mjs";
import { built, root, toolsFolder } from "./setup/paths.mjs";

async function main() {
  const { values } = parseArgs({ options: { host: { type: "string" }, grep: { type: "string" } } });
  const host = values.host ?? (await defaultHost());
  if (host !== "web" && host !== "desktop") throw new SetupError("--host takes web or desktop.");
  say(`VS Code: ${host === "web" ? "served to a headless browser" : "desktop"}`);
  const home = mkdtempSync(join(tmpdir(), "vscode-tests-"));
  try {
    await runTests({
      ...(host === "web" && { vscodeExecutablePath: writeExecutable() }),
      extensionDevelopmentPath: root,
      extensionTestsPath: built("vscode", "index.js"),
      launchArgs: [
        `--user-data-dir=${join(home, "user")}`,
        `--extensions-dir=${join(home, "extensions")}`,
      ],
      extensionTestsEnv: values.grep === undefined ? {} : { TEST_GREP: values.grep },
    });
    return 0;
  } catch (error) {
    if (error instanceof TestRunFailedError) return 1;
    throw error;
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The desktop where a window can open and VS Code can be downloaded. */
const defaultHost = async () =>
  process.env["CI"] !== "true" && hasScreen() && (await canDownload()) ? "desktop" : "web";

/** A program that test-electron can start in place of the desktop VS Code. */
function writeExecutable() {
  mkdirSync(toolsFolder, { recursive: true });
  const onWindows = process.platform === "win32";
  const file = join(toolsFolder, onWindows ? "code.cmd" : "code");
  const command = `"${process.execPath}" "${built("host", "codeExecutable.mjs")}"`;
  writeFileSync(file, onWindows ? `@${command} %*\r\n` : `#!/bin/sh\nexec ${command} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

await entry(main);
