import assert from "node:assert/strict";
import { mapConcurrently } from "../../../src/domain/concurrently";
import { Failure } from "../../../src/domain/failure";
import type { ConnectGateway, TranscriptFile } from "../../../src/domain/gateway";
import { readRedactedTranscripts, readTranscripts } from "../../../src/domain/readTranscripts";
import { active, contact, NOON, reference } from "./support";

const { signal } = new AbortController();
const HOUR = 60 * 60_000;
const now = NOON + HOUR;
const [c1, c2, c3] = reference();

const unasked = () => Promise.reject(new Error("asked"));

/** Where only stored files are asked for. */
const answering = (transcriptFile: ConnectGateway["transcriptFile"]) => ({
  transcriptFile,
  liveChat: unasked,
});

describe("What is read of transcripts", () => {
  it("comes in the order asked for, in one call each and eight at a time", async () => {
    const contacts = Array.from({ length: 30 }, (_, index) => contact({ id: `P${index}` }));
    const open: (() => void)[] = [];
    let calls = 0;
    let atOnce = 0;
    const reading = readTranscripts(
      answering(async ({ id }) => {
        calls += 1;
        await new Promise<void>((resolve) => {
          open.push(resolve);
          atOnce = Math.max(atOnce, open.length);
          // The newest answer comes first.
          if (open.length === 8 || calls === 30) for (const go of open.splice(0).reverse()) go();
        });
        return {
          kind: "text",
          text: `{"Transcript":[],"ContactId":"${id}"}`,
          bytes: 0,
          bucket: "b",
          key: id,
        };
      }),
      contacts,
      { signal, now },
    );
    const parts = await reading;
    assert.equal(calls, 30);
    assert.equal(atOnce, 8);
    assert.deepEqual(
      parts.map(({ content }) =>
        content.kind === "transcript" ? content.contactId : content.kind,
      ),
      contacts.map(({ id }) => id),
    );
  });

  for (const [file, after, kind] of [
    [{ kind: "missing" }, 60_000, "notWrittenYet"],
    [{ kind: "missing" }, HOUR, "missing"],
    [{ kind: "deleted" }, HOUR, "deleted"],
    [{ kind: "noStorage" }, HOUR, "noStorage"],
    [{ kind: "tooLarge", bytes: 6e6, bucket: "b", key: "k" }, HOUR, "tooLarge"],
    [{ kind: "text", text: "", bytes: 0, bucket: "b", key: "k" }, HOUR, "damaged"],
  ] as const)
    it(`says ${kind} where the file is ${file.kind}, ${after / 60_000} minutes after the end`, async () => {
      const options = { signal, now: c1.endedAt! + after };
      const [part] = await readTranscripts(
        answering(() => Promise.resolve<TranscriptFile>(file)),
        [c1],
        options,
      );
      assert.equal(part?.content.kind, kind);
    });

  const ofActive = async (liveChat: ConnectGateway["liveChat"]) => {
    const gateway = { transcriptFile: unasked, liveChat };
    const [part] = await readTranscripts(gateway, [active(c1)], { signal, now });
    return part?.content;
  };

  it("is what Contact Lens heard so far of a chat that goes on", async () => {
    const item = { Id: "1", Type: "MESSAGE", ContentType: "text/plain", Content: "Hello" };
    const content = await ofActive(() => Promise.resolve({ kind: "heard", items: [item, null] }));
    assert.ok(content?.kind === "live");
    assert.deepEqual(
      content.items.map(({ kind, contactId }) => [kind, contactId]),
      [
        ["message", "C1"],
        ["unknown", "C1"],
      ],
    );
  });

  it("is nothing of a chat that goes on where Contact Lens does not listen, or cannot be asked", async () => {
    const content = await ofActive(() => Promise.resolve({ kind: "notAnalysed" }));
    assert.deepEqual(content, { kind: "active" });
    const answer = { name: "AccessDenied", message: "m" };
    const denied = new Failure("accessDenied", "ListRealtimeContactAnalysisSegmentsV2", answer);
    assert.deepEqual(await ofActive(() => Promise.reject(denied)), {
      kind: "active",
      failure: denied,
    });
  });

  it("holds a failure where one file fails, and tells of each part", async () => {
    const denied = new Failure("accessDenied", "GetObject", { name: "AccessDenied", message: "m" });
    const told: string[] = [];
    const parts = await readTranscripts(
      answering(({ id }) =>
        id === "C2" ? Promise.reject(denied) : Promise.resolve({ kind: "noStorage" }),
      ),
      [c1, c2, c3],
      { signal, now, onPart: ({ contact: { id } }) => told.push(id) },
    );
    assert.deepEqual(parts[1]?.content, { kind: "failure", failure: denied });
    assert.deepEqual(told.toSorted(), ["C1", "C2", "C3"]);
  });

  it("is what Contact Lens redacted, or why there is nothing of it", async () => {
    const denied = new Failure("accessDenied", "GetObject", { name: "AccessDenied", message: "m" });
    const file = { kind: "text", text: '{"Transcript":[]}', bytes: 0, bucket: "b", key: "k" };
    const parts = await readRedactedTranscripts(
      {
        redactedTranscript: ({ id }) => {
          if (id === "C2") return Promise.reject(denied);
          return Promise.resolve(id === "C1" ? (file as TranscriptFile) : undefined);
        },
      },
      [c1, c2, c3],
      { signal, now },
    );
    assert.deepEqual(
      parts.map(({ content }) => content.kind),
      ["transcript", "failure", "notRedacted"],
    );
    const stopped = new Failure("aborted", "GetObject", { name: "n", message: "m" });
    const stopping = { redactedTranscript: () => Promise.reject(stopped) };
    await assert.rejects(readRedactedTranscripts(stopping, [c1], { signal, now }), stopped);
  });

  it("ends with an abort", async () => {
    const stopped = new Failure("aborted", "GetObject", { name: "n", message: "m" });
    const aborted = answering(() => Promise.reject(stopped));
    await assert.rejects(readTranscripts(aborted, [c1], { signal, now }), stopped);
  });
});

describe("Concurrent work", () => {
  it("begins nothing more after a failure", async () => {
    const begun: number[] = [];
    const fails = mapConcurrently(2, [1, 2, 3, 4, 5, 6], async (item) => {
      begun.push(item);
      await Promise.resolve();
      if (item === 2) throw new Error("2");
      return item;
    });
    await assert.rejects(fails, /2/);
    await Promise.resolve();
    assert.ok(begun.length <= 4, begun.join());
  });

  it("of nothing is nothing", async () => {
    assert.deepEqual(await mapConcurrently(8, [], () => Promise.resolve(1)), []);
  });
});
