import assert from "node:assert/strict";
import { Failure } from "../../../src/domain/failure";
import { readItems } from "../../../src/domain/parseTranscript";
import type { Proof } from "../../../src/domain/testChat/proof";
import type { TranscriptItem } from "../../../src/domain/transcript";
import type { ProofState } from "../../../src/panel/content";
import { proofView } from "../../../src/panel/proofView";
import { proven } from "./support/testChats";

const said = (content: string): TranscriptItem => {
  const raw = {
    Id: content,
    AbsoluteTime: "2026-11-03T10:00:00.000Z",
    ContentType: "text/plain",
    Content: content,
    DisplayName: "Ana",
  };
  const [item] = readItems([raw], { contactId: "C1" });
  return item ?? assert.fail();
};

const ready = (proof: Partial<Proof>, isFinal = true): ProofState => ({
  kind: "ready",
  proof: { ...proven, ...proof },
  isFinal,
});

describe("the proof beside the plan", () => {
  it("says that everything came back, and with the event", () => {
    const { verdict, facts } = proofView(ready({}));
    assert.equal(verdict.tone, "good");
    assert.match(verdict.text, /^Predicted 42 = returned 42/);
    assert.deepEqual(verdict.differences, []);
    assert.equal(facts.at(-1)?.value, "came");
  });

  it("names each item that differs, and how", () => {
    const { verdict } = proofView(
      ready({
        returnedCount: 42,
        missing: [said("lost")],
        unpredicted: [said("new")],
        misplaced: [said("moved")],
      }),
    );
    assert.equal(verdict.tone, "warning");
    assert.deepEqual(
      verdict.differences.map((line) => /^(.*?): .*: (\w+)$/.exec(line)?.slice(1)),
      [
        ["Did not come back", "lost"],
        ["Came back, not predicted", "new"],
        ["Came back at another place", "moved"],
      ],
    );
  });

  it("does not call it a difference while more may come", () => {
    const { verdict } = proofView(ready({ missing: [said("late")] }, false));
    assert.deepEqual([verdict.tone, verdict.differences], ["neutral", []]);
  });

  it("lists twenty items of a kind and counts the others", () => {
    const listed = (count: number): number =>
      proofView(ready({ missing: Array.from({ length: count }, (_, index) => said(`m${index}`)) }))
        .verdict.differences.length;
    assert.equal(listed(20), 20);
    assert.equal(listed(21), 21);
    assert.equal(listed(300), 21);
  });

  it("shortens what was said, and keeps it in one line", () => {
    const { verdict } = proofView(ready({ missing: [said(`a\nb ${"x".repeat(200)}`)] }));
    assert.match(verdict.differences[0] ?? "", /: a b x{76}…$/);
  });

  it("says of how many contacts nothing could be predicted", () => {
    const proof = { returnedCount: 45, unjudgedCount: 3, unreadContactIds: ["C1"] };
    const { verdict } = proofView(ready(proof));
    assert.match(verdict.text, /^Predicted 42 = returned 42/);
    assert.match(verdict.differences[0] ?? "", /: 1\. .*; 3 items came back/);
  });

  it("does not take a missing event for a failure", () => {
    const { verdict, facts } = proofView(ready({ hasEvent: false }));
    assert.equal(verdict.tone, "good");
    assert.match(facts.at(-1)?.value ?? "", /did not come; AWS does not say/);
  });

  it("says why nothing could be read back, and offers to try again", () => {
    const failure = new Failure("offline", "GetTranscript", { name: "ECONNRESET", message: "" });
    const { verdict, buttons } = proofView({ kind: "failed", failure });
    assert.equal(verdict.tone, "bad");
    assert.deepEqual(verdict.differences, ["No connection"]);
    assert.deepEqual(
      buttons.map(({ act }) => act.action),
      ["proveAgain"],
    );
  });
});
