// npm run tour: sets up what is missing and walks through the product on the packaged .vsix (test/ui/tour.ts).
import "./setup/nodeVersion.mjs";
import { findBrowser } from "./setup/browser.mjs";
import { build, packageExtension } from "./setup/build.mjs";
import { entry } from "./setup/console.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { built } from "./setup/paths.mjs";
import { passThrough } from "./setup/process.mjs";
import { findServer } from "./setup/server.mjs";

async function main() {
  await installDependencies();
  await findBrowser();
  await findServer();
  await build();
  await packageExtension();
  return passThrough([process.execPath, "--enable-source-maps", built("ui", "tour.mjs")]);
}

await entry(main);
