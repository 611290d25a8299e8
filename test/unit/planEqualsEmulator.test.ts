import assert from "node:assert/strict";
import fc from "fast-check";
import { createGateway } from "../../src/aws";
import type { RehydrationType } from "../../src/domain/association";
import { Failure } from "../../src/domain/failure";
import { followLineage, readChain } from "../../src/domain/lineage";
import type { AssociationPlan } from "../../src/domain/plan";
import { comparePlan, planAssociation } from "../../src/domain/plan";
import { Sandbox } from "../../src/emulator/state";
import type { ContactRecord } from "../../src/emulator/world";
import { CURRENT_ID, WORLD_NOW, worldOf, worlds } from "./emulator/worlds";
import { askedInProcess, INSTANCE, serve, type Asked } from "./support/askedEmulator";

const LIMIT = 100;
const { signal } = new AbortController();

type Records = readonly ContactRecord[];

/** What a person might ask for. */
interface Question {
  readonly contacts: Records;
  readonly past: string;
  readonly current: string;
  readonly type: RehydrationType;
}

type Answer =
  | { readonly kind: "answered"; readonly continuedFromContactId: string }
  | { readonly kind: "refused"; readonly message: string };

const questions = (): fc.Arbitrary<Question> =>
  worlds().chain((contacts) => {
    const any = fc.constantFrom(...contacts.map(({ id }) => id));
    return fc.record({
      contacts: fc.constant(contacts),
      past: any,
      // Mostly the chat that may be continued in, else what would be refused for one reason or another.
      current: fc.oneof(
        { weight: 5, arbitrary: fc.constant(CURRENT_ID) },
        { weight: 1, arbitrary: any },
      ),
      type: fc.constantFrom<RehydrationType>("ENTIRE_PAST_SESSION", "FROM_SEGMENT"),
    });
  });

const sandboxOf = ({ contacts }: Question): Sandbox =>
  new Sandbox({
    seed: () => worldOf(contacts),
    now: () => WORLD_NOW,
    quotas: false,
    latencyMs: 0,
    report: (error) => assert.fail(String(error)),
  });

async function planOf(asked: Asked, { past, current, type }: Question): Promise<AssociationPlan> {
  const chain = await readChain(asked, past, signal);
  return planAssociation({
    rehydrationType: type,
    pastContactId: past,
    lineage: await followLineage(asked, chain, { signal }),
    current: await asked.describeContact(current, signal),
  });
}

/** The answer to what the plan would send. */
async function answerOf(
  asked: Asked,
  { rehydrationType, sourceContactId }: AssociationPlan,
  currentContactId: string,
): Promise<Answer> {
  try {
    const { continuedFromContactId } = await asked.associate(
      { currentContactId, sourceContactId, rehydrationType, clientToken: "one-wish" },
      signal,
    );
    return { kind: "answered", continuedFromContactId };
  } catch (error) {
    assert.ok(error instanceof Failure, String(error));
    return { kind: "refused", message: error.answer.message };
  }
}

/** What the emulator holds. */
const recordsOf = ({ state }: Sandbox): Records =>
  state.world.instances.get(INSTANCE)?.contacts.byInitiation ?? [];

/** The rules of domain.md §1.4 on the emulator's records, worked out without the product: newest first. */
function historyIn(records: Records, from: string): readonly string[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const history: string[] = [];
  const waiting = [from];
  for (const start of waiting) {
    let at = byId.get(start);
    while (at !== undefined && !history.includes(at.id)) {
      history.push(at.id);
      if (at.relatedContactId !== undefined) waiting.push(at.relatedContactId);
      at = byId.get(at.previousContactId ?? "") ?? earlierInSession(records, at);
    }
  }
  return history;
}

function earlierInSession(records: Records, record: ContactRecord): ContactRecord | undefined {
  if (record.id === record.initialContactId) return undefined;
  return records
    .filter(({ initialContactId }) => initialContactId === record.initialContactId)
    .filter(({ initiatedAt }) => initiatedAt < record.initiatedAt)
    .toSorted((a, b) => a.initiatedAt - b.initiatedAt)
    .at(-1);
}

/** Where no source says what the service does, a plan says that it does not know; these are the emulator's choices. */
const choices = [
  /of the source session is still active/,
  /^Source contact \S+ is not a chat/,
  // The session's initial contact is what is sent, and its record is gone.
  /^Contact \S+ does not exist/,
];

function assertForeseen({ checks }: AssociationPlan, message: string): void {
  const verdicts = new Set(checks.map(({ verdict }) => verdict));
  const isChoice = choices.some((choice) => choice.test(message));
  const isForeseen = verdicts.has("problem") || (isChoice && verdicts.has("unknown"));
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
