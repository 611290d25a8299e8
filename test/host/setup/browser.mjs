import { existsSync } from "node:fs";
import { join } from "node:path";
import { SetupError, say, since } from "./console.mjs";
import { isExecutable, placesOnPath } from "./executables.mjs";
import { withLock } from "./lock.mjs";
import { toolsFolder } from "./paths.mjs";
import { run } from "./process.mjs";

const onPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const macApps = ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
  ["/Applications", join(process.env["HOME"] ?? "", "Applications")].map((folder) =>
    join(folder, `${name}.app`, "Contents", "MacOS", name),
  ),
);

const windowsApps = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((variable) =>
  [
    ["Google", "Chrome", "Application", "chrome.exe"],
    ["Microsoft", "Edge", "Application", "msedge.exe"],
  ].map((path) => join(process.env[variable] ?? "", ...path)),
);

/**
 * The path of a Chromium: `CHROMIUM_PATH`, one that is installed, or on Linux as root Debian's, installed now.
 * @returns {Promise<string>}
 * @throws {SetupError} saying what to install
 */
export async function findBrowser() {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    if (existsSync(named)) return named;
    throw new SetupError(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  return installed() ?? (await installFromDebian());
}

const installed = () => candidates().find(isExecutable);

function candidates() {
  if (process.platform === "darwin") return macApps;
  if (process.platform === "win32") return windowsApps;
  return placesOnPath(...onPath);
}

async function installFromDebian() {
  if (!canUseApt()) throw new SetupError(missing);
  return withLock(join(toolsFolder, "browser.lock"), async () => {
    const before = installed();
    if (before) return before;
    const start = performance.now();
    say("Installing Chromium with apt-get (about a minute)…");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run(["apt-get", "update"], { env });
    await run(["apt-get", "install", "-y", "chromium"], { env });
    say(`Chromium installed (${since(start)}).`);
    const after = installed();
    if (!after) throw new SetupError(missing);
    return after;
  });
}

const canUseApt = () =>
  process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

const missing =
  "No Chromium found. Install Chromium or Google Chrome (Debian: sudo apt-get install chromium), or set CHROMIUM_PATH.";
