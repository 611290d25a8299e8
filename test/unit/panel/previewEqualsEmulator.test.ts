import assert from "node:assert/strict";
import fc from "fast-check";
import type { App } from "../../../src/commands/app";
import { showPreview } from "../../../src/commands/showPreview";
import { Transcripts } from "../../../src/connections/transcripts";
import type { ConnectGateway } from "../../../src/domain/gateway";
import { followLineage, readChain } from "../../../src/domain/lineage";
import type { AssociationPlan } from "../../../src/domain/plan";
import { comparePlan } from "../../../src/domain/plan";
import type { Sandbox } from "../../../src/emulator/state";
import type { PanelContent } from "../../../src/panel/content";
import { drawPage } from "../../../src/panel/panelView";
import type { ChoiceView, PartList } from "../../../src/panel/protocol";
import { noNames } from "../../../src/wording/contacts";
import { askedInProcess, type Asked } from "../support/askedEmulator";
import type { Question, Records } from "../support/worldQuestions";
import {
  answerOf,
  historyIn,
  isEmulatorsChoice,
  LIMIT,
  questions,
  recordsOf,
  sandboxOf,
} from "../support/worldQuestions";
import { sandbox as connection } from "./support/specimens";

const { signal } = new AbortController();

/** What *Preview Rehydration…* leaves on the page. */
async function previewOf(asked: Asked, { past, current }: Question): Promise<PanelContent> {
  const shown: PanelContent[] = [];
  const app = {
    chats: {
      lineage: async () => followLineage(asked, await readChain(asked, past, signal), { signal }),
      contact: () => asked.describeContact(current, signal),
      readNames: () => Promise.resolve(noNames),
    },
    transcripts: new Transcripts(
      () => Promise.resolve(asked as ConnectGateway),
      () => Date.now(),
    ),
    panels: {
      ask: () => new AbortController().signal,
      show: (content: PanelContent) => {
        shown.push(content);
        return { isShown: true, update: (newer: PanelContent) => void shown.push(newer) };
      },
    },
  } as unknown as App;
  const wish = { past: { kind: "contact", contactId: past }, currentContactId: current } as const;
  await showPreview(app, connection, wish);
  return shown.at(-1) ?? assert.fail("Nothing was shown.");
}

const idsIn = (parts: readonly PartList[], which: PartList["part"]): readonly string[] =>
  parts.find(({ part }) => part === which)?.contacts.map(({ contactId }) => contactId) ?? [];

/** By the emulator's records and files: what it brings back of the past, oldest first, and how many messages. */
function broughtBack(sandbox: Sandbox, continuedFrom: string) {
  const carried = historyIn(recordsOf(sandbox), continuedFrom).slice(0, LIMIT).toReversed();
  const files = [...sandbox.state.world.buckets.values()].flatMap((bucket) => [...bucket.list("")]);
  // One message is said on each contact that has a file.
  const told = carried.filter((id) => files.some(({ key }) => key.includes(`/${id}_`)));
  return { carried, messages: told.length };
}

/** Of the contact's session, what is not linked before it. */
function laterThan(records: Records, continuedFrom: string): readonly string[] {
  const history = historyIn(records, continuedFrom);
  const session = records.find(({ id }) => id === continuedFrom)?.initialContactId;
  return records
    .filter(({ id, initialContactId }) => initialContactId === session && !history.includes(id))
    .map(({ id }) => id);
}

function assertForetold(choice: ChoiceView, sandbox: Sandbox, continuedFrom: string): void {
  const { carried, messages } = broughtBack(sandbox, continuedFrom);
  const [continues, , count] = choice.facts;
  assert.notEqual(choice.verdict.tone, "bad");
  assert.equal(continues?.value, continuedFrom);
  assert.deepEqual(idsIn(choice.parts, "carried"), carried);
  assert.equal(parseInt(count?.value ?? "", 10), messages);
  const leftOut = idsIn(choice.parts, "leftOut");
  const records = recordsOf(sandbox);
  for (const id of laterThan(records, continuedFrom)) assert.ok(leftOut.includes(id), id);
  for (const id of leftOut) assert.ok(!carried.includes(id), id);
}

/** The page of an association with this plan, after this answer. */
function resultAfter(preview: PanelContent, plan: AssociationPlan, continuedFromContactId: string) {
  const { preview: report, ...rest } = preview;
  const answer = { continuedFromContactId, attempts: 1 };
  const { rehydrationType, sourceContactId } = plan;
  const current = report?.current ?? assert.fail("No current chat.");
  const { view } = drawPage({
    ...rest,
    association: {
      intent: { currentContactId: current.id, sourceContactId, rehydrationType, clientToken: "t" },
      plan,
      current,
      outcome: { kind: "done", answer, comparison: comparePlan(plan, answer) },
    },
  });
  return view.result ?? assert.fail("No result.");
}

/** What the page after the call says, whichever of the plans stood beside the answer. */
function assertCompared(preview: PanelContent, sandbox: Sandbox, continuedFrom: string): void {
  const { carried } = broughtBack(sandbox, continuedFrom);
  for (const { plan } of preview.preview?.choices ?? []) {
    const { answered, parts, verdict } = resultAfter(preview, plan, continuedFrom);
    assert.equal(answered[0]?.value, continuedFrom);
    const isForetold = plan.continuedFrom?.id === continuedFrom;
    assert.equal(verdict?.tone, isForetold ? "good" : "warning");
    assert.deepEqual(idsIn(parts, "carried"), carried);
  }
}

/** Sends what the page says is to be passed, and holds page and answer against each other. */
async function examine(
  question: Question,
  preview: PanelContent,
  choice: ChoiceView,
): Promise<"answered" | "refused"> {
  const sandbox = sandboxOf(question);
  const copied = choice.facts[1]?.copy;
  assert.ok(copied?.kind === "contactId");
  const rehydrationType = choice.type === "FROM_SEGMENT" ? "FROM_SEGMENT" : "ENTIRE_PAST_SESSION";
  const sent = { rehydrationType, sourceContactId: copied.contactId } as const;
  const answer = await answerOf(askedInProcess(sandbox), sent, question.current);
  if (answer.kind === "refused") {
    const { tone } = choice.verdict;
    assert.ok(
      tone === "bad" || (tone === "warning" && isEmulatorsChoice(answer.message)),
      `${tone}: ${answer.message}`,
    );
  } else {
    assertForetold(choice, sandbox, answer.continuedFromContactId);
    assertCompared(preview, sandbox, answer.continuedFromContactId);
  }
  return answer.kind;
}

describe("The preview of both rehydration types", () => {
  it("shows what the emulator then does, and so does the page after the call", async () => {
    const seen = { answered: 0, refused: 0, differing: 0 };
    await fc.assert(
      fc.asyncProperty(questions(), async (question) => {
        const preview = await previewOf(askedInProcess(sandboxOf(question)), question);
        const { choices = [] } = drawPage(preview).view.preview ?? {};
        assert.deepEqual(
          choices.map(({ type }) => type),
          ["ENTIRE_PAST_SESSION", "FROM_SEGMENT"],
        );
        for (const choice of choices) seen[await examine(question, preview, choice)] += 1;
        const [entire, segment] = choices;
        seen.differing += Number(entire?.facts[0]?.value !== segment?.facts[0]?.value);
      }),
      { numRuns: 500 },
    );
    assert.ok(
      Object.values(seen).every((count) => count > 25),
      JSON.stringify(seen),
    );
  }).timeout(120_000);
});
