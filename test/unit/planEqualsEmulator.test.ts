import assert from "node:assert/strict";
import fc from "fast-check";
import { createGateway } from "../../src/aws";
import type { AssociationPlan } from "../../src/domain/plan";
import { comparePlan } from "../../src/domain/plan";
import type { Sandbox } from "../../src/emulator/state";
import { askedInProcess, INSTANCE, serve, type Asked } from "./support/askedEmulator";
import type { Question, Records } from "./support/worldQuestions";
import {
  answerOf,
  historyIn,
  isEmulatorsChoice,
  LIMIT,
  planOf,
  questions,
  recordsOf,
  sandboxOf,
} from "./support/worldQuestions";

function assertForeseen({ checks }: AssociationPlan, message: string): void {
  const verdicts = new Set(checks.map(({ verdict }) => verdict));
  const isForeseen =
    verdicts.has("problem") || (isEmulatorsChoice(message) && verdicts.has("unknown"));
  assert.ok(isForeseen, `The plan saw nothing wrong; the emulator refused: ${message}`);
}

/** A history that is cut off is no reason to refuse. */
const problemsOf = ({ checks }: AssociationPlan) =>
  checks.filter(({ id, verdict }) => verdict === "problem" && id !== "historyIsWithinLimit");

const leftOutFor = ({ leftOut }: AssociationPlan, why: "later" | "beyondLimit"): string[] =>
  leftOut.flatMap(({ contact, reason }) => (reason === why ? [contact.id] : []));

function assertHolds(plan: AssociationPlan, records: Records, continuedFrom: string): void {
  const history = historyIn(records, continuedFrom);
  const carried = plan.carried.map(({ id }) => id);
  assert.deepEqual(carried, history.slice(0, LIMIT));
  const session = records.find(({ id }) => id === continuedFrom)?.initialContactId;
  const later = records.filter(
    ({ id, initialContactId }) => initialContactId === session && !history.includes(id),
  );
  assert.deepEqual(leftOutFor(plan, "later").toSorted(), later.map(({ id }) => id).toSorted());
  const beyond = leftOutFor(plan, "beyondLimit");
  assert.deepEqual(beyond, history.slice(LIMIT, LIMIT + beyond.length));
  assert.equal(plan.moreBeyondLimit || beyond.length > 0, history.length > LIMIT);
}

/** Asks, and holds the plan against the answer and against what the emulator then has in its records. */
async function examine(question: Question, sandbox: Sandbox, asked: Asked) {
  const linkOf = (id: string) =>
    recordsOf(sandbox).find((record) => record.id === id)?.relatedContactId;
  const before = linkOf(question.current);
  const plan = await planOf(asked, question);
  const answer = await answerOf(asked, plan, question.current);
  if (answer.kind === "refused") {
    assertForeseen(plan, answer.message);
    assert.equal(linkOf(question.current), before);
  } else {
    assert.deepEqual(comparePlan(plan, answer), { kind: "agrees" });
    assert.deepEqual(problemsOf(plan), []);
    assert.equal(linkOf(question.current), answer.continuedFromContactId);
    assertHolds(plan, recordsOf(sandbox), answer.continuedFromContactId);
  }
  return { answer, plan };
}

describe("A plan", () => {
  it("equals what the emulator does, in thousands of worlds", async () => {
    const seen = { entire: 0, segment: 0, linked: 0, atLimit: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(questions(), async (question) => {
        const sandbox = sandboxOf(question);
        const { answer, plan } = await examine(question, sandbox, askedInProcess(sandbox));
        const isAnswered = answer.kind === "answered";
        seen.entire += Number(isAnswered && question.type === "ENTIRE_PAST_SESSION");
        seen.segment += Number(isAnswered && question.type === "FROM_SEGMENT");
        const sessions = new Set(plan.carried.map(({ initialContactId }) => initialContactId));
        seen.linked += Number(isAnswered && sessions.size > 1);
        seen.atLimit += Number(isAnswered && plan.carried.length === LIMIT);
        seen.refused += Number(!isAnswered);
      }),
      { numRuns: 2000 },
    );
    assert.ok(
      Object.values(seen).every((count) => count > 10),
      JSON.stringify(seen),
    );
  }).timeout(120_000);

  it("equals it over the SDK and HTTP", async () => {
    let sandbox: Sandbox | undefined;
    const address = await serve(() => sandbox ?? assert.fail("Asked before there was a world."));
    const gateway = createGateway({
      region: "us-east-1",
      instanceId: INSTANCE,
      access: { kind: "sandbox", endpoint: address.url },
    });
    try {
      await fc.assert(
        fc.asyncProperty(questions(), async (question) => {
          sandbox = sandboxOf(question);
          await examine(question, sandbox, gateway);
        }),
        { numRuns: 200 },
      );
    } finally {
      gateway.dispose();
      await address.close();
    }
  }).timeout(120_000);
});
