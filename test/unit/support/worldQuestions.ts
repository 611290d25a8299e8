import assert from "node:assert/strict";
import fc from "fast-check";
import type { RehydrationType } from "../../../src/domain/association";
import { Failure } from "../../../src/domain/failure";
import { followLineage, readChain } from "../../../src/domain/lineage";
import type { AssociationPlan } from "../../../src/domain/plan";
import { planAssociation } from "../../../src/domain/plan";
import { Sandbox } from "../../../src/emulator/state";
import type { ContactRecord } from "../../../src/emulator/world";
import { CURRENT_ID, WORLD_NOW, worldOf, worlds } from "../emulator/worlds";
import type { Asked } from "./askedEmulator";
import { INSTANCE } from "./askedEmulator";

/** Of past contacts that the service follows back (domain.md §1.5). */
export const LIMIT = 100;
const { signal } = new AbortController();

export type Records = readonly ContactRecord[];

/** What a person might ask for. */
export interface Question {
  readonly contacts: Records;
  readonly past: string;
  readonly current: string;
  readonly type: RehydrationType;
}

export type Answer =
  | { readonly kind: "answered"; readonly continuedFromContactId: string }
  | { readonly kind: "refused"; readonly message: string };

export const questions = (): fc.Arbitrary<Question> =>
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

export const sandboxOf = ({ contacts }: Question): Sandbox =>
  new Sandbox({
    seed: () => worldOf(contacts),
    now: () => WORLD_NOW,
    quotas: false,
    latencyMs: 0,
    report: (error) => assert.fail(String(error)),
  });

export async function planOf(
  asked: Asked,
  { past, current, type }: Question,
): Promise<AssociationPlan> {
  const chain = await readChain(asked, past, signal);
  return planAssociation({
    rehydrationType: type,
    pastContactId: past,
    lineage: await followLineage(asked, chain, { signal }),
    current: await asked.describeContact(current, signal),
  });
}

/** The answer to what the plan would send. */
export async function answerOf(
  asked: Asked,
  {
    rehydrationType,
    sourceContactId,
  }: Pick<AssociationPlan, "rehydrationType" | "sourceContactId">,
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
export const recordsOf = ({ state }: Sandbox): Records =>
  state.world.instances.get(INSTANCE)?.contacts.byInitiation ?? [];

/** The rules of domain.md §1.4 on the emulator's records, worked out without the product: newest first. */
export function historyIn(records: Records, from: string): readonly string[] {
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

export const isEmulatorsChoice = (message: string): boolean =>
  choices.some((choice) => choice.test(message));
