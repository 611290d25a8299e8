import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { MAX_TRIES, TryFiles } from "../../../src/connections/notebook/tryFiles";

const program = fileURLToPath(new URL("support/notes.process.mjs", import.meta.url));

/** Windows are processes of their own, and one may end at any moment. */
describe("The notebook's files, of several processes", function () {
  this.timeout(120_000);
  let folder: string;
  const running: ChildProcess[] = [];
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "tries-"))));
  afterEach(async () => {
    for (const each of running.splice(0)) each.kill("SIGKILL");
    await rm(folder, { recursive: true, maxRetries: 5 });
  });

  interface Notes {
    /** Minutes after noon. */
    readonly first: number;
    readonly step: number;
    readonly count: number;
    /** After how many it is killed, in the midst of the next one. */
    readonly killedAfter?: number;
  }

  /** Tells the ids of what was noted, the oldest first, once the process has ended. */
  async function noting({ first, step, count, killedAfter }: Notes): Promise<readonly string[]> {
    const args = [program, folder, ...[first, step, count].map(String)];
    const other = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    running.push(other);
    const noted: string[] = [];
    createInterface({ input: other.stdout }).on("line", (id) => {
      noted.push(id);
      if (noted.length === killedAfter) other.kill("SIGKILL");
    });
    const [code] = (await once(other, "close")) as [number | null];
    assert.equal(code, killedAfter === undefined ? 0 : null);
    return noted;
  }

  async function listed(): Promise<readonly string[]> {
    const { tries, newer, damaged } = await new TryFiles(folder).read();
    assert.deepEqual([newer, damaged], [0, 0]);
    return tries.map(({ id }) => id);
  }

  /** The newest first, as they stand in each other's midst. */
  const interleaved = (one: readonly string[], other: readonly string[]): readonly string[] =>
    one.flatMap((id, index) => [id, ...other.slice(index, index + 1)]).toReversed();

  it("lose nothing where both note at once", async () => {
    const [one, other] = await Promise.all([
      noting({ first: 0, step: 2, count: 60 }),
      noting({ first: 1, step: 2, count: 60 }),
    ]);
    assert.equal(one.length + other.length, 120);
    assert.deepEqual(await listed(), interleaved(one, other));
  });

  it(`keep the newest ${MAX_TRIES} where both note more than that`, async () => {
    const count = MAX_TRIES / 2 + 30;
    const [one, other] = await Promise.all([
      noting({ first: 0, step: 2, count }),
      noting({ first: 1, step: 2, count }),
    ]);
    assert.deepEqual(await listed(), interleaved(one, other).slice(0, MAX_TRIES));
  });

  it("hold whole what was noted by processes that were killed while they wrote", async () => {
    const killed = [1, 2, 3, 5, 8].map((killedAfter, round) =>
      noting({ first: 1_000 * (round + 1), step: 1, count: 1_000, killedAfter }),
    );
    const [whole, ...cut] = await Promise.all([
      noting({ first: 0, step: 1, count: 40 }),
      ...killed,
    ]);
    const ids = await listed();
    // What was printed is in its file; the one that was under way is there whole, or not at all.
    for (const id of [...whole, ...cut.flat()]) assert.ok(ids.includes(id), id);
    assert.ok(ids.length >= whole.length + cut.flat().length);
    const after = await noting({ first: -100, step: 1, count: 3 });
    assert.deepEqual((await listed()).slice(-3), after.toReversed());
    await new TryFiles(folder).clear();
    assert.deepEqual(await readdir(folder), []);
  });
});
