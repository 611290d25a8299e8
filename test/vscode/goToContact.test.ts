import assert from "node:assert/strict";
import { Failure } from "../../src/domain/failure";
import { pathTo, rowsOf } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";

describe("Go to Contact", () => {
  let rig: Rig;
  afterEach(() => rig.close());

  it("selects the row of a contact that is listed, and lists it once", async () => {
    rig = await startRig();
    const before = await rowsOf(rig.app);
    const path = await pathTo(rig, C2);
    assert.match(path.join(" › "), /^Sandbox › (Today|Yesterday) › .*Chat › .*jonas\.weber$/);
    assert.deepEqual(await rowsOf(rig.app), before);
  });

  it("shows one that no search lists, also after a refresh, until that is cleared", async () => {
    rig = await startRig({ lookBackDays: 1 / 24 / 60 });
    assert.ok(!(await rowsOf(rig.app)).some((row) => row.endsWith("Found")));
    const path = await pathTo(rig, C2);
    assert.match(path.join(" › "), /^Sandbox › Found › .*Chat › .*jonas\.weber$/);

    rig.app.tree.refresh(sandbox);
    assert.equal((await rowsOf(rig.app))[0], "Found");

    rig.app.tree.clearFound(sandbox);
    assert.ok(!(await rowsOf(rig.app)).includes("Found"));
  });

  it("keeps a chain once, whichever of its contacts one goes to, and reads it once", async () => {
    rig = await startRig({ lookBackDays: 1 / 24 / 60 });
    await pathTo(rig, C2);
    await pathTo(rig, C1);
    const [connection] = await rig.app.tree.getChildren();
    const [found] = await rig.app.tree.getChildren(connection);
    assert.ok(found?.kind === "group" && found.group.kind === "found");
    assert.deepEqual(
      found.group.chains.map(({ initialContactId }) => initialContactId),
      [C1],
    );
    const described = (await rig.asked("DescribeContact")).map(
      ({ parameters }) => parameters["ContactId"],
    );
    assert.equal(described.length, new Set(described).size);
  });

  it("works where searching is denied", async () => {
    rig = await startRig();
    await rig.fail("SearchContacts", "accessDenied");
    const path = await pathTo(rig, C2);
    assert.deepEqual(path.slice(0, 2), ["Sandbox", "Found"]);
    assert.ok((await rowsOf(rig.app)).some((row) => row.includes("No permission")));
  });

  it("says of an unknown contact that there is none, and leaves the list as it was", async () => {
    rig = await startRig();
    const before = await rowsOf(rig.app);
    await assert.rejects(
      pathTo(rig, "ffffffff-0000-4000-8000-000000000001"),
      (error) => error instanceof Failure && error.kind === "notFound",
    );
    assert.deepEqual(await rowsOf(rig.app), before);
  });
});
