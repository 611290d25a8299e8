// npm run bench [-- --grep TEXT]: sets up what is missing and runs every benchmark, on the extension as it is packaged.
import "./setup/nodeVersion.mjs";
import { parseArgs } from "node:util";
import { findBrowser } from "./setup/browser.mjs";
import { build, packageExtension } from "./setup/build.mjs";
import { entry } from "./setup/console.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { onNode } from "./setup/sections.mjs";
import { findServer } from "./setup/server.mjs";

async function main() {
  const { values } = parseArgs({ options: { grep: { type: "string" } } });
  await installDependencies();
  await findBrowser();
  await findServer();
  await build();
  await packageExtension();
  const { failed } = await onNode("bench", values);
  return failed === 0 ? 0 : 1;
}

await entry(main);
