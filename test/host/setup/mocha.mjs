// mocha.mjs FOLDER ENDING [--grep TEXT] [--timeout MS] [--retries N] [--hooks FILE]
// Runs the built tests below a folder on this Node, prints mocha's report, and tells the parent process the counts.
import "./nodeVersion.mjs";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import Mocha from "mocha";
import { root } from "./paths.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: "string" },
    timeout: { type: "string", default: "20000" },
    retries: { type: "string", default: "0" },
    hooks: { type: "string" },
  },
});
const [folder = "", ending = ""] = positionals;

const mocha = new Mocha({
  ui: "bdd",
  timeout: Number(values.timeout),
  retries: Number(values.retries),
  forbidOnly: true,
  ...(values.grep !== undefined && { grep: values.grep }),
  ...(values.hooks !== undefined && {
    rootHooks: (await import(pathToFileURL(values.hooks).href)).mochaHooks,
  }),
});
for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
  if (file.endsWith(ending)) mocha.addFile(join(folder, file));
}
process.chdir(root);

// Mocha counts an exception that nobody caught as a failure of the running test; a rejection only through this.
process.on("unhandledRejection", (reason) => {
  throw reason;
});
// Whoever reads our counts is gone.
process.on("disconnect", () => process.exit(1));

await mocha.loadFilesAsync();
/** @type {string[]} */
const failures = [];
const runner = mocha.run((failed) => {
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  // Left-over handles must not keep the run from ending.
  const end = () => process.exit(failed === 0 ? 0 : 1);
  if (process.send) process.send({ passed: passes, failed, pending, failures }, end);
  else end();
});
// A second attempt that passes would hide why the first did not.
runner.on("retry", (test, error) => console.log(`      ↻ ${test.title}: ${error.stack ?? error}`));
runner.on("fail", (test, error) =>
  failures.push(`${test.fullTitle()}\n${error.stack ?? error.message}`),
);
