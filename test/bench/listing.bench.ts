import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createGateway } from "../../src/aws";
import { ChatFeed } from "../../src/domain/chatFeed";
import type { ConnectGateway } from "../../src/domain/gateway";
import { startEmulator } from "../../src/emulator/server";
import { atMost, report } from "./support/figures";
import { count, median, ms, timed } from "./support/numbers";

const INSTANCE = "a0000000-0000-4000-8000-000000000001";
const DAY_MS = 24 * 60 * 60 * 1000;
const { signal } = new AbortController();

const gatewayTo = (endpoint: string): ConnectGateway =>
  createGateway({
    region: "us-east-1",
    instanceId: INSTANCE,
    access: { kind: "sandbox", endpoint },
  });

const feedOf = (gateway: ConnectGateway): ChatFeed => {
  const to = Date.now();
  const window = { from: to - 30 * DAY_MS, to };
  return new ChatFeed((token) =>
    gateway.searchChats({ window, ...(token === undefined ? {} : { token }) }, signal),
  );
};

async function journalOf(url: string): Promise<readonly string[]> {
  const response = await fetch(`${url}/_sandbox/requests`);
  const { requests } = (await response.json()) as {
    readonly requests: readonly { readonly operation: string }[];
  };
  return requests.map(({ operation }) => operation);
}

describe("Listing", () => {
  for (const contacts of [100, 1000, 2500])
    it(`asks once for every hundred of ${count(contacts)} contacts`, async () => {
      const emulator = await startEmulator({ seed: `load:${contacts}`, quotas: false });
      const gateway = gatewayTo(emulator.url);
      const feed = feedOf(gateway);
      while (feed.hasMore && feed.failure === undefined) await feed.more();
      const operations = await journalOf(emulator.url);
      const searches = operations.filter((operation) => operation === "SearchContacts").length;
      gateway.dispose();
      await emulator.close();
      const ideal = Math.ceil(contacts / 100);
      report({
        what: `calls to list ${count(contacts)} contacts`,
        measured: `${searches} SearchContacts, ${operations.length - searches} others`,
        baseline: `${ideal} pages`,
        bar: {
          text: "exactly, and none else",
          holds:
            searches === ideal && operations.length === ideal && feed.contactCount === contacts,
        },
      });
    });
});

describe("The Sandbox", () => {
  it("shows its first chains soon after it was opened", async () => {
    const opened: number[] = [];
    for (let run = 0; run < 7; run += 1)
      opened.push(
        await timed(async () => {
          const emulator = await startEmulator({ quotas: false });
          const gateway = gatewayTo(emulator.url);
          const feed = feedOf(gateway);
          await feed.more();
          if (feed.chains.length === 0) throw new Error("No chains came.");
          gateway.dispose();
          await emulator.close();
        }),
      );
    const [cold = NaN] = opened;
    report({
      what: "Sandbox: start to first chains",
      measured: `${ms(cold)} first, ${ms(median(opened))} median`,
      baseline: `${ms(median(await bareServers()))} for a bare server and one request`,
      bar: atMost(300, cold, "300 ms"),
    });
  });
});

/** What any server costs that starts, answers once and ends. */
async function bareServers(): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let run = 0; run < 7; run += 1)
    taken.push(
      await timed(async () => {
        const server = createServer((_, response) => response.end("{}"));
        await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
        const { port } = server.address() as AddressInfo;
        await (await fetch(`http://127.0.0.1:${port}/`)).text();
        server.closeAllConnections();
        await new Promise((ended) => server.close(ended));
      }),
    );
  return taken;
}
