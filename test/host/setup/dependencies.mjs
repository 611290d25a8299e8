import { readFileSync } from "node:fs";
import { join } from "node:path";
import { say, since } from "./console.mjs";
import { withLock } from "./lock.mjs";
import { root, toolsFolder } from "./paths.mjs";
import { npm, run } from "./process.mjs";

/** @typedef {{ readonly version?: string, readonly optional?: boolean }} Entry */

/** Installs what package-lock.json names, unless node_modules already holds exactly that. */
export async function installDependencies() {
  if (isInstalled()) return;
  await withLock(join(toolsFolder, "dependencies.lock"), async () => {
    if (isInstalled()) return;
    const start = performance.now();
    say("Installing dependencies…");
    // Nothing of ours needs an install script: esbuild's binary is a package of its own.
    await run(npm("ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"));
    say(`Dependencies installed (${since(start)}).`);
  });
}

/**
 * npm notes in node_modules what it installed, at the very end; so a half install has no note. Optional packages
 * are those of other platforms.
 */
function isInstalled() {
  const wanted = Object.entries(packagesOf("package-lock.json"));
  const there = packagesOf(join("node_modules", ".package-lock.json"));
  return wanted.every(
    ([path, { version, optional }]) =>
      path === "" || optional === true || there[path]?.version === version,
  );
}

/** @param {string} file @returns {Record<string, Entry>} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return {};
  }
}
