import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { type CodeLanguage, codeOf } from "../../../src/domain/code";
import type { CodeCall } from "../../../src/domain/code/call";
import { INBOUND_FLOW } from "../../../src/emulator/seed/flows";
import { type Emulator, startEmulator } from "../../../src/emulator/server";
import { associate, PAST, requestOf, start } from "./requests";

/** A program that runs code from its standard input. */
interface Runtime {
  readonly language: CodeLanguage;
  readonly command: readonly [string, ...string[]];
  /** Exits with 0 where the runtime and its SDK are on this machine. */
  readonly probe: readonly [string, ...string[]];
}

const shell: Runtime["command"] = ["sh", "-s"];

const runtimes: readonly Runtime[] = [
  {
    language: "javascript",
    command: [process.execPath, "--no-warnings", "--input-type=module", "-"],
    probe: [process.execPath, "--version"],
  },
  {
    language: "curl",
    command: shell,
    probe: [
      "sh",
      "-c",
      "curl --help all | grep -q -- --aws-sigv4 && curl --help all | grep -q fail-with-body",
    ],
  },
  {
    language: "python",
    command: ["python3", "-"],
    probe: ["python3", "-c", "import boto3"],
  },
  { language: "cli", command: shell, probe: ["aws", "--version"] },
];

const isHere = ({ probe: [program, ...args] }: Runtime): boolean =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;

const here = runtimes.filter(isHere);

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** As a person has it: credentials in the environment, and nothing else of AWS. */
const environment = {
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  AWS_ACCESS_KEY_ID: "sandbox",
  AWS_SECRET_ACCESS_KEY: "sandbox",
  AWS_EC2_METADATA_DISABLED: "true",
};

const run = ({ command: [program, ...args] }: Runtime, code: string): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: environment });
    let [out, error] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (error += chunk.toString()));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, error }));
    child.stdin.end(code);
  });

interface Journaled {
  readonly operation: string;
  readonly status: number;
  readonly changed: boolean;
  readonly clientToken?: string;
}

describe("code that is run", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ quotas: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  const codeFor = ({ language }: Runtime, call: CodeCall): string =>
    codeOf(language, requestOf(call, { endpointUrl: emulator.url }));

  async function journal(): Promise<readonly Journaled[]> {
    const response = await fetch(`${emulator.url}/_sandbox/requests`);
    return ((await response.json()) as { readonly requests: readonly Journaled[] }).requests;
  }

  it("runs on Node at least, and is taken by a shell where it is for one", () => {
    assert.ok(here.some(({ language }) => language === "javascript"));
    for (const language of ["cli", "curl"] as const)
      for (const call of [associate, start]) {
        const { status, stderr } = spawnSync("sh", ["-n"], {
          input: codeOf(language, requestOf(call)),
          encoding: "utf8",
        });
        assert.equal(status, 0, stderr);
      }
  });

  for (const runtime of here) {
    it(`continues the past chat: ${runtime.language}`, async () => {
      const ran = await run(runtime, codeFor(runtime, associate));
      assert.equal(ran.status, 0, ran.error);
      assert.match(ran.out, /c3000000-0000-4000-8000-000000000003/);
      const [asked, ...others] = await journal();
      assert.deepEqual(others, []);
      assert.deepEqual(
        [asked?.operation, asked?.status, asked?.changed],
        ["CreatePersistentContactAssociation", 200, true],
      );
    }).timeout(60_000);

    it(`starts a chat that continues one: ${runtime.language}`, async () => {
      const call = { ...start, contactFlowId: INBOUND_FLOW.id };
      const ran = await run(runtime, codeFor(runtime, call));
      assert.equal(ran.status, 0, ran.error);
      assert.match(ran.out, new RegExp(PAST));
      const [asked] = await journal();
      assert.deepEqual([asked?.operation, asked?.changed], ["StartChatContact", true]);
    }).timeout(60_000);

    it(`sends one token with all attempts: ${runtime.language}`, async () => {
      const body = JSON.stringify({ operation: associate.operation, fault: "serverError" });
      await fetch(`${emulator.url}/_sandbox/faults`, { method: "POST", body });
      const ran = await run(runtime, codeFor(runtime, associate));
      assert.equal(ran.status, 0, ran.error);
      const asked = await journal();
      assert.deepEqual(
        asked.map(({ status }) => status),
        [500, 200],
      );
      assert.ok(asked[0]?.clientToken !== undefined);
      assert.equal(asked[0].clientToken, asked[1]?.clientToken);
    }).timeout(60_000);

    it(`tells why the service refuses, and fails: ${runtime.language}`, async () => {
      const same = { ...associate, sourceContactId: associate.currentContactId };
      const ran = await run(runtime, codeFor(runtime, same));
      assert.notEqual(ran.status, 0);
      assert.match(ran.out + ran.error, /InvalidRequestException|session/);
    }).timeout(60_000);
  }
});
