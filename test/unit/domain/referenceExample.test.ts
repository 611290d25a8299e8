import assert from "node:assert/strict";
import type { RehydrationType } from "../../../src/domain/association";
import type { Contact } from "../../../src/domain/contact";
import { followLineage, readChain } from "../../../src/domain/lineage";
import type { AssociationPlan } from "../../../src/domain/plan";
import { comparePlan, planAssociation } from "../../../src/domain/plan";
import { active, contact, idsOf, readerOf, reference } from "./support";

const { signal } = new AbortController();
const current = active(contact({ id: "C4", minute: 60 }));

async function planned(
  rehydrationType: RehydrationType,
  pastContactId: string,
  contacts: readonly Contact[] = reference(),
  into: Contact = current,
): Promise<AssociationPlan> {
  const reader = readerOf(contacts);
  const chain = await readChain(reader, pastContactId, signal);
  const lineage = await followLineage(reader, chain, { signal });
  return planAssociation({ rehydrationType, pastContactId, lineage, current: into });
}

const leftOut = (plan: AssociationPlan) => plan.leftOut.map(({ contact: { id } }) => id);
const problems = (plan: AssociationPlan) =>
  plan.checks.flatMap(({ id, verdict }) => (verdict === "problem" ? [id] : []));

describe("The worked example of AWS's documentation", () => {
  it("use case 1: from segment C2 brings C2 and C1, and leaves the survey C3 out", async () => {
    const plan = await planned("FROM_SEGMENT", "C2");
    assert.equal(plan.sourceContactId, "C2");
    assert.equal(plan.continuedFrom?.id, "C2");
    assert.deepEqual(idsOf(plan.carried), ["C2", "C1"]);
    assert.deepEqual(leftOut(plan), ["C3"]);
    assert.deepEqual(problems(plan), []);
  });

  for (const chosen of ["C1", "C2", "C3"])
    it(`use case 2: the entire session brings all, and sends C1 although ${chosen} was chosen`, async () => {
      const plan = await planned("ENTIRE_PAST_SESSION", chosen);
      assert.equal(plan.sourceContactId, "C1");
      assert.equal(plan.continuedFrom?.id, "C3");
      assert.deepEqual(idsOf(plan.carried), ["C3", "C2", "C1"]);
      assert.deepEqual(leftOut(plan), []);
    });

  it("holds the service's answer against the plan", async () => {
    const plan = await planned("FROM_SEGMENT", "C2");
    assert.deepEqual(comparePlan(plan, { continuedFromContactId: "C2" }), { kind: "agrees" });
    assert.deepEqual(comparePlan(plan, { continuedFromContactId: "C3" }), {
      kind: "differs",
      expectedContactId: "C2",
      actualContactId: "C3",
      actualWas: "leftOut",
    });
  });
});

describe("A plan across chains", () => {
  const older = contact({ id: "A1", minute: -100 });
  const [c1, c2, c3] = reference();

  it("brings what the past chat was itself continued from", async () => {
    const linked = [older, { ...c1, relatedContactId: "A1" }, c2, c3];
    const plan = await planned("FROM_SEGMENT", "C2", linked);
    assert.deepEqual(idsOf(plan.carried), ["C2", "C1", "A1"]);
  });

  it("does not follow a link that only a later contact carries", async () => {
    const linked = [older, c1, c2, { ...c3, relatedContactId: "A1" }];
    const plan = await planned("FROM_SEGMENT", "C2", linked);
    assert.deepEqual(idsOf(plan.carried), ["C2", "C1"]);
  });

  it("ends where links lead in a circle", async () => {
    const circle = [
      { ...older, relatedContactId: "C3" },
      { ...c1, relatedContactId: "A1" },
      c2,
      c3,
    ];
    const plan = await planned("ENTIRE_PAST_SESSION", "C1", circle);
    assert.deepEqual(idsOf(plan.carried), ["C3", "C2", "C1", "A1"]);
  });

  it("carries a hundred past contacts and says that there are more", async () => {
    const row = Array.from({ length: 120 }, (_, index) =>
      contact({
        id: `P${index}`,
        minute: -10 * (120 - index),
        ...(index > 0 && { relatedContactId: `P${index - 1}` }),
      }),
    );
    const plan = await planned("FROM_SEGMENT", "P119", row);
    assert.equal(plan.carried.length, 100);
    assert.equal(plan.carried.at(-1)?.id, "P20");
    assert.ok(plan.moreBeyondLimit || plan.leftOut.length > 0);
  });
});

describe("A plan's checks", () => {
  const [c1, c2, c3] = reference();
  const cases: readonly (readonly [string, readonly string[], () => Promise<AssociationPlan>])[] = [
    [
      "a source that goes on",
      // What goes on has no transcript yet either.
      ["sourceHasEnded", "transcriptsAreStored"],
      () => planned("FROM_SEGMENT", "C3", [c1, c2, active(c3)]),
    ],
    [
      "a source of another channel",
      ["sourceIsChat"],
      () => planned("FROM_SEGMENT", "C2", [c1, { ...c2, channel: "VOICE" }, c3]),
    ],
    [
      "a current chat that has ended",
      ["currentIsActive"],
      () => planned("FROM_SEGMENT", "C2", reference(), contact({ id: "C4" })),
    ],
    [
      "a current chat that is persistent already",
      ["currentIsNotPersistent"],
      () => planned("FROM_SEGMENT", "C2", reference(), { ...current, relatedContactId: "X" }),
    ],
    [
      "a current contact of another channel",
      ["currentIsChat"],
      () => planned("FROM_SEGMENT", "C2", reference(), { ...current, channel: "VOICE" }),
    ],
    [
      "a deleted transcript",
      ["transcriptsAreStored"],
      () =>
        planned("FROM_SEGMENT", "C2", [c1, { ...c2, storedTranscript: { kind: "deleted" } }, c3]),
    ],
  ];
  for (const [what, ids, plan] of cases)
    it(`name ${what}, and nothing else`, async () => {
      assert.deepEqual(problems(await plan()), ids);
    });
});
