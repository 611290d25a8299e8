import assert from "node:assert/strict";
import { Transcripts } from "../../../src/connections/transcripts";
import type { Bytes } from "../../../src/connections/transcripts";
import { Failure } from "../../../src/domain/failure";
import type { ConnectGateway, ReadProgress } from "../../../src/domain/gateway";
import { contact } from "../domain/support";
import { sandbox } from "../panel/support/specimens";

const MEGABYTE = 1024 * 1024;
const c1 = contact({ id: "C1" });

/** An instance whose one file arrives piece by piece. */
function sending(bytes: number, signal?: AbortSignal) {
  const transcriptFile = (_contact: unknown, _signal: unknown, onProgress?: ReadProgress) => {
    for (let received = 0; received <= bytes; received += 64 * 1024) {
      onProgress?.(received, bytes);
      if (signal?.aborted === true)
        return Promise.reject(
          new Failure("aborted", "GetObject", { name: "AbortError", message: "" }),
        );
    }
    return Promise.resolve({ kind: "noStorage" });
  };
  return new Transcripts(
    () => Promise.resolve({ transcriptFile } as unknown as ConnectGateway),
    () => Date.now(),
  );
}

async function progressOf(bytes: number): Promise<readonly Bytes[]> {
  const told: Bytes[] = [];
  await sending(bytes).conversation(sandbox, [c1], {
    signal: new AbortController().signal,
    onProgress: (_done, progress) => progress && told.push(progress),
  });
  return told;
}

describe("reading a conversation", () => {
  it("tells how far a large file has come, to its end", async () => {
    const told = await progressOf(5 * MEGABYTE);
    assert.ok(told.length > 20 && told.length <= 100);
    assert.deepEqual(told.at(-1), { received: 5 * MEGABYTE, total: 5 * MEGABYTE });
  });

  it("says nothing of a small one", async () => {
    assert.deepEqual(await progressOf(64 * 1024), []);
  });

  it("can be ended in the middle of a file", async () => {
    const abort = new AbortController();
    const reading = sending(5 * MEGABYTE, abort.signal).conversation(sandbox, [c1], {
      signal: abort.signal,
      onProgress: (_done, progress) => {
        if (progress !== undefined && progress.received > MEGABYTE) abort.abort();
      },
    });
    await assert.rejects(reading, (error) => error instanceof Failure && error.kind === "aborted");
  });
});
