import assert from "node:assert/strict";
import { rowsOf } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";

const C4 = "c4000000-0000-4000-8000-000000000004";

/** Ends a chat as some other program of the account would. */
async function stopContact({ url }: Rig, contactId: string): Promise<void> {
  const response = await fetch(`${url}/contact/stop`, {
    method: "POST",
    headers: {
      authorization: "AWS4-HMAC-SHA256 Credential=k/20260101/us-east-1/connect/aws4_request",
    },
    body: JSON.stringify({ InstanceId: sandbox.instanceId, ContactId: contactId }),
  });
  assert.equal(response.status, 200);
}

const isActive = ({ app }: Rig, contactId: string): boolean =>
  app.chats
    .feed(sandbox)
    .chains.some(({ contacts }) =>
      contacts.some(({ id, endedAt }) => id === contactId && endedAt === undefined),
    );

describe("A list that is read again by itself", () => {
  let rig: Rig;
  afterEach(() => rig.close());

  it("shows what has changed, as far as it was read, and asks for nothing else", async () => {
    rig = await startRig({ seed: "load:1000" });
    const { app } = rig;
    await rowsOf(app);
    const [connection] = await app.tree.getChildren();
    assert.ok(connection?.kind === "connection");
    await app.tree.loadMore(connection);
    const before = await rig.asked("SearchContacts");
    await app.tree.reread();
    assert.equal(app.chats.feed(sandbox).contactCount, 200);
    assert.equal((await rig.asked("SearchContacts")).length, before.length + 2);
  });

  it("knows that a chat has ended meanwhile", async () => {
    rig = await startRig();
    await rowsOf(rig.app);
    await stopContact(rig, C4);
    assert.ok(isActive(rig, C4));
    await rig.app.tree.reread();
    assert.ok(!isActive(rig, C4));
  });

  it("stays as it is where it cannot be read", async () => {
    rig = await startRig();
    const before = await rowsOf(rig.app);
    await rig.fail("SearchContacts", "accessDenied");
    await rig.app.tree.reread();
    assert.deepEqual(await rowsOf(rig.app), before);
  });

  it("is not read before somebody has opened it", async () => {
    rig = await startRig();
    await rig.app.tree.reread();
    assert.deepEqual(await rig.asked("SearchContacts"), []);
  });
});
