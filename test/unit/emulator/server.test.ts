import assert from "node:assert/strict";
import { request, type IncomingMessage } from "node:http";
import { startEmulator, type Emulator } from "../../../src/emulator/server";
import { signedFor } from "./support/asking";

const post = (emulator: Emulator, path: string, body: unknown): Promise<Response> =>
  fetch(`${emulator.url}${path}`, { method: "POST", body: JSON.stringify(body) });

const fail = (emulator: Emulator, fault: string): Promise<Response> =>
  post(emulator, "/_sandbox/faults", { operation: "ListInstances", fault });

const instances = (emulator: Emulator, signal?: AbortSignal): Promise<Response> =>
  fetch(`${emulator.url}/instance`, {
    headers: signedFor("connect"),
    ...(signal && { signal }),
  });

/** Asks with a Host header of one's own, which fetch does not allow. */
const statusFor = (emulator: Emulator, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const answered = (answer: IncomingMessage): void => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    };
    request(`${emulator.url}/_sandbox/requests`, { headers, agent: false }, answered)
      .on("error", reject)
      .end();
  });

describe("emulator: server", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator({ seed: "empty", quotas: false });
  });
  afterEach(() => emulator.close());

  it("listens on 127.0.0.1 at a port of its own, beside others", async () => {
    const other = await startEmulator({ seed: "empty" });
    assert.equal(emulator.url, `http://127.0.0.1:${emulator.port}`);
    assert.notEqual(other.port, emulator.port);
    assert.equal((await instances(other)).status, 200);
    await other.close();
  });

  it("rejects a port that is taken, and an unknown seed", async () => {
    await assert.rejects(startEmulator({ port: emulator.port }), { code: "EADDRINUSE" });
    await assert.rejects(startEmulator({ seed: "nothing" }), RangeError);
  });

  it("resets from inside as from outside", async () => {
    await instances(emulator);
    emulator.reset();
    const answer = await fetch(`${emulator.url}/_sandbox/requests`);
    assert.deepEqual(await answer.json(), { requests: [] });
  });

  it("keeps the caller's time", async () => {
    const fixed = await startEmulator({ seed: "empty", now: () => 1_000_000 });
    const answer = await post(fixed, "/_sandbox/clock", { advanceSeconds: 1 });
    assert.deepEqual(await answer.json(), { now: 1_001_000 });
    await fixed.close();
  });

  it("answers to its own names only", async () => {
    const { port } = emulator;
    const statuses: readonly (readonly [string, number])[] = [
      [`127.0.0.1:${port}`, 200],
      [`localhost:${port}`, 200],
      [`[::1]:${port}`, 200],
      ["127.0.0.1", 403],
      [`127.0.0.1:${port + 1}`, 403],
      [`evil.example:${port}`, 403],
      [`sandbox-transcripts.localhost:${port}`, 403],
    ];
    for (const [host, status] of statuses) {
      assert.equal(await statusFor(emulator, { host }), status, host);
    }
  });

  it("answers pages of this machine only", async () => {
    const statuses: readonly (readonly [string, number])[] = [
      ["http://localhost:5173", 200],
      ["https://127.0.0.1", 200],
      ["http://[::1]:8080", 200],
      ["https://evil.example", 403],
      ["http://localhost.evil.example", 403],
      ["null", 403],
      ["vscode-webview://abc", 403],
    ];
    for (const [origin, status] of statuses) {
      assert.equal(await statusFor(emulator, { origin }), status, origin);
    }
    const asked = await fetch(`${emulator.url}/instance`, {
      method: "OPTIONS",
      headers: { origin: "http://localhost:5173" },
    });
    assert.equal(asked.headers.get("access-control-allow-origin"), "http://localhost:5173");
    const plain = await instances(emulator);
    assert.equal(plain.headers.has("access-control-allow-origin"), false);
  });

  it("takes no body beyond a megabyte", async () => {
    const send = (bytes: number) =>
      fetch(`${emulator.url}/search-contacts`, {
        method: "POST",
        headers: signedFor("connect"),
        body: "x".repeat(bytes),
      });
    assert.equal((await send(1024 * 1024)).status, 400);
    assert.equal((await send(1024 * 1024 + 1)).status, 413);
  });

  it("keeps connections open between requests", async () => {
    const answer = await instances(emulator);
    assert.equal(answer.headers.get("connection"), "keep-alive");
    await answer.text();
  });

  for (const fault of ["reset", "answerLost"]) {
    it(`${fault} ends the connection without an answer`, async () => {
      await fail(emulator, fault);
      await assert.rejects(instances(emulator), TypeError);
    });
  }

  it("truncated ends it in the middle of the answer", async () => {
    await fail(emulator, "truncated");
    const answer = await instances(emulator);
    assert.equal(answer.status, 200);
    await assert.rejects(answer.text(), TypeError);
  });

  it("hung answers nothing until the client gives up", async () => {
    await fail(emulator, "hung");
    await assert.rejects(instances(emulator, AbortSignal.timeout(50)), { name: "TimeoutError" });
    assert.equal((await instances(emulator)).status, 200);
  });

  it("closes at once, also while requests hang or wait", async () => {
    const late = await startEmulator({ seed: "empty", latencyMs: 60_000 });
    const waiting = assert.rejects(instances(late), TypeError);
    await fail(emulator, "hung");
    const hanging = assert.rejects(instances(emulator), TypeError);
    await Promise.all([post(late, "/_sandbox/clock", { advanceSeconds: 0 }), instances(emulator)]);
    await Promise.all([late.close(), emulator.close()]);
    await Promise.all([waiting, hanging]);
  });

  it("adds its latency to every answer", async () => {
    const slow = await startEmulator({ seed: "empty", latencyMs: 60 });
    const start = performance.now();
    await instances(slow);
    assert.equal(performance.now() - start >= 59, true);
    await slow.close();
  });
});
