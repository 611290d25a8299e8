import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Pacer, systemClock } from "../../src/aws/pacer";
import { SharedQuota } from "../../src/aws/sharedQuota";
import { ChatFeed } from "../../src/domain/chatFeed";
import { atMost, report } from "./support/figures";
import { everything, gatewayTo, type Instance, openInstance, signal } from "./support/instance";
import { count, timed, times } from "./support/numbers";
import { startProgram } from "./support/programs";

/** Reads all pages as the tree does, one "Load more" after the other. */
async function readAll({ gateway }: Pick<Instance, "gateway">): Promise<ChatFeed> {
  const window = everything();
  const feed = new ChatFeed((token) =>
    gateway.searchChats({ window, ...(token !== undefined && { token }) }, signal()),
  );
  while (feed.hasMore && feed.failure === undefined) await feed.more();
  return feed;
}

/** Bytes in use, without what nobody holds any more. */
async function usedMemory(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  return process.memoryUsage().heapUsed;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

describe("Listing", () => {
  for (const size of [100, 1000, 2500])
    it(`asks for ${count(size)} contacts page by page and for nothing else`, async () => {
      const instance = await openInstance({ seed: `load:${size}`, quotas: false });
      const { contactCount } = await readAll(instance);
      const requests = await instance.requests();
      await instance.close();
      const fewest = Math.ceil(size / 100);
      const operations = [...new Set(requests.map(({ operation }) => operation))];
      report({
        what: `calls to list ${count(contactCount)} contacts`,
        measured: `${requests.length} ${operations.join(", ")}`,
        baseline: `${fewest}: the service gives 100 a call`,
        bar: {
          text: `= ${fewest} SearchContacts`,
          holds:
            contactCount === size &&
            requests.length === fewest &&
            operations.join() === "SearchContacts",
        },
      });
    });

  it("holds what was listed in little memory", async () => {
    // In a process of its own, since the emulator keeps pages too.
    const args = ["--port", "0", "--no-quota", "--seed", "load:60000"];
    const emulator = await startProgram("dist/emulator.js", args);
    const gateway = gatewayTo(emulator.url);
    const before = await usedMemory();
    const { contactCount, chains } = await readAll({ gateway });
    const each = ((await usedMemory()) - before) / contactCount;
    const contacts = chains.flatMap((chain) => chain.contacts);
    const asJson = JSON.stringify(contacts).length / contactCount;
    gateway.dispose();
    emulator.close();
    report({
      what: `memory of a listed contact, ${count(contactCount)} of them`,
      measured: `${Math.round(each)} bytes (${times(each / asJson)})`,
      baseline: `${Math.round(asJson)} bytes as JSON`,
      bar: atMost(3, each / asJson, "3 × its JSON"),
    });
  });

  it("keeps to the quota and wastes nothing of it", async () => {
    const size = 2000;
    const instance = await openInstance(
      { seed: `load:${size}`, quotas: true },
      { pacer: new Pacer() },
    );
    let contactCount = 0;
    const taken = await timed(async () => ({ contactCount } = await readAll(instance)));
    const requests = await instance.requests();
    await instance.close();
    const refused = requests.filter(({ status }) => status === 429).length;
    // One call every two seconds, and the first one at once (domain.md §3.1).
    const fastest = (Math.ceil(size / 100) - 1) * 2000;
    const more = taken / fastest - 1;
    report({
      what: `${count(contactCount)} contacts with quotas enforced`,
      measured: `${seconds(taken)} (+${(more * 100).toFixed(1)} %), ${refused} × 429`,
      baseline: `${seconds(fastest)}: the quota's own minimum`,
      bar: {
        text: "≤ 5 % more, no 429",
        holds: contactCount === size && more <= 0.05 && refused === 0,
      },
    });
  });

  it("keeps to the quota in two windows together", async () => {
    const size = 1000;
    const folder = await mkdtemp(join(tmpdir(), "two-windows-"));
    const emulator = await openInstance({ seed: `load:${size}`, quotas: true });
    const quota = new SharedQuota(folder, "account");
    const problems: unknown[] = [];
    const others = { quota, onProblem: (problem: unknown) => problems.push(problem) };
    const windows = [1, 2].map(() =>
      gatewayTo(emulator.url, { pacer: new Pacer(systemClock, others) }),
    );
    const taken = await timed(() => Promise.all(windows.map((gateway) => readAll({ gateway }))));
    const requests = await emulator.requests();
    for (const gateway of windows) gateway.dispose();
    await emulator.close();
    await rm(folder, { recursive: true });
    const refused = requests.filter(({ status }) => status === 429).length;
    const fastest = ((2 * size) / 100 - 1) * 2000;
    const more = taken / fastest - 1;
    report({
      what: `${count(2 * size)} contacts in two windows, quotas enforced`,
      measured: `${seconds(taken)} (+${(more * 100).toFixed(1)} %), ${refused} × 429`,
      baseline: `${seconds(fastest)}: the quota's own minimum`,
      bar: {
        text: "≤ 5 % more, no 429",
        holds: more <= 0.05 && refused === 0 && problems.length === 0,
      },
    });
  });
});
