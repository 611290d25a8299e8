// npm start [-- --host web|desktop --port N]: sets up what is missing and opens VS Code with the extension in it.
import "./setup/nodeVersion.mjs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build, packageExtension } from "./setup/build.mjs";
import { entry, say, SetupError } from "./setup/console.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { findDesktop } from "./setup/desktop.mjs";
import { built, toolsFolder, vsixFile } from "./setup/paths.mjs";
import { run } from "./setup/process.mjs";
import { findServer } from "./setup/server.mjs";

async function main() {
  const { host, port } = chosen();
  await installDependencies();
  const desktop = host === "web" ? undefined : await findDesktop(host === "desktop");
  if (desktop === undefined) await findServer();
  await build();
  await packageExtension();
  await (desktop === undefined ? serve(port) : open(desktop));
}

function chosen() {
  const { values } = parseArgs({ options: { host: { type: "string" }, port: { type: "string" } } });
  const { host, port } = values;
  if (host !== undefined && host !== "web" && host !== "desktop") {
    throw new SetupError("--host takes web or desktop.");
  }
  if (port !== undefined && !/^\d{1,5}$/.test(port)) {
    throw new SetupError("--port takes a number.");
  }
  return { host, port: port === undefined ? undefined : Number(port) };
}

/**
 * A desktop window with data of its own: the person's VS Code stays as it is. Ends when the window is closed.
 * @param {readonly string[]} code
 */
async function open(code) {
  const folder = join(toolsFolder, "start-desktop");
  const command = [
    ...code,
    `--user-data-dir=${join(folder, "user")}`,
    `--extensions-dir=${join(folder, "extensions")}`,
  ];
  await run([...command, "--install-extension", vsixFile, "--force"]);
  say("VS Code is open. Close its window to end.");
  await run([...command, "--new-window", "--wait", "--disable-workspace-trust"]);
}

/** @param {number | undefined} port */
async function serve(port) {
  /** @type {typeof import("./vscodeServer.js")} */
  const { startServer } = await import(pathToFileURL(built("host", "vscodeServer.mjs")).href);
  const server = await startServer({
    vsix: vsixFile,
    // Settings and connections stay from one start to the next.
    userDataDir: join(toolsFolder, "start-web"),
    connectionToken: randomBytes(16).toString("hex"),
    ...(port !== undefined && { port }),
  });
  say(`\nVS Code with the extension: ${server.url}`);
  await untilStopped();
  await server.stop();
}

/** @returns {Promise<unknown>} */
const untilStopped = () =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
  });

await entry(main);
