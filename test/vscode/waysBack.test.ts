import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Event } from "vscode";
import { commands, window } from "vscode";
import type { App } from "../../src/commands/app";
import { askInstances } from "../../src/commands/connections/askInstances";
import { CredentialFiles } from "../../src/connections/credentialFiles";
import { SignIns } from "../../src/connections/signIns";
import type { Connection } from "../../src/domain/connection";
import type { Instance } from "../../src/domain/contact";
import { noFilter } from "../../src/domain/chatFilter";
import { Failure } from "../../src/domain/failure";
import type { FailureDetails, FailureKind } from "../../src/domain/failure";
import { connectionNode, noticeNode } from "../../src/views/chatNode";
import { toTreeItem } from "../../src/views/treeItem";
import { noNames } from "../../src/wording/contacts";

const connection: Connection = {
  kind: "aws",
  id: "north",
  name: "North",
  profile: "dev",
  region: "us-east-1",
  instanceId: "i",
  readOnly: false,
};

const surroundings = {
  now: 0,
  names: noNames,
  sandbox: "idle",
  sandboxAheadMs: 0,
  filter: noFilter,
  continuedFrom: () => undefined,
} as const;

function rowOf(kind: FailureKind, details: FailureDetails = {}) {
  const answer = { name: "n", message: "m <b>x</b>" };
  const failure = new Failure(kind, "SearchContacts", answer, { details });
  const node = noticeNode(connectionNode(connection), { kind: "failure", failure });
  return toTreeItem(node, surroundings);
}

const next = (event: Event<void>): Promise<void> =>
  new Promise((resolve) => {
    const once = event(() => {
      once.dispose();
      resolve();
    });
  });

describe("The row of a failure", () => {
  it("signs in on a click where there is a session to begin", () => {
    const item = rowOf("expiredCredentials", { signIn: { kind: "sso", profile: "dev" } });
    assert.equal(item.command?.command, "contactChains.signIn");
    assert.equal(item.description, "click to sign in");
  });

  it("reads again on a click otherwise, and offers what its kind needs", () => {
    const item = rowOf("accessDenied");
    assert.equal(item.command?.command, "contactChains.refresh");
    assert.match(item.contextValue ?? "", /^notice failure copyIamStatement/);
  });
});

describe("Signing in", () => {
  it("opens one terminal for a profile, and tells when it is closed", async () => {
    const signIns = new SignIns();
    const terminals = () => window.terminals.filter(({ name }) => name === "Sign in: no-such");
    assert.ok(signIns.start({ kind: "sso", profile: "no-such" }));
    assert.ok(signIns.start({ kind: "sso", profile: "no-such" }));
    assert.equal(terminals().length, 1);
    const ended = next(signIns.onDidEnd);
    terminals()[0]?.dispose();
    await ended;
    signIns.dispose();
  });

  it("opens none for a name that no shell should see", () => {
    const signIns = new SignIns();
    assert.ok(!signIns.start({ kind: "sso", profile: "-x\n" }));
    signIns.dispose();
  });
});

describe("Adding a connection whose session has ended", () => {
  it("lists the instances by itself once the session is begun anew", async () => {
    const signIns = new SignIns();
    const credentialFiles = new CredentialFiles();
    const ended = new Failure(
      "expiredCredentials",
      "ListInstances",
      { name: "n", message: "m" },
      {
        details: { signIn: { kind: "sso", profile: "no-such" } },
      },
    );
    let asked = 0;
    const again = new Promise<void>((resolve) => {
      const instances = (): Promise<readonly Instance[]> => {
        asked += 1;
        if (asked === 1) {
          setImmediate(() => {
            signIns.start({ kind: "sso", profile: "no-such" });
            window.terminals.find(({ name }) => name === "Sign in: no-such")?.dispose();
          });
          return Promise.reject(ended);
        }
        resolve();
        return Promise.resolve([]);
      };
      const app = { signIns, credentialFiles, accounts: { instances } } as unknown as App;
      const step = askInstances(app, "Add Connection");
      const draft = { credentials: { kind: "default" }, region: "us-east-1" } as const;
      void step(draft, { step: 1, totalSteps: 1 });
    });
    await again;
    await commands.executeCommand("workbench.action.closeQuickOpen");
    assert.equal(asked, 2);
    signIns.dispose();
    credentialFiles.dispose();
  });
});

describe("The AWS files", () => {
  it("are noticed when they change, and so is a session that is begun", async () => {
    const folder = await mkdtemp(join(tmpdir(), "aws-watched-"));
    const sessions = join(folder, "sso", "cache");
    await mkdir(sessions, { recursive: true });
    const config = join(folder, "config");
    await writeFile(config, "");
    const files = new CredentialFiles();
    files.watch({ config, credentials: join(folder, "credentials"), sessions: [sessions] });
    try {
      for (const path of [config, join(sessions, "token.json")]) {
        let isNoticed = false;
        const noticed = next(files.onDidChange).then(() => (isNoticed = true));
        // A watcher begins some time after it was made, and does not say when.
        const writing = setInterval(() => void writeFile(path, String(Math.random())), 1000);
        await noticed;
        clearInterval(writing);
        assert.ok(isNoticed);
      }
    } finally {
      files.dispose();
      await rm(folder, { recursive: true });
    }
  });
});
