import assert from "node:assert/strict";
import fc from "fast-check";
import { Transcripts } from "../../src/connections/transcripts";
import { hasEnded } from "../../src/domain/contact";
import type { ConnectGateway } from "../../src/domain/gateway";
import { MAX_PAST_CONTACTS } from "../../src/domain/history";
import { readItems } from "../../src/domain/parseTranscript";
import type { ReturnedTranscript } from "../../src/domain/testChat/customerChat";
import { isProven, predictionOf, proofOf } from "../../src/domain/testChat/proof";
import { respond } from "../../src/emulator/respond";
import type { Sandbox } from "../../src/emulator/state";
import { signedFor } from "./emulator/support/asking";
import { sandbox as connection } from "./panel/support/specimens";
import { askedInProcess, INSTANCE } from "./support/askedEmulator";
import { answerOf, planOf, questions, recordsOf, sandboxOf } from "./support/worldQuestions";

const { signal } = new AbortController();

type Json = Readonly<Record<string, unknown>>;

/** Undefined where it is refused. */
function post(sandbox: Sandbox, url: string, body: object, token?: string): Json | undefined {
  const headers = token === undefined ? signedFor("connect") : { "x-amz-bearer": token };
  const request = { method: "POST", url, headers, body: Buffer.from(JSON.stringify(body)) };
  const { answer } = respond(sandbox, request);
  return answer.status === 200 ? (JSON.parse(answer.body.toString()) as Json) : undefined;
}

/** A connection token of a bot that takes part in the chat; undefined where none can. */
function joinAsBot(sandbox: Sandbox, ContactId: string): string | undefined {
  const ParticipantDetails = { ParticipantRole: "CUSTOM_BOT" };
  const wish = { InstanceId: INSTANCE, ContactId, ParticipantDetails };
  const invited = post(sandbox, "/contact/create-participant", wish);
  if (invited === undefined) return undefined;
  const { ParticipantToken } = invited["ParticipantCredentials"] as { ParticipantToken: string };
  const Type = ["CONNECTION_CREDENTIALS"];
  const joined = post(sandbox, "/participant/connection", { Type }, ParticipantToken);
  return (joined?.["ConnectionCredentials"] as { ConnectionToken: string }).ConnectionToken;
}

/** What GetTranscript tells, page by page, told apart by the field that holds the contact. */
function transcriptOf(sandbox: Sandbox, token: string): ReturnedTranscript {
  const told: Json[] = [];
  for (let next: unknown = ""; next !== undefined && next !== null;) {
    const from = next === "" ? {} : { NextToken: next };
    const wish = { ScanDirection: "BACKWARD", SortOrder: "ASCENDING", MaxResults: 7, ...from };
    const page = post(sandbox, "/participant/transcript", wish, token);
    told.unshift(...((page?.["Transcript"] as Json[] | undefined) ?? []));
    next = page?.["NextToken"];
  }
  const read = (items: readonly Json[]) => readItems(items, { contactId: "nobody's" });
  return {
    past: read(told.filter((item) => "RelatedContactId" in item)),
    current: read(told.filter((item) => "ContactId" in item)),
  };
}

/**
 * A later contact of a chat that is continued already: the emulator links it all the same, and both pasts come, which share
 * the room for 100 contacts.
 */
function hasEarlierLink(sandbox: Sandbox, currentId: string): boolean {
  const records = recordsOf(sandbox);
  const session = records.find(({ id }) => id === currentId)?.initialContactId;
  return records.some(
    ({ id, initialContactId, relatedContactId }) =>
      id !== currentId && initialContactId === session && relatedContactId !== undefined,
  );
}

describe("The proof of a plan", () => {
  it("holds in whatever the emulator does, in a thousand worlds", async () => {
    const seen = { proven: 0, several: 0, unread: 0, linked: 0 };
    await fc.assert(
      fc.asyncProperty(questions(), async (question) => {
        const sandbox = sandboxOf(question);
        const asked = askedInProcess(sandbox);
        const token = joinAsBot(sandbox, question.current);
        const plan = await planOf(asked, question);
        const answer = await answerOf(asked, plan, question.current);
        if (answer.kind === "refused" || token === undefined) return;
        const transcripts = new Transcripts(
          () => Promise.resolve(asked as ConnectGateway),
          () => Date.now(),
        );
        const ended = plan.carried.filter(hasEnded).toReversed();
        const stored = await transcripts.conversation(connection, ended, { signal });
        const prediction = predictionOf(plan.carried, stored);
        const returned = transcriptOf(sandbox, token);
        const proof = proofOf(prediction, returned);
        const isAlone = !hasEarlierLink(sandbox, question.current);
        const brought = new Set(returned.past.map(({ contactId }) => contactId));
        if (isAlone || brought.size < MAX_PAST_CONTACTS) assert.deepEqual(proof.missing, []);
        if (isAlone) {
          assert.ok(isProven(proof), JSON.stringify(proof));
          assert.equal(proof.returnedCount, proof.predictedCount);
        }
        assert.ok(proof.hasEvent);
        seen.proven += 1;
        seen.several += Number(plan.carried.length > 1);
        seen.unread += Number(proof.unreadContactIds.length > 0);
        const sessions = new Set(plan.carried.map(({ initialContactId }) => initialContactId));
        seen.linked += Number(sessions.size > 1);
      }),
      { numRuns: 1000 },
    );
    assert.ok(
      Object.values(seen).every((count) => count > 10),
      JSON.stringify(seen),
    );
  }).timeout(120_000);
});
