// The ways in which a section of `npm test` runs, each ending in counts.
import { fork, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { say } from "./console.mjs";
import { built, root, vsixFile } from "./paths.mjs";
import { capture, npm } from "./process.mjs";

/**
 * `failures` are the failed tests, each with its name and what it failed on.
 * @typedef {{ readonly passed: number, readonly failed: number, readonly failures?: readonly string[] }} Counts
 * @typedef {Counts & { readonly pending: number }} MochaCounts
 */
/** @typedef {{ readonly grep?: string | undefined, readonly host?: string | undefined }} Options */

/** @type {Counts} */
export const nothing = { passed: 0, failed: 0 };

/** @param {...Counts} counts @returns {Counts} */
export const sum = (...counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  failures: counts.flatMap(({ failures = [] }) => failures),
});

/**
 * One of package.json's scripts as one check; what it prints is shown when it fails.
 * @param {string} script
 * @returns {Promise<Counts>}
 */
export async function check(script) {
  const { code, output } = await capture(npm("run", script));
  if (code === 0) return { passed: 1, failed: 0 };
  say(output.trim());
  return { passed: 0, failed: 1 };
}

/**
 * The .vsix that the tests of the UI install.
 * @returns {Promise<Counts>}
 */
export async function packaged() {
  const counts = await check("package");
  if (counts.failed === 0 && !existsSync(vsixFile)) throw new Error(`${vsixFile} was not written.`);
  return counts;
}

/** What differs between the folders of tests that run on plain Node. A browser's tests get two more chances. */
const kinds = {
  unit: { ending: ".test.mjs", flags: [] },
  ui: {
    ending: ".test.mjs",
    flags: [
      "--timeout",
      "180000",
      "--retries",
      "2",
      "--hooks",
      built("host", "workbench", "failureShots.mjs"),
    ],
  },
  bench: { ending: ".bench.mjs", flags: ["--timeout", "600000"] },
};

/**
 * The built tests of one folder, on this Node.
 * @param {keyof typeof kinds} folder
 * @param {Options} options
 * @returns {Promise<Counts>}
 */
export function onNode(folder, { grep }) {
  const { ending, flags } = kinds[folder];
  const args = [built(folder), ending, ...flags, ...(grep === undefined ? [] : ["--grep", grep])];
  const child = fork(join(root, "test/host/setup/mocha.mjs"), args, {
    execArgv: ["--enable-source-maps"],
  });
  /** @type {MochaCounts | undefined} */
  let counts;
  child.on("message", (message) => (counts = /** @type {MochaCounts} */ (message)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(judged(counts, grep)));
  });
}

/**
 * The built tests of test/vscode, inside VS Code. Its own messages are shown when something failed.
 * @param {Options} options
 * @returns {Promise<Counts>}
 */
export async function inVsCode({ grep, host }) {
  const flags = Object.entries({ grep, host }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
  const child = spawn(process.execPath, [join(root, "test/host/inVsCode.mjs"), ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...(process.stdout.isTTY && { TEST_COLORS: "1" }) },
  });
  /** @type {string[]} */
  const rest = [];
  /** @type {MochaCounts | undefined} */
  let counts;
  createInterface({ input: child.stderr }).on("line", (line) => rest.push(line));
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.startsWith("##test ")) say(line.slice("##test ".length));
    else if (line.startsWith("##counts ")) counts = JSON.parse(line.slice("##counts ".length));
    else rest.push(line);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  const result = judged(counts, grep);
  const failed = code === 0 ? result.failed : Math.max(1, result.failed);
  if (failed > 0) say(rest.join("\n"));
  return { ...result, failed };
}

/**
 * No tests, no counts and skipped tests are failures: each of them looks like success otherwise.
 * @param {MochaCounts | undefined} counts
 * @param {string | undefined} grep
 * @returns {Counts}
 */
function judged(counts, grep) {
  if (!counts) {
    say("The tests did not run to their end.");
    return { passed: 0, failed: 1 };
  }
  const { passed, failed, pending, failures = [] } = counts;
  if (pending > 0) say(`${pending} skipped: a skipped test counts as failed.`);
  const none = passed + failed + pending === 0;
  if (none) say(grep === undefined ? "There are no tests." : `No test's name has "${grep}" here.`);
  return { passed, failed: failed + pending + (none && grep === undefined ? 1 : 0), failures };
}
