import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../host/setup/paths.mjs";
import { atMost, report } from "./support/figures";
import { median, ms } from "./support/numbers";

const script = join(root, "test/bench/support/firstChains.mjs");

/** In a process that has loaded nothing of ours yet. */
async function fresh(...flags: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...flags], {
    // VS Code brings a newer Node, for which the SDK has nothing to warn of.
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  });
  return Number(stdout);
}

describe("The Sandbox", () => {
  it("shows its first chains soon after the view is opened", async () => {
    const ours: number[] = [];
    const bare: number[] = [];
    const runs = 15;
    for (let run = 0; run < runs; run += 1) {
      ours.push(await fresh());
      bare.push(await fresh("--bare"));
    }
    report({
      what: `Sandbox: view opened → first chains, median of ${runs}`,
      measured: ms(median(ours)),
      baseline: `${ms(median(bare))} bare node:http server, client and JSON`,
      bar: atMost(300, median(ours), "300 ms"),
    });
  });
});
