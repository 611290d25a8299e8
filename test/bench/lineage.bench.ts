import { get, Agent } from "node:http";
import { mapConcurrently } from "../../src/domain/concurrently";
import type { Contact } from "../../src/domain/contact";
import type { ConnectGateway } from "../../src/domain/gateway";
import { followLineage, readChain } from "../../src/domain/lineage";
import { readTranscripts } from "../../src/domain/readTranscripts";
import { createIdSource } from "../../src/emulator/seed/uuids";
import { atMost, report } from "./support/figures";
import { gatewayTo, requestsOf, signal } from "./support/instance";
import { ms, timed, times } from "./support/numbers";
import { startProgram } from "./support/programs";

const latencyMs = 50;
const atOnce = 8;

/** A load of 10,000 begins with a customer of 101 chats of one contact each, every one continued from the one before. */
const newest = createIdSource("load")(100);

/** The 100 contacts that the newest chat of that customer carries, oldest first. */
async function pastContacts(gateway: ConnectGateway): Promise<readonly Contact[]> {
  const chain = await readChain(gateway, newest, signal());
  const { chains } = await followLineage(gateway, chain, { signal: signal() });
  return chains.slice(1).flatMap(({ contacts }) => contacts);
}

/** The same objects without SDK, port and parsing. */
async function bareReads(url: string, contacts: readonly Contact[]): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  await mapConcurrently(atOnce, contacts, ({ storedTranscript }) =>
    storedTranscript.kind === "stored"
      ? bareRead(`${url}/${storedTranscript.bucket}/${storedTranscript.key}`, agent)
      : Promise.reject(new Error("No transcript is stored.")),
  );
  agent.destroy();
}

const authorization =
  "AWS4-HMAC-SHA256 Credential=KEY/20260506/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00";

const bareRead = (url: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization } }, (response) => {
      response.resume().once("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`Status ${response.statusCode}`));
      });
    }).once("error", reject);
  });

describe("The transcripts of a lineage", () => {
  it("are read eight at a time, each once", async () => {
    const emulator = await startProgram("dist/emulator.js", [
      ...["--port", "0", "--no-quota", "--seed", "load:10000", "--latency", String(latencyMs)],
    ]);
    const gateway = gatewayTo(emulator.url);
    const contacts = await pastContacts(gateway);
    let reading = 0;
    let most = 0;
    const counted: Pick<ConnectGateway, "transcriptFile" | "liveChat"> = {
      liveChat: (...args) => gateway.liveChat(...args),
      transcriptFile: async (...args) => {
        most = Math.max(most, (reading += 1));
        return gateway.transcriptFile(...args).finally(() => (reading -= 1));
      },
    };
    const runs = 5;
    const before = (await requestsOf(emulator.url)).length;
    let ours = Infinity;
    let bare = Infinity;
    for (let run = 0; run < runs; run += 1) {
      const options = { signal: signal(), now: Date.now() };
      ours = Math.min(ours, await timed(() => readTranscripts(counted, contacts, options)));
      bare = Math.min(bare, await timed(() => bareReads(emulator.url, contacts)));
    }
    const requests = (await requestsOf(emulator.url)).slice(before);
    gateway.dispose();
    emulator.close();
    const gets = requests.length / runs - contacts.length;
    const ideal = Math.ceil(contacts.length / atOnce) * latencyMs;
    report({
      what: `${contacts.length} transcripts, ${latencyMs} ms per GetObject`,
      measured: `${ms(ours)} (${times(ours / ideal)}), best of ${runs}`,
      baseline: `${ms(ideal)} ideal, ${ms(bare)} bare node:http`,
      bar: atMost(1.2, ours / ideal, "1.2 × ideal"),
    });
    report({
      what: "… calls for them",
      measured: `${gets} calls, ${most} at a time`,
      baseline: `${contacts.length} contacts`,
      bar: {
        text: "one GetObject each, 8 at a time",
        holds:
          contacts.length === 100 &&
          gets === contacts.length &&
          most === atOnce &&
          requests.every(({ operation }) => operation === "GetObject"),
      },
    });
  });
});
