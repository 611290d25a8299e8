import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workbench } from "../host/workbench";
import { addConnection, renameConnection } from "./support/connections";
import { Account, writeProfiles } from "./support/emulator";
import { expandReferenceChain, openProduct } from "./support/product";

/** What a stranger's repository would set to get at an account, and one setting that would be seen. */
const strangersSettings = {
  "contactChains.groupBy": "none",
  "contactChains.endpoint": "http://127.0.0.1:9",
  "contactChains.profile": "admin",
  "terminal.integrated.env.linux": { AWS_PROFILE: "admin", AWS_ENDPOINT_URL: "http://127.0.0.1:9" },
};

describe("A workspace that nobody vouched for", () => {
  let account: Account;
  let profiles: Awaited<ReturnType<typeof writeProfiles>>;
  let workbench: Workbench;
  const folder = mkdtempSync(join(tmpdir(), "workspace-"));

  before(async () => {
    mkdirSync(join(folder, ".vscode"));
    writeFileSync(join(folder, ".vscode", "settings.json"), JSON.stringify(strangersSettings));
    account = await Account.start("north");
    profiles = await writeProfiles([account]);
    workbench = await openProduct({
      env: profiles.env,
      settings: {
        "security.workspace.trust.enabled": true,
        "security.workspace.trust.startupPrompt": "never",
        "security.workspace.trust.banner": "never",
      },
    });
    await addConnection(workbench, "north", "prod");
    await renameConnection(workbench, "sandbox", "North");
  });

  after(async () => {
    await workbench.close();
    await profiles.remove();
    await account.close();
    rmSync(folder, { recursive: true });
  });

  it("browses the Sandbox only, and sends nothing to an account", async () => {
    const before = (await account.requests()).length;
    await workbench.open(folder);
    await workbench.openView("Contact Chains");
    await expandReferenceChain(workbench, "Sandbox");
    assert.ok(!(await workbench.sidebarText()).includes("North"));
    assert.equal((await account.requests()).length, before);
  });

  it("gets the connections as they were once it is trusted, and changes nothing of them", async () => {
    const { page } = workbench;
    await workbench.runCommand("Workspaces: Manage Workspace Trust");
    await page.getByRole("button", { name: "Trust", exact: true }).first().click();
    await page.getByText("You trust this folder").waitFor();
    // The editor of trust lies over the window, and a new window begins without it.
    await workbench.reload();
    await workbench.openView("Contact Chains");
    await workbench.tree.expand("North");
    // By day, whatever the workspace's settings say.
    await workbench.tree.row(["North", "Today"]);
    assert.ok((await account.journal("SearchContacts")).every(({ status }) => status === 200));
  });

  it("ran without an exception in any page", () => {
    assert.deepEqual(workbench.pageErrors, []);
  });
});
