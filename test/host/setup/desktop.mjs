import { say, SetupError } from "./console.mjs";
import { isExecutable, placesOnPath } from "./executables.mjs";
import { toolsFolder } from "./paths.mjs";

const updates = "https://update.code.visualstudio.com/api/releases/stable";

const onMac = "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code";

/** A window needs a screen. */
export function hasScreen() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== "linux" || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

/** Whether a desktop VS Code can be downloaded; asks for a moment only. */
export const canDownload = () =>
  fetch(updates, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * The command of a desktop VS Code: of the installed one, else of one that is downloaded.
 * @param {boolean} required
 * @returns {Promise<readonly string[] | undefined>} undefined when there is none to be had, and none is required
 * @throws {SetupError} when it is required
 */
export async function findDesktop(required) {
  const code = hasScreen() || required ? (installed() ?? (await downloaded())) : undefined;
  if (code !== undefined) return command(code);
  if (!required) return undefined;
  throw new SetupError(
    "No desktop VS Code is installed, and none can be downloaded; use --host web.",
  );
}

const installed = () =>
  [...placesOnPath(process.platform === "win32" ? "code.cmd" : "code"), onMac].find(isExecutable);

async function downloaded() {
  if (!(await canDownload())) return undefined;
  say("Downloading VS Code…");
  const { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } =
    await import("@vscode/test-electron");
  const executable = await downloadAndUnzipVSCode({ cachePath: toolsFolder });
  return resolveCliPathFromVSCodeExecutablePath(executable);
}

/** @param {string} code @returns {readonly string[]} */
function command(code) {
  // Node starts .cmd files only through a shell.
  if (process.platform === "win32") return ["cmd", "/c", code];
  // VS Code refuses to run as root with its sandbox.
  return process.getuid?.() === 0 ? [code, "--no-sandbox"] : [code];
}
