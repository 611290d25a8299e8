import assert from "node:assert/strict";
import { noFilter } from "../../src/domain/chatFilter";
import { createIdSource } from "../../src/emulator/seed/uuids";
import { showTranscript } from "../../src/commands/openTranscript";
import { lastShown, pathTo, rowsOf } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";

/** The load's first customer came back a hundred times, each time in a chat of one contact. */
const idOf = createIdSource("load");
const newest = idOf(100);

describe("An instance with a million contacts", function () {
  this.timeout(120_000);
  let rig: Rig;

  before(async () => {
    const timeouts = { connectionMs: 30_000, requestMs: 30_000 };
    rig = await startRig({ seed: "load:1000000", timeouts });
  });
  after(() => rig.close());

  const searches = async (): Promise<number> => (await rig.asked("SearchContacts")).length;

  it("is listed a hundred contacts at a time, with how many there are", async () => {
    const { app } = rig;
    assert.equal((await rowsOf(app)).at(-1), "Load more");
    const feed = app.chats.feed(sandbox);
    assert.deepEqual([feed.contactCount, await searches()], [100, 1]);
    assert.ok(feed.total > 400_000);

    const [connection] = await app.tree.getChildren();
    assert.ok(connection?.kind === "connection");
    await app.tree.loadMore(connection);
    assert.deepEqual([feed.contactCount, await searches()], [200, 2]);
  });

  it("is filtered by the service", async () => {
    const before = await searches();
    await rig.app.filters.set(sandbox.id, { ...noFilter, activeOnly: true });
    const rows = await rowsOf(rig.app);
    assert.ok(rows.length > 30 && !rows.includes("Load more"));
    const contacts = rig.app.chats.feed(sandbox).chains.flatMap((chain) => chain.contacts);
    assert.ok(contacts.every(({ endedAt }) => endedAt === undefined));
    assert.equal(await searches(), before + 1);
    await rig.app.filters.set(sandbox.id, noFilter);
  });

  it("shows a contact that no page has had", async () => {
    const before = await searches();
    assert.match((await pathTo(rig, newest)).join(" › "), /^Sandbox › Found › /);
    assert.ok((await searches()) - before <= 1);
  });

  it("follows the links of a hundred chats, and reads each transcript once", async () => {
    await showTranscript(rig.app, sandbox, { kind: "chain", contactId: newest });
    const { conversation } = lastShown(rig);
    assert.ok(conversation?.kind === "ready");
    assert.deepEqual(
      conversation.conversation.sections.map(({ contact }) => contact.id),
      Array.from({ length: 101 }, (_, index) => idOf(index)),
    );
    assert.equal((await rig.asked("GetObject")).length, 101);
  });
});
