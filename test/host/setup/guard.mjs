// guard.mjs FOLDER PROGRAM ARGS…
// Runs a program for as long as whoever started this guard lives. Standard input is a pipe from the starter: it closes
// when the starter ends in whatever way, even killed. Then the program ends with all its children, and FOLDER (its
// data) is removed; "" keeps everything. Start it detached, so that Ctrl+C in the terminal does not reach it.
import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";

const [folder = "", program = "", ...args] = process.argv.slice(2);
const patience = 3_000;
const onWindows = process.platform === "win32";

// A process group of its own, so that one signal reaches the program's children too.
const child = spawn(program, args, {
  stdio: ["ignore", "inherit", "inherit"],
  detached: !onWindows,
});

let ending = false;
child.on("error", (error) => console.error(error.message));
child.on("close", (code) => void end(code ?? 1));
process.stdin
  .on("error", () => void end(0))
  .on("close", () => void end(0))
  .resume();
// Nobody reads any more once the starter is gone.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  await endTree();
  if (folder !== "") rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}

async function endTree() {
  const { pid } = child;
  if (pid === undefined) return;
  if (onWindows) {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]);
    return;
  }
  signalGroup(pid, "SIGTERM");
  const deadline = performance.now() + patience;
  while (signalGroup(pid, 0) && performance.now() < deadline) await after(50);
  signalGroup(pid, "SIGKILL");
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anyone was left to receive it
 */
function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
