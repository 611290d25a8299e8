import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { startEmulator } from "../../../src/emulator/server";
import { signedFor } from "./support/asking";

interface Ended {
  readonly code: unknown;
  readonly output: string;
  readonly errors: string;
}

describe("emulator: program", () => {
  const folder = mkdtempSync(join(tmpdir(), "emulator-"));
  const bundle = join(folder, "emulator.js");
  const running = new Set<ChildProcess>();

  before(() =>
    build({
      entryPoints: ["src/emulator/index.ts"],
      outfile: bundle,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      mainFields: ["module", "main"],
      logLevel: "error",
    }),
  );

  after(() => {
    for (const child of running) child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  const run = (args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [bundle, ...args]);
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
  };

  const collect = (stream: NodeJS.ReadableStream | null): (() => string) => {
    let text = "";
    stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
    return () => text;
  };

  const ended = async (args: readonly string[]): Promise<Ended> => {
    const child = run(args);
    const [output, errors] = [collect(child.stdout), collect(child.stderr)];
    const [code] = (await once(child, "close")) as unknown[];
    return { code, output: output(), errors: errors() };
  };

  const started = async (args: readonly string[]) => {
    const child = run(args);
    const output = collect(child.stdout);
    while (!output().includes("aws_secret_access_key")) await once(child.stdout!, "data");
    const [line = ""] = output().split("\n");
    const url = /^Amazon Connect emulator listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(
      line,
    )?.[1];
    return { child, url: url ?? assert.fail(line), output: output() };
  };

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    it(`says where it listens and which profile leads there, until ${signal}`, async () => {
      const { child, url, output } = await started(["--port", "0", "--seed", "demo"]);
      assert.match(output, /\[profile \w+\]\nregion = us-east-1\n/);
      assert.equal(output.includes(`endpoint_url = ${url}\n`), true);
      const answer = await fetch(`${url}/instance`, { headers: signedFor("connect") });
      const { InstanceSummaryList } = (await answer.json()) as { InstanceSummaryList: unknown[] };
      assert.equal(InstanceSummaryList.length, 1);
      child.kill(signal);
      assert.deepEqual(await once(child, "exit"), [0, null]);
    });
  }

  it("enforces quotas unless told not to", async () => {
    const statuses = async (args: readonly string[]): Promise<readonly number[]> => {
      const { child, url } = await started(["--port", "0", "--seed", "empty", ...args]);
      const found: number[] = [];
      for (let count = 0; count < 6; count += 1) {
        found.push((await fetch(`${url}/instance`, { headers: signedFor("connect") })).status);
      }
      child.kill();
      return found;
    };
    assert.deepEqual(await statuses([]), [200, 200, 200, 200, 200, 429]);
    assert.deepEqual(await statuses(["--no-quota"]), [200, 200, 200, 200, 200, 200]);
  });

  const bad: readonly (readonly [readonly string[], RegExp])[] = [
    [["--port", "x"], /--port takes a number from 0 to 65535, not "x"/],
    [["--port", "65536"], /65535/],
    [["--port"], /port/],
    [["--latency", "-5"], /latency/],
    [["--seed", "nothing"], /"nothing".*demo/],
    [["--seed", "load:x"], /load/],
    [["--speed", "9"], /--speed.*Usage/],
    [["demo"], /demo.*Usage/],
  ];
  for (const [args, words] of bad) {
    it(`refuses ${args.join(" ")} in one line`, async () => {
      const { code, output, errors } = await ended(args);
      assert.deepEqual([code, output], [2, ""]);
      assert.match(errors, words);
      assert.equal(errors.trimEnd().split("\n").length, 1, errors);
    });
  }

  it("says in one line that a port is taken", async () => {
    const emulator = await startEmulator({ seed: "empty" });
    const { code, errors } = await ended(["--port", String(emulator.port)]);
    await emulator.close();
    assert.equal(code, 1);
    assert.match(errors, /^listen EADDRINUSE.*\n$/);
  });

  it("does nothing when it is loaded as a module, and starts when asked", async () => {
    const load = createRequire(import.meta.url);
    const loaded = load(bundle) as { startEmulator: typeof startEmulator };
    const emulator = await loaded.startEmulator({ seed: "empty", quotas: false });
    const answer = await fetch(`${emulator.url}/instance`, { headers: signedFor("connect") });
    assert.equal(answer.status, 200);
    await emulator.close();
  });
});
