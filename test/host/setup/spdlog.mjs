// Stands in for @vscode/spdlog in the installed VS Code server: the real one is a native module, which would have to
// be compiled. Without it no log is written, and an extension's output channel stays empty.
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

const levels = ["trace", "debug", "info", "warning", "error", "critical", "off"];

/** Writes at once, and keeps one file: a test's log is short. */
export class Logger {
  #file;
  #level = levels.indexOf("info");
  #bare = false;

  /** @param {string} _type @param {string} _name @param {string} file */
  constructor(_type, _name, file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
  }

  trace = (/** @type {string} */ message) => this.#write("trace", message);
  debug = (/** @type {string} */ message) => this.#write("debug", message);
  info = (/** @type {string} */ message) => this.#write("info", message);
  warn = (/** @type {string} */ message) => this.#write("warning", message);
  error = (/** @type {string} */ message) => this.#write("error", message);
  critical = (/** @type {string} */ message) => this.#write("critical", message);

  getLevel = () => this.#level;
  setLevel = (/** @type {number} */ level) => void (this.#level = level);
  setPattern = () => void (this.#bare = false);
  clearFormatters = () => void (this.#bare = true);
  flush = () => {};
  drop = () => {};

  /** @param {string} level @param {string} message */
  #write(level, message) {
    if (levels.indexOf(level) < this.#level) return;
    appendFileSync(this.#file, this.#bare ? message : `${now()} [${level}] ${message}\n`);
  }
}

/** Local time, as spdlog's pattern "%Y-%m-%d %H:%M:%S.%e" writes it. */
function now() {
  const at = new Date();
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().replace("T", " ").replace("Z", "");
}

/** @param {string} name @param {string} file */
export const createRotatingLogger = async (name, file) => new Logger("rotating", name, file);
export const createAsyncRotatingLogger = createRotatingLogger;
export const setLevel = () => {};
export const setFlushOn = () => {};
export const version = 0;
