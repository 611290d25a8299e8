import { mkdir, open, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { say } from "./console.mjs";

const beat = 2_000;
const deadAfter = 15_000;

/**
 * Does the work while no other process does it. The holder keeps the lock file's time fresh, so that a lock
 * which a killed process left behind is known by its age.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  await mkdir(dirname(file), { recursive: true });
  if (!(await take(file))) {
    say("Waiting for another process that is setting up the same thing…");
    while (!(await take(file))) await after(500);
  }
  const pulse = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), beat);
  try {
    return await work();
  } finally {
    clearInterval(pulse);
    await rm(file, { force: true });
  }
}

/** @param {string} file @returns {Promise<boolean>} */
async function take(file) {
  try {
    await (await open(file, "wx")).close();
    return true;
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    await discardIfDead(file);
    return false;
  }
}

/** @param {string} file */
async function discardIfDead(file) {
  const age = await stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age < deadAfter) return;
  // Of several processes that find it dead, rename lets one through.
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => {});
  await rm(aside, { force: true });
}

/** @param {unknown} error @param {string} code */
const isCode = (error, code) => error instanceof Error && "code" in error && error.code === code;
