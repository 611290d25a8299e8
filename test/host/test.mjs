// npm test [-- SECTION… --grep TEXT --host web|desktop]
// Sets up what is missing and runs every test, section by section; a failing section does not stop the others. The last
// line is `N passed, N failed`.
import "./setup/nodeVersion.mjs";
import { parseArgs } from "node:util";
import { findBrowser } from "./setup/browser.mjs";
import { entry, say, SetupError, since } from "./setup/console.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { check, inVsCode, nothing, onNode, packaged, sum } from "./setup/sections.mjs";
import { findServer } from "./setup/server.mjs";

/** @typedef {import("./setup/sections.mjs").Counts} Counts */
/** @typedef {import("./setup/sections.mjs").Options} Options */
/** @typedef {{ readonly title: string, readonly run: (options: Options) => Promise<Counts> }} Section */

/** @type {ReadonlyMap<string, Section>} */
const sections = new Map([
  ["lint", { title: "Lint", run: () => check("lint") }],
  ["types", { title: "Types", run: () => check("types") }],
  ["unit", { title: "Unit tests", run: (options) => onNode("unit", options) }],
  ["vscode", { title: "Tests inside VS Code", run: inVsCode }],
  ["ui", { title: "UI tests on the packaged .vsix", run: (options) => onPackage(options) }],
]);
const inBrowser = ["vscode", "ui"];
const withNames = ["unit", ...inBrowser];

/** @param {Options} options */
async function onPackage(options) {
  const packing = await packaged();
  return packing.failed > 0 ? packing : sum(packing, await onNode("ui", options));
}

async function unbuilt() {
  say("Not run, since the build failed.");
  return { passed: 0, failed: 1 };
}

async function main() {
  const { names, options } = chosen();
  await installDependencies();
  if (names.some((name) => inBrowser.includes(name))) {
    await findBrowser();
    await findServer();
  }
  const built = await section({ title: "Build", run: () => check("build") }, options);
  const wanted = [...sections].filter(([name]) => names.includes(name));
  const checks = wanted.filter(([name]) => !withNames.includes(name));
  const tests = wanted.filter(([name]) => withNames.includes(name));
  // What says nothing before it ends runs side by side.
  const counts = [built, ...(await Promise.all(checks.map(([, each]) => section(each, options))))];
  for (const [, each] of tests)
    counts.push(await section(built.failed === 0 ? each : { ...each, run: unbuilt }, options));
  const { passed, failed, failures = [] } = sum(...counts);
  // Many lines come after a failure, and a report that was cut has only its end.
  for (const each of failures) say(`\n✘ ${each}`);
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Which sections to run: those named, else with --grep those whose tests have names, else all. */
function chosen() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: "string" }, host: { type: "string" } },
  });
  const unknown = positionals.find((name) => !sections.has(name));
  if (unknown !== undefined) {
    throw new SetupError(`No section "${unknown}"; there are ${[...sections.keys()].join(", ")}.`);
  }
  const all = values.grep === undefined ? [...sections.keys()] : withNames;
  return { names: positionals.length > 0 ? positionals : all, options: values };
}

/**
 * @param {Section} section
 * @param {Options} options
 * @returns {Promise<Counts>}
 */
async function section({ title, run }, options) {
  const start = performance.now();
  say(`\n── ${title}`);
  const counts = await run(options).catch((error) => {
    say(error instanceof SetupError ? error.message : String(error?.stack ?? error));
    return sum(nothing, { passed: 0, failed: 1 });
  });
  const mark = counts.failed === 0 ? "✔" : "✘";
  say(`${mark} ${title}: ${counts.passed} passed, ${counts.failed} failed (${since(start)})`);
  return counts;
}

await entry(main);
