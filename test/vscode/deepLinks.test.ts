import assert from "node:assert/strict";
import type { TreeView } from "vscode";
import { env } from "vscode";
import { runDeepLink } from "../../src/commands";
import { copyDeepLink } from "../../src/commands/deepLinks";
import type { Link } from "../../src/commands/deepLink";
import type { ChatNode } from "../../src/views/chatNode";
import { chainRow } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";

const C1 = "c1000000-0000-4000-8000-000000000001";

describe("A deep link", () => {
  let rig: Rig;
  before(async () => (rig = await startRig()));
  after(() => rig.close());

  /** The contacts whose rows a link selects. */
  const selectedBy = async (link: Link): Promise<readonly string[]> => {
    const selected: string[] = [];
    const view = {
      reveal: (row: ChatNode) => {
        if (row.kind === "contact") selected.push(row.contact.id);
        return Promise.resolve();
      },
    } as unknown as TreeView<ChatNode>;
    await runDeepLink({ ...rig.app, view }, link);
    return selected;
  };

  it("selects the contact that it was copied from, and does nothing else", async () => {
    await copyDeepLink(rig.app, await chainRow(rig.app, C1));
    const link = new URL(await env.clipboard.readText());
    assert.equal(link.host, "contact-chains.contact-chains");
    assert.equal(link.searchParams.get("connection"), sandbox.id);
    const taken = { path: link.pathname, query: link.search.slice(1) };
    assert.deepEqual(await selectedBy(taken), [C1]);
    assert.deepEqual(rig.shown, []);
  });

  it("finds the connection by its instance too", async () => {
    const query = `connection=${sandbox.instanceId}&id=${C1}`;
    assert.deepEqual(await selectedBy({ path: "/contact", query }), [C1]);
  });
});
