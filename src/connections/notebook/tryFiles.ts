import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { mapConcurrently } from "../../domain/concurrently";
import type { Try } from "../../domain/tries";
import { unlessMissing } from "../../files/missing";
import { trySchema } from "./trySchema";

/** The oldest go first. */
export const MAX_TRIES = 500;

const VERSION = 2;
const fileSchema = z.object({ version: z.literal([1, VERSION]), try: trySchema });
const newerSchema = z.object({ version: z.number().check(z.gt(VERSION)) });

/** What of the notebook can be read, and how much cannot. */
export interface KeptTries {
  /** Newest first. */
  readonly tries: readonly Try[];
  /** How many are of a newer version; they stay as they are. */
  readonly newer: number;
  /** How many are damaged; they are kept aside. */
  readonly damaged: number;
}

type ReadFile = Try | "newer" | "damaged" | "gone";

/**
 * Tries in a folder, a file each: several windows add and remove at once and cannot undo each other's work, and damage stays
 * with one try. The time stands first in a file's name, so that names sort by age.
 */
export class TryFiles {
  constructor(private readonly folder: string) {}

  /** Adds a try, or puts its newer state in its place; whole or not at all. */
  async write(tried: Try): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const name = `${String(tried.at).padStart(TIME_DIGITS, "0")}-${tried.id}.json`;
    const unfinished = this.path(`${name}.${process.pid}${UNFINISHED}`);
    await writeFile(unfinished, JSON.stringify({ version: VERSION, try: tried }));
    await rename(unfinished, this.path(name));
    await this.dropOldest();
  }

  async read(): Promise<KeptTries> {
    const names = (await this.names()).filter((name) => name.endsWith(".json")).toReversed();
    const files = await mapConcurrently(OPEN_FILES, names, (name) => this.readOne(name));
    const count = (kind: ReadFile): number => files.filter((file) => file === kind).length;
    return {
      tries: files.filter((file) => typeof file === "object"),
      newer: count("newer"),
      damaged: (await this.names()).filter((name) => name.endsWith(ASIDE)).length,
    };
  }

  async remove(id: string): Promise<void> {
    const names = await this.names();
    await this.drop(names.filter((name) => name.endsWith(`-${id}.json`)));
  }

  /** Removes everything, also what was kept aside. */
  async clear(): Promise<void> {
    await this.drop(await this.names());
  }

  private async readOne(name: string): Promise<ReadFile> {
    const text = await readFile(this.path(name), "utf8").catch(unlessMissing(undefined));
    if (text === undefined) return "gone";
    const data = parsed(text);
    const file = fileSchema.safeParse(data);
    if (file.success) return file.data.try;
    if (newerSchema.safeParse(data).success) return "newer";
    await this.keepAside(name);
    return "damaged";
  }

  /** Another window may have done it first. */
  private async keepAside(name: string): Promise<void> {
    await rename(this.path(name), this.path(`${name}${ASIDE}`)).catch(unlessMissing(undefined));
  }

  /** What was kept aside, or never finished, grows old too; what is being written just now takes nothing's place. */
  private async dropOldest(): Promise<void> {
    const names = await this.names();
    const finished = names.filter((name) => !name.endsWith(UNFINISHED));
    const oldestKept = finished.at(-MAX_TRIES);
    if (oldestKept !== undefined) await this.drop(names.filter((name) => name < oldestKept));
  }

  private async drop(names: readonly string[]): Promise<void> {
    await mapConcurrently(OPEN_FILES, names, (name) => rm(this.path(name), { force: true }));
  }

  /** Oldest first. */
  private async names(): Promise<readonly string[]> {
    return (await readdir(this.folder).catch(unlessMissing([]))).sort();
  }

  private path(name: string): string {
    return join(this.folder, name);
  }
}

const TIME_DIGITS = 14;
const OPEN_FILES = 16;
const ASIDE = ".damaged";
const UNFINISHED = ".tmp";

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
