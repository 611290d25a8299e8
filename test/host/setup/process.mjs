import { spawn } from "node:child_process";
import { basename } from "node:path";
import { root } from "./paths.mjs";
import { SetupError } from "./console.mjs";

/** @typedef {{ readonly cwd?: string, readonly env?: NodeJS.ProcessEnv }} Surroundings */
/** @typedef {{ readonly code: number, readonly output: string }} Outcome */

/**
 * Runs a program to its end and keeps what it printed (stdout and stderr as they came).
 * @param {readonly string[]} command
 * @param {Surroundings} [surroundings] the repository and this process's environment unless told
 * @returns {Promise<Outcome>}
 */
export function capture([program = "", ...args], { cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program that has to succeed.
 * @param {readonly string[]} command
 * @param {Surroundings} [surroundings]
 * @returns {Promise<string>} what it printed
 * @throws {SetupError} with the end of what it printed
 */
export async function run(command, surroundings) {
  const { code, output } = await capture(command, surroundings);
  if (code === 0) return output;
  const end = output.trim().split("\n").slice(-40).join("\n");
  throw new SetupError(`${end}\n\`${shown(command)}\` failed with code ${code}.`);
}

/**
 * Runs a program whose output and input are this process's own.
 * @param {readonly string[]} command
 * @returns {Promise<number>} its exit code
 */
export function passThrough([program = "", ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** @param {readonly string[]} command */
const shown = ([program = "", ...args]) => [basename(program), ...args].join(" ");

/**
 * The command line for npm: the npm that runs us, or the one beside this Node.
 * @param {...string} args
 * @returns {readonly string[]}
 */
export function npm(...args) {
  const script = process.env["npm_execpath"];
  if (script && basename(script) === "npm-cli.js") return [process.execPath, script, ...args];
  // Node starts .cmd files only through a shell.
  return process.platform === "win32" ? ["cmd", "/c", "npm", ...args] : ["npm", ...args];
}
