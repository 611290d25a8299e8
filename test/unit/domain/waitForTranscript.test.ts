import assert from "node:assert/strict";
import type { Contact } from "../../../src/domain/contact";
import { Failure } from "../../../src/domain/failure";
import type { TranscriptFile } from "../../../src/domain/gateway";
import { waitForTranscript } from "../../../src/domain/waitForTranscript";
import { active, contact, NOON } from "./support";

const MINUTE = 60_000;
const ended = contact({ id: "C1" });
const text: TranscriptFile = { kind: "text", text: "{}", bytes: 2, bucket: "b", key: "k" };

interface World {
  readonly endedAt?: number;
  /** When the file is there; never where absent. */
  readonly writtenAt?: number;
  readonly otherwise?: TranscriptFile;
}

/** A world whose clock goes on only while somebody pauses. */
function world({ endedAt = NOON, writtenAt = Infinity, otherwise }: World) {
  let now = NOON;
  const looks: number[] = [];
  const abort = new AbortController();
  const missing: TranscriptFile = otherwise ?? { kind: "missing" };
  const gateway = {
    describeContact: (): Promise<Contact> => {
      looks.push(now - NOON);
      return Promise.resolve(now < endedAt ? active(ended) : { ...ended, endedAt });
    },
    transcriptFile: () => Promise.resolve(now >= writtenAt ? text : missing),
  };
  const options = {
    signal: abort.signal,
    now: () => now,
    pause: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
  };
  return { gateway, options, looks, abort };
}

describe("Waiting for a transcript", () => {
  it("ends as soon as a look finds the file", async () => {
    const { gateway, options, looks } = world({ writtenAt: NOON + 70_000 });
    const found = await waitForTranscript(gateway, "C1", options);
    assert.equal(found?.id, "C1");
    assert.ok(looks.at(-1)! >= 70_000 && looks.at(-1)! <= 100_000);
  });

  it("looks more and more seldom, and never more than twice a minute in the end", async () => {
    const { gateway, options, looks } = world({});
    await waitForTranscript(gateway, "C1", options);
    const pauses = looks.slice(1).map((time, index) => time - looks[index]!);
    assert.deepEqual(
      pauses,
      pauses.toSorted((a, b) => a - b),
    );
    assert.equal(pauses[0], 5_000);
    assert.equal(pauses.at(-1), 30_000);
    assert.ok(looks.length < 40);
  });

  it("gives up when nothing came for a long time", async () => {
    const { gateway, options, looks } = world({});
    assert.equal(await waitForTranscript(gateway, "C1", options), undefined);
    assert.ok(looks.at(-1)! >= 15 * MINUTE);
  });

  it("waits for the end of a chat that goes on, and gives its record as it is then", async () => {
    const endedAt = NOON + 40 * MINUTE;
    const { gateway, options } = world({ endedAt, writtenAt: endedAt + MINUTE });
    assert.equal((await waitForTranscript(gateway, "C1", options))?.endedAt, endedAt);
  });

  it("does not wait for what can never come", async () => {
    const { gateway, options, looks } = world({ otherwise: { kind: "deleted" } });
    await waitForTranscript(gateway, "C1", options);
    assert.deepEqual(looks, [0]);
  });

  it("ends when it is stopped", async () => {
    const { gateway, options, abort } = world({});
    const stopped = waitForTranscript(gateway, "C1", {
      ...options,
      onNothing: () => abort.abort(),
    });
    await assert.rejects(stopped, (error) => error instanceof Failure && error.kind === "aborted");
  });

  it("says what went wrong when a look fails", async () => {
    const { gateway, options } = world({});
    const denied = new Failure("accessDenied", "GetObject", { name: "n", message: "m" });
    const failing = { ...gateway, transcriptFile: () => Promise.reject(denied) };
    await assert.rejects(waitForTranscript(failing, "C1", options), denied);
  });
});
