import assert from "node:assert/strict";
import fc from "fast-check";
import type { RehydrationType } from "../../src/domain/association";
import type { Contact } from "../../src/domain/contact";
import { Failure } from "../../src/domain/failure";
import type { ContactReader } from "../../src/domain/lineage";
import { followLineage, readChain } from "../../src/domain/lineage";
import type { AssociationPlan } from "../../src/domain/plan";
import { comparePlan, planAssociation } from "../../src/domain/plan";
import { respond } from "../../src/emulator/respond";
import { Sandbox } from "../../src/emulator/state";
import type { ContactRecord } from "../../src/emulator/world";
import { signedFor } from "./emulator/support/asking";
import { CURRENT_ID, WORLD_NOW, worldOf, worlds } from "./emulator/worlds";

const INSTANCE = "a0000000-0000-4000-8000-000000000001";
const LIMIT = 100;
const { signal } = new AbortController();

type World = readonly ContactRecord[];
type Answer =
  | { readonly kind: "answered"; readonly continuedFromContactId: string }
  | { readonly kind: "refused"; readonly message: string };

/** A world, a past contact of it, and what is asked of it. */
const questions = () =>
  worlds().chain((contacts) =>
    fc.record({
      contacts: fc.constant(contacts),
      past: fc.constantFrom(...contacts.filter(({ id }) => id !== CURRENT_ID)),
      type: fc.constantFrom<RehydrationType>("ENTIRE_PAST_SESSION", "FROM_SEGMENT"),
    }),
  );

const toContact = ({ endedAt, relatedContactId, ...record }: ContactRecord): Contact => ({
  ...record,
  ...(endedAt !== undefined && { endedAt }),
  ...(relatedContactId !== undefined && { relatedContactId }),
  storedTranscript:
    endedAt === undefined || record.attributes["transcript"] === "none"
      ? { kind: "notListed" }
      : { kind: "stored", bucket: "b", key: record.id },
});

const readerOf = (contacts: World): ContactReader => {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const find = (id: string): Promise<ContactRecord> => {
    const contact = byId.get(id);
    return contact === undefined
      ? Promise.reject(new Failure("notFound", "DescribeContact", { name: "n", message: "m" }))
      : Promise.resolve(contact);
  };
  return {
    describeContact: async (id) => toContact(await find(id)),
    associatedContacts: async (id) => {
      const { initialContactId } = await find(id);
      return contacts.filter((contact) => contact.initialContactId === initialContactId);
    },
  };
};

async function planOf(
  reader: ContactReader,
  past: ContactRecord,
  type: RehydrationType,
): Promise<AssociationPlan> {
  const chain = await readChain(reader, past.id, signal);
  return planAssociation({
    rehydrationType: type,
    pastContactId: past.id,
    lineage: await followLineage(reader, chain, { signal }),
    current: await reader.describeContact(CURRENT_ID, signal),
  });
}

/** The emulator's answer to what the plan would send. */
function answerOf(sandbox: Sandbox, plan: AssociationPlan): Answer {
  const { answer } = respond(sandbox, {
    method: "POST",
    url: `/contact/persistent-contact-association/${INSTANCE}/${CURRENT_ID}`,
    headers: signedFor("connect"),
    body: Buffer.from(
      JSON.stringify({
        RehydrationType: plan.rehydrationType,
        SourceContactId: plan.sourceContactId,
      }),
    ),
  });
  const said = JSON.parse(answer.body.toString()) as Record<string, string>;
  return answer.status === 200
    ? { kind: "answered", continuedFromContactId: said["ContinuedFromContactId"] ?? "" }
    : { kind: "refused", message: said["Message"] ?? "" };
}

/** What the rules of domain.md §1.4 say of the emulator's records, worked out without the product: newest first. */
function historyIn(contacts: World, from: string): readonly string[] {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const history: string[] = [];
  const waiting = [from];
  for (const start of waiting) {
    let at = byId.get(start);
    while (at !== undefined && !history.includes(at.id)) {
      history.push(at.id);
      if (at.relatedContactId !== undefined) waiting.push(at.relatedContactId);
      at = byId.get(at.previousContactId ?? "") ?? earlierInSession(contacts, at);
    }
  }
  return history;
}

function earlierInSession(contacts: World, contact: ContactRecord): ContactRecord | undefined {
  if (contact.id === contact.initialContactId) return undefined;
  return contacts
    .filter(({ initialContactId }) => initialContactId === contact.initialContactId)
    .filter(({ initiatedAt }) => initiatedAt < contact.initiatedAt)
    .toSorted((a, b) => a.initiatedAt - b.initiatedAt)
    .at(-1);
}

function assertAgrees(contacts: World, plan: AssociationPlan, answer: Answer): void {
  if (answer.kind === "refused") {
    const warned = plan.checks.some(({ verdict }) => verdict !== "ok");
    assert.ok(warned, `The plan saw nothing wrong; the emulator refused: ${answer.message}`);
    return;
  }
  const { continuedFromContactId } = answer;
  assert.deepEqual(comparePlan(plan, answer), { kind: "agrees" });
  const history = historyIn(contacts, continuedFromContactId);
  assert.deepEqual(
    plan.carried.map(({ id }) => id),
    history.slice(0, LIMIT),
  );
  const session = contacts.find(({ id }) => id === continuedFromContactId)?.initialContactId;
  const later = contacts.filter(
    (contact) => contact.initialContactId === session && !history.includes(contact.id),
  );
  assert.deepEqual(
    plan.leftOut
      .flatMap(({ contact, reason }) => (reason === "later" ? [contact.id] : []))
      .toSorted(),
    later.map(({ id }) => id).toSorted(),
  );
  assert.equal(
    plan.moreBeyondLimit || plan.leftOut.some(({ reason }) => reason === "beyondLimit"),
    history.length > LIMIT,
  );
}

describe("A plan", () => {
  it("equals the emulator's answer in thousands of worlds", async () => {
    let answered = 0;
    let overLimit = 0;
    await fc.assert(
      fc.asyncProperty(questions(), async ({ contacts, past, type }) => {
        const plan = await planOf(readerOf(contacts), past, type);
        const sandbox = new Sandbox({
          seed: () => worldOf(contacts),
          now: () => WORLD_NOW,
          quotas: false,
          latencyMs: 0,
          report: (error) => assert.fail(String(error)),
        });
        const answer = answerOf(sandbox, plan);
        assertAgrees(contacts, plan, answer);
        answered += Number(answer.kind === "answered");
        overLimit += Number(plan.carried.length === LIMIT);
      }),
      { numRuns: 2000 },
    );
    assert.ok(answered > 700, `Only ${answered} worlds could be continued.`);
    assert.ok(overLimit > 5, `Only ${overLimit} histories reached the limit.`);
  }).timeout(120_000);
});
