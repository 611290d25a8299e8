import assert from "node:assert/strict";
import { planAssociation } from "../../../src/domain/plan";
import type { TriedOutcome } from "../../../src/domain/tries";
import { planOf, resultOf, triedContact, triedPlan, unreadRecord } from "../../../src/domain/tries";
import type { TryFilter } from "../../../src/domain/tryFilter";
import { narrowsTries, noTryFilter, passes } from "../../../src/domain/tryFilter";
import { tried, triedStart } from "../support/tries";
import { active, contact, reference } from "./support";

const failure = { kind: "offline", operation: "X", answer: { name: "n", message: "m" } } as const;
const made = (continuedFromContactId: string): TriedOutcome => ({
  kind: "made",
  answer: { continuedFromContactId, attempts: 1 },
});

describe("A try", () => {
  it("tells what came of it", () => {
    const results = [
      made("C2"),
      made("C3"),
      { kind: "found", continuedFromContactId: "C2", failure } as const,
      { kind: "failed", failure } as const,
      { kind: "unanswered" } as const,
    ].map((outcome) => resultOf(tried({ outcome })));
    assert.deepEqual(results, ["agrees", "differs", "agrees", "failed", "unanswered"]);
  });

  it("differs where nothing was planned to be continued, and something was", () => {
    const { plan } = tried();
    const unplanned = tried({ plan: { ...plan, carried: [] }, outcome: made("C2") });
    assert.equal(resultOf(unplanned), "differs");
  });

  it("gives its plan back, with the records as they were read now", () => {
    const contacts = reference();
    const current = active(contact({ id: "C4", minute: 60 }));
    const lineage = {
      chains: [{ initialContactId: "C1", contacts, partial: false }],
      gaps: [],
    } as const;
    for (const rehydrationType of ["ENTIRE_PAST_SESSION", "FROM_SEGMENT"] as const) {
      const plan = planAssociation({ rehydrationType, pastContactId: "C2", lineage, current });
      const { sourceContactId, currentContactId = "" } = plan;
      const intent = { sourceContactId, currentContactId, rehydrationType, clientToken: "t" };
      const kept = tried({ intent, plan: triedPlan(plan) });
      const recordOf = ({ id }: { readonly id: string }) =>
        contacts.find((each) => each.id === id) ?? assert.fail(id);
      assert.deepEqual(planOf(kept, recordOf), plan);
      const unread = planOf(kept, unreadRecord);
      assert.deepEqual(unread.carried.map(triedContact), plan.carried.map(triedContact));
    }
  });
});

describe("The filter of tries", () => {
  const each = tried({ outcome: made("C3") });
  const lets = (filter: Partial<TryFilter>): boolean => passes(each, { ...noTryFilter, ...filter });

  it("lets everything through until it is set", () => {
    assert.ok(lets({}));
    assert.ok(!narrowsTries(noTryFilter));
  });

  it("goes by result", () => {
    assert.ok(lets({ results: ["failed", "differs"] }));
    assert.ok(!lets({ results: ["failed", "agrees"] }));
  });

  it("goes by connection", () => {
    assert.ok(lets({ connections: [{ id: "sandbox", name: "Renamed" }] }));
    assert.ok(!lets({ connections: [{ id: "other", name: "Sandbox" }] }));
  });

  it("goes by any contact that it was about, or a part of its id", () => {
    const ids = { currentContactId: "c4-abc", sourceContactId: "c1-def" };
    const about = tried({ intent: { ...each.intent, ...ids }, outcome: made("c3-ghi") });
    const finds = (contactId: string) => passes(about, { ...noTryFilter, contactId });
    assert.deepEqual(["c4-abc", "c1", "ghi"].map(finds), [true, true, true]);
    assert.ok(!finds("c5"));
  });

  it("goes by the past of a chat that was not started", () => {
    const refused = triedStart({ outcome: { kind: "failed", failure } });
    assert.ok(passes(refused, { ...noTryFilter, contactId: "c2" }));
    assert.ok(!passes(refused, { ...noTryFilter, contactId: "c4" }));
  });

  it("lets through only what every criterion does", () => {
    assert.ok(lets({ results: ["differs"], contactId: "c4" }));
    assert.ok(!lets({ results: ["differs"], contactId: "c9" }));
    assert.ok(narrowsTries({ ...noTryFilter, contactId: "c9" }));
  });
});
