import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pacer, systemClock } from "../../../src/aws/pacer";
import { intervalOf, quotaOf } from "../../../src/aws/quotas";
import { SharedQuota } from "../../../src/aws/sharedQuota";

const search = quotaOf("SearchContacts");
const describeQuota = quotaOf("DescribeContact");

describe("A quota that windows share", () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "shared-quota-"))));
  afterEach(() => rm(folder, { recursive: true }));

  const window = (account = "north") => new SharedQuota(folder, account);

  it("gives turns that lie an interval apart, whichever windows take them", async () => {
    const windows = [window(), window(), window()];
    const waits = await Promise.all(
      windows.flatMap((each) => [1, 2, 3].map(() => each.reserve("SearchContacts", search))),
    );
    const sorted = waits.toSorted((one, other) => one - other);
    assert.equal(sorted[0], 0);
    sorted.slice(1).forEach((wait, index) => {
      const turn = (index + 1) * intervalOf(search);
      // The turns were asked for within this second.
      assert.ok(wait <= turn && wait > turn - 1000, `turn ${index + 1} comes after ${wait} ms`);
    });
  });

  it("lets as many go at once as the service does, from all windows together", async () => {
    const windows = [window(), window()];
    const waits: number[] = [];
    for (let call = 0; call < describeQuota.burst + 1; call += 1)
      waits.push(await windows[call % 2]!.reserve("DescribeContact", describeQuota));
    assert.ok(waits.slice(0, describeQuota.burst).every((wait) => wait === 0));
  });

  it("keeps operations, accounts and Regions apart", async () => {
    await window().reserve("SearchContacts", search);
    assert.equal(await window("south").reserve("SearchContacts", search), 0);
    assert.equal(await window().reserve("ListUsers", quotaOf("ListUsers")), 0);
  });

  it("starts anew where the file is damaged, or was written by a clock that ran ahead", async () => {
    await window().reserve("SearchContacts", search);
    const [file] = await readdir(folder);
    for (const text of ["", "{", `${Date.now() + 24 * 60 * 60 * 1000}`]) {
      await writeFile(join(folder, file!), text);
      assert.equal(await window().reserve("SearchContacts", search), 0);
    }
  });

  it("does not wait for a window that is gone", async () => {
    await window().reserve("SearchContacts", search);
    const [file] = await readdir(folder);
    const lock = join(folder, `${file!}.lock`);
    await writeFile(lock, "");
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    assert.ok((await window().reserve("SearchContacts", search)) > 0);
  });

  it("leaves each window to itself where the folder cannot be written, and says why", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const problems: unknown[] = [];
    const pacer = new Pacer(systemClock, {
      quota: new SharedQuota(join(file, "below"), "north"),
      onProblem: (problem) => problems.push(problem),
    });
    await pacer.take("SearchContacts", new AbortController().signal);
    assert.equal(problems.length, 1);
  });

  it("tells how long a call waits for other windows, and lets it be stopped", async () => {
    await window().reserve("SearchContacts", search);
    const pacer = new Pacer(systemClock, { quota: window(), onProblem: assert.ifError });
    const stop = new AbortController();
    const waits: number[] = [];
    await assert.rejects(
      pacer.take("SearchContacts", stop.signal, (_operation, ms) => {
        waits.push(ms);
        stop.abort();
      }),
      { name: "AbortError" },
    );
    assert.equal(waits.length, 1);
  });
});
