import { createHash } from "node:crypto";
import { mkdir, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { hasCode, unlessMissing } from "../files/missing";
import { firstFree, intervalOf, type Quota } from "./quotas";

/** Nobody holds a lock for longer than it takes to read and write a line, unless its window is gone. */
const LOCK_IS_LEFT_AFTER_MS = 2_000;

/** A time further ahead was written by a clock that has been set back since. */
const LONGEST_QUEUE_MS = 5 * 60 * 1000;

/**
 * The quota of an account and Region as all windows of this machine share it. Each operation has a file with the time at
 * which its token bucket would be full again; a lock file beside it lets one window at a time write there.
 */
export class SharedQuota {
  /** `folder` is the same for all windows; `account` names the account and Region. */
  constructor(
    private readonly folder: string,
    private readonly account: string,
  ) {}

  /**
   * Takes the next turn that no window has taken yet.
   * @returns in how many ms it comes; 0 where it is now
   * @throws where the file cannot be written
   */
  async reserve(operation: string, quota: Quota): Promise<number> {
    await mkdir(this.folder, { recursive: true });
    const file = this.fileOf(operation);
    return withLock(`${file}.lock`, async () => {
      const now = Date.now();
      const fullAt = await readTime(file, now);
      await writeFile(file, `${Math.max(fullAt, now) + intervalOf(quota)}`);
      return Math.max(0, firstFree(fullAt, quota) - now);
    });
  }

  private fileOf(operation: string): string {
    const account = createHash("sha256").update(this.account).digest("hex").slice(0, 16);
    return join(this.folder, `${account}.${operation}`);
  }
}

/** What is missing or cannot be read was long ago. */
async function readTime(file: string, now: number): Promise<number> {
  const time = Number(await readFile(file, "utf8").catch(unlessMissing("")));
  return Number.isFinite(time) && time <= now + LONGEST_QUEUE_MS ? time : 0;
}

async function withLock<Value>(lock: string, work: () => Promise<Value>): Promise<Value> {
  while (!(await takeLock(lock))) {
    await removeIfLeft(lock);
    await pause(2 + Math.random() * 8);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** False where another window has it. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await (await open(lock, "wx")).close();
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function removeIfLeft(lock: string): Promise<void> {
  const found = await stat(lock).catch(unlessMissing(undefined));
  if (found !== undefined && Date.now() - found.mtimeMs > LOCK_IS_LEFT_AFTER_MS)
    await rm(lock, { force: true });
}
