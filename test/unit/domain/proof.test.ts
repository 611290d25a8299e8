import assert from "node:assert/strict";
import fc from "fast-check";
import { readItems } from "../../../src/domain/parseTranscript";
import { isProven, proofOf } from "../../../src/domain/testChat/proof";
import type { TranscriptItem } from "../../../src/domain/transcript";

const rehydrated = { ContentType: "application/vnd.amazonaws.connect.event.chat.rehydrated" };

const items = (ids: readonly (number | string)[], contactId = "C1"): readonly TranscriptItem[] =>
  readItems(
    ids.map((id) => ({ Id: String(id), ContentType: "text/plain", Content: "" })),
    { contactId },
  );

const predicting = (predicted: readonly TranscriptItem[], unreadContactIds: string[] = []) => ({
  items: predicted,
  unreadContactIds,
});

const idsOf = (list: readonly TranscriptItem[]): string[] => list.map(({ id }) => id);

/** Different ids, and which of them are lost on the way. */
const histories = fc.uniqueArray(fc.nat(500), { maxLength: 60 });

describe("A proof", () => {
  it("holds where the same comes back in the same order", () => {
    fc.assert(
      fc.property(histories, (ids) => {
        const proof = proofOf(predicting(items(ids)), { past: items(ids), current: [] });
        assert.ok(isProven(proof));
        assert.deepEqual(
          [proof.predictedCount, proof.returnedCount, proof.agreeingCount],
          [ids.length, ids.length, ids.length],
        );
      }),
    );
  });

  it("names what is missing and what nobody predicted, and nothing else", () => {
    fc.assert(
      fc.property(histories, histories, (one, other) => {
        const common = one.filter((id) => other.includes(id));
        const fresh = other.filter((id) => !one.includes(id));
        const returned = [...common, ...fresh];
        const proof = proofOf(predicting(items(one)), { past: items(returned), current: [] });
        const missing = one.filter((id) => !other.includes(id));
        assert.deepEqual(idsOf(proof.missing), missing.map(String));
        assert.deepEqual(idsOf(proof.unpredicted), fresh.map(String));
        assert.deepEqual(proof.misplaced, []);
        assert.equal(isProven(proof), missing.length + fresh.length === 0);
      }),
    );
  });

  it("names the one item that was moved", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(500), { minLength: 3, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (ids, from, to) => {
          const taken = ids[from % ids.length] ?? 0;
          const rest = ids.filter((id) => id !== taken);
          const moved = rest.toSpliced(to % ids.length, 0, taken);
          const { misplaced } = proofOf(predicting(items(ids)), {
            past: items(moved),
            current: [],
          });
          const distance = Math.abs(moved.indexOf(taken) - ids.indexOf(taken));
          assert.equal(misplaced.length, Math.min(1, distance));
          // Of two neighbours it cannot be told which was moved.
          if (distance > 1) assert.deepEqual(idsOf(misplaced), [String(taken)]);
        },
      ),
    );
  });

  it("moves as few items as it can: the others stand in the predicted order", () => {
    fc.assert(
      fc.property(histories, (ids) => {
        const sorted = ids.toSorted((a, b) => a - b);
        const proof = proofOf(predicting(items(sorted)), { past: items(ids), current: [] });
        const moved = new Set(idsOf(proof.misplaced));
        const kept = ids.filter((id) => !moved.has(String(id)));
        assert.deepEqual(
          kept,
          kept.toSorted((a, b) => a - b),
        );
        assert.equal(proof.agreeingCount, kept.length);
        assert.equal(proof.agreeingCount, longestRiseIn(ids));
      }),
    );
  });

  it("counts an item that comes twice as one", () => {
    const proof = proofOf(predicting(items([1, 2])), { past: items([1, 2, 1]), current: [] });
    assert.ok(isProven(proof));
    assert.equal(proof.returnedCount, 2);
  });

  it("does not judge what came of contacts whose transcript could not be read", () => {
    const past = [...items([7], "C1"), ...items([8], "C2")];
    const proof = proofOf(predicting([], ["C1"]), { past, current: [] });
    assert.deepEqual(idsOf(proof.unpredicted), ["8"]);
    assert.equal(proof.unjudgedCount, 1);
  });

  it("sees the event of the rehydration in the current session only", () => {
    const event = readItems([{ Id: "e", ...rehydrated }], { contactId: "C4" });
    const proven = (past: readonly TranscriptItem[], current: readonly TranscriptItem[]) =>
      proofOf(predicting(past), { past, current }).hasEvent;
    assert.equal(proven([], event), true);
    assert.equal(proven(event, items([1])), false);
  });
});

/** By trying, in squares: slow, and nothing like the way it is done in the product. */
function longestRiseIn(numbers: readonly number[]): number {
  const lengths: number[] = [];
  for (const number of numbers)
    lengths.push(
      1 + Math.max(0, ...lengths.filter((_, before) => (numbers[before] ?? 0) < number)),
    );
  return Math.max(0, ...lengths);
}
