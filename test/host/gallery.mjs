// npm run gallery: sets up what is missing and takes pictures in VS Code of the panel with every item, state and failure (test/gallery).
import "./setup/nodeVersion.mjs";
import { findBrowser } from "./setup/browser.mjs";
import { build } from "./setup/build.mjs";
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
  return passThrough([process.execPath, "--enable-source-maps", built("gallery", "gallery.mjs")]);
}

await entry(main);
