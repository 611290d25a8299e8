import { spawn, type ChildProcessByStdio } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { root } from "./setup/paths.mjs";
import { run } from "./setup/process.mjs";
import { findServer } from "./setup/server.mjs";

export type Settings = Readonly<Record<string, unknown>>;

export interface ServerOptions {
  /** Installed before the start. */
  readonly vsix?: string;
  /** User settings on top of the calm ones. */
  readonly settings?: Settings;
  /** Added to this process's environment, e.g. AWS_CONFIG_FILE; extensions see it. */
  readonly env?: Readonly<Record<string, string>>;
  /** A free one unless given. */
  readonly port?: number;
  /** Whoever opens the address has to know it; without one, anybody on this machine may. */
  readonly connectionToken?: string;
  /** A temporary folder, removed at the end, unless given; settings that are there already stay. */
  readonly userDataDir?: string;
  /** Likewise. */
  readonly extensionsDir?: string;
  /** Whether windows take flags of the desktop's from their address (`addressWith`). */
  readonly takesFlags?: boolean;
}

/** A running VS Code server. It ends with this process at the latest, in whatever way that ends. */
export interface VSCodeServer {
  /** Of the workbench; add `&folder=…` for a folder. */
  readonly url: string;
  readonly port: number;
  readonly userDataDir: string;
  /**
   * What extension hosts and extensions have logged so far, file after file.
   * @param part of the files' paths below "exthost1/", e.g. an extension's id; all of them unless given
   */
  hostLog(part?: string): Promise<string>;
  /** What the server itself printed. */
  output(): string;
  /** Ends the server with all its children and removes its temporary folder. */
  stop(): Promise<void>;
}

/** No welcome pages, no suggestions, nothing that reaches for the network or moves. */
const calm: Settings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "workbench.reduceMotion": "on",
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "remote.autoForwardPorts": false,
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "git.openRepositoryInParentFolders": "never",
  "json.schemaDownload.enable": false,
  "npm.fetchOnlinePackageInfo": false,
  "typescript.disableAutomaticTypeAcquisition": true,
};

const startTimeout = 60_000;

/**
 * Starts VS Code on 127.0.0.1, installing the server itself when it is not there.
 * @throws when the .vsix cannot be installed or the server does not come up; the message has its output
 */
export async function startServer(options: ServerOptions = {}): Promise<VSCodeServer> {
  const program = await findServer();
  const home = mkdtempSync(join(tmpdir(), "vscode-"));
  const { userDataDir = join(home, "user"), extensionsDir = join(home, "extensions") } = options;
  const folders = ["--user-data-dir", userDataDir, "--extensions-dir", extensionsDir];
  await writeSettings(userDataDir, options.settings);
  if (options.vsix !== undefined) {
    await run([program.node, program.main, "--install-extension", options.vsix, ...folders]);
  }
  const command = [program.node, program.main, ...folders, ...flagsOf(options)];
  const child = spawnGuarded(home, command, options.env);
  const { port, output } = await started(child);
  const token = options.connectionToken === undefined ? "" : `tkn=${options.connectionToken}&`;
  return {
    url: `http://127.0.0.1:${port}/?${token}ew=true`,
    port,
    userDataDir,
    output,
    hostLog: (part = "") => logsBelow(join(userDataDir, "logs"), part),
    stop: () => stop(child),
  };
}

export interface WindowOptions {
  readonly folder: string | undefined;
  /** Paths, by the names of the desktop's flags; for a server that takes them. */
  readonly flags: Readonly<Record<string, string>>;
}

/** Where a window opens with these. */
export function addressWith({ url, port }: VSCodeServer, { folder, flags }: WindowOptions): string {
  const remote = (path: string) =>
    `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const payload = Object.entries(flags).map(([flag, path]) => [flag, remote(path)]);
  const more = {
    ...(payload.length > 0 && { payload: JSON.stringify(payload) }),
    ...(folder !== undefined && { folder }),
  };
  const query = Object.entries(more).map(
    ([name, value]) => `&${name}=${encodeURIComponent(value)}`,
  );
  return `${url}${query.join("")}`;
}

async function writeSettings(userDataDir: string, settings: Settings = {}): Promise<void> {
  const file = join(userDataDir, "User", "settings.json");
  if (existsSync(file)) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ ...calm, ...settings }, undefined, 2));
}

const flagsOf = ({
  port = 0,
  connectionToken,
  takesFlags = false,
}: ServerOptions): readonly string[] => [
  ...["--host", "127.0.0.1", "--port", String(port)],
  ...(connectionToken === undefined
    ? ["--without-connection-token"]
    : ["--connection-token", connectionToken]),
  "--accept-server-license-terms",
  "--disable-telemetry",
  // A login shell's start-up files belong to the person, and may be slow.
  "--force-disable-user-env",
  // With the smoke test driver on, the workbench takes from the address what a desktop takes from its flags.
  ...(takesFlags ? ["--enable-smoke-test-driver"] : []),
];

type Guarded = ChildProcessByStdio<Writable, Readable, Readable>;

const spawnGuarded = (
  folder: string,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Guarded =>
  spawn(process.execPath, [join(root, "test/host/setup/guard.mjs"), folder, ...command], {
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
    env: { ...process.env, ...temporary(folder), ...env },
  });

/** Sockets and the like go with the folder; elsewhere than on Linux its path is too long for a socket. */
const temporary = (folder: string): Readonly<Record<string, string>> =>
  process.platform === "linux" ? { TMPDIR: folder, XDG_RUNTIME_DIR: folder } : {};

/** Resolves once the server says that it is up, with the port it took. */
function started(child: Guarded): Promise<{ port: number; output: () => string }> {
  let text = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.stdin.end();
      reject(new Error(`The VS Code server ${why}:\n${text}`));
    };
    const timer = setTimeout(() => fail("did not come up within a minute"), startTimeout);
    const onText = (more: string) => {
      text += more;
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve({ port: Number(port), output: () => text });
    };
    child.stdout.setEncoding("utf8").on("data", onText);
    child.stderr.setEncoding("utf8").on("data", onText);
    child.once("close", () => {
      clearTimeout(timer);
      fail("ended at once");
    });
  });
}

function stop(child: Guarded): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("close", () => resolve());
    child.stdin.end();
  });
}

async function logsBelow(folder: string, part: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const logs = names
    .filter((name) => name.includes("exthost") && name.includes(part) && name.endsWith(".log"))
    .sort();
  const texts = logs.map(
    async (name) => `── ${name}\n${await readFile(join(folder, name), "utf8")}`,
  );
  return (await Promise.all(texts)).join("\n");
}
