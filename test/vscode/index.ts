import { readdirSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import Mocha from "mocha";

/**
 * Runs every built test in this folder inside the extension host. VS Code calls it; a rejection fails the run.
 * VS Code's own messages come on the same console, so each line of the report starts with `##test `, and the last is
 * `##counts {"passed":…,"failed":…,"pending":…,"failures":[…]}`; test/host/setup/sections.mjs reads them. TEST_GREP
 * picks tests by name.
 */
export async function run(): Promise<void> {
  const grep = process.env["TEST_GREP"];
  Mocha.reporters.Base.consoleLog = report;
  Mocha.reporters.Base.useColors = process.env["TEST_COLORS"] === "1";
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 60_000,
    retries: 2,
    forbidOnly: true,
    ...(grep !== undefined && { grep }),
  });
  for (const file of testsHere()) mocha.addFile(file);
  const failed = await runAndCount(mocha);
  if (failed > 0) throw new Error(`${failed} failed`);
}

function runAndCount(mocha: Mocha): Promise<number> {
  const failures: string[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      console.log(`##counts ${JSON.stringify({ passed: passes, failed, pending, failures })}`);
      resolve(failed);
    });
    // A second attempt that passes would hide why the first did not.
    runner.on("retry", (test: Mocha.Test, error: Error) =>
      report(`↻ ${test.title}: ${error.stack ?? error.message}`),
    );
    runner.on("fail", (test: Mocha.Test, error: Error) =>
      failures.push(`${test.fullTitle()}\n${error.stack ?? error.message}`),
    );
  });
}

function report(...data: unknown[]): void {
  for (const line of format(...data).split("\n")) console.log(`##test ${line}`);
}

const testsHere = (): readonly string[] =>
  readdirSync(__dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.js"))
    .sort()
    .map((file) => join(__dirname, file));
