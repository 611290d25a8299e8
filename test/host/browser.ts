import { chromium, type Browser } from "playwright-core";
import { findBrowser } from "./setup/browser.mjs";

/** Keep a closed network quiet, and run as root in a container, without a display. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless Chromium, installed when it is not there. More flags may be given. */
export const launchBrowser = async (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: await findBrowser(), args: [...flags, ...more] });
