import assert from "node:assert/strict";
import { type Access, createGateway, Pacer } from "../../../src/aws";
import type { Clock } from "../../../src/aws/pacer";
import type { ConnectGateway, ContactPage } from "../../../src/domain/gateway";
import { withAwsFiles } from "./support/awsFiles";
import { emulated } from "./support/emulated";
import { INSTANCE, REGION, signal } from "./support/target";

const YEAR = 365 * 24 * 60 * 60 * 1000;
const window = { from: Date.now() - 2 * YEAR, to: Date.now() + YEAR };

async function allPages(gateway: ConnectGateway): Promise<readonly ContactPage[]> {
  const pages: ContactPage[] = [];
  let token: string | undefined;
  do {
    const request = { window, ...(token === undefined ? {} : { token }) };
    const page = await gateway.searchChats(request, signal());
    pages.push(page);
    token = page.nextToken;
  } while (token !== undefined);
  return pages;
}

describe("gateway and quotas", () => {
  it("lists N chats in ⌈N/100⌉ calls and nothing else", async () => {
    const world = await emulated({}, { seed: "load:250" });
    try {
      const pages = await allPages(world.gateway);
      const ids = new Set(pages.flatMap(({ contacts }) => contacts.map(({ id }) => id)));
      assert.equal(pages[0]?.total, ids.size);
      assert.equal(pages.length, Math.ceil(ids.size / 100));
      assert.equal((await world.journal()).length, pages.length);
    } finally {
      await world.close();
    }
  });

  it("loads 2,000 chats without one refusal, and no slower than it has to", async () => {
    let waited = 0;
    let advance: (seconds: number) => Promise<void> = () => Promise.resolve();
    // Moves the emulator's clock on in place of waiting.
    const clock: Clock = {
      now: () => waited,
      after: (ms, callback) => {
        void advance(ms / 1000).then(() => {
          waited += ms;
          callback();
        });
        return () => undefined;
      },
    };
    const pacer = new Pacer(clock);
    const world = await emulated({ pacer }, { seed: "load:2000", quotas: true });
    advance = world.advance;
    try {
      const pages = await allPages(world.gateway);
      assert.ok(pages.length >= 10);
      const answers = (await world.journal()).map(({ status }) => status);
      assert.deepEqual(answers, new Array(pages.length).fill(200));
      assert.ok(waited <= (pages.length - 1) * 2000 * 1.05);
    } finally {
      await world.close();
    }
  });

  it("two instances of one profile and Region share the quota", async () => {
    const world = await emulated();
    const config = `[profile shared]
endpoint_url = ${world.url}
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = secret
`;
    const access: Access = { kind: "profile", profile: "shared" };
    const target = { region: REGION, instanceId: INSTANCE, access };
    const stop = new AbortController();
    const waits: (readonly [string, number])[] = [];
    const one = createGateway(target);
    const other = createGateway({
      ...target,
      onWait: (...wait) => {
        waits.push(wait);
        stop.abort();
      },
    });
    await withAwsFiles({ config }, async () => {
      await one.searchChats({ window }, signal());
      await assert.rejects(other.searchChats({ window }, stop.signal), { kind: "aborted" });
    });
    const [operation, ms] = waits[0] ?? [];
    assert.equal(operation, "SearchContacts");
    assert.ok(ms !== undefined && ms > 0 && ms <= 2100);
    one.dispose();
    other.dispose();
    await world.close();
  });
});
