import assert from "node:assert/strict";
import { window } from "vscode";
import { runCommand } from "../../src/commands";
import { continueFrom } from "../../src/commands/continuePastChat";
import { Failure } from "../../src/domain/failure";
import { linkNode } from "../../src/views/chatNode";
import { failureLine } from "../../src/wording/failures";
import type { Wish } from "./support/reading";
import { chainRow, continueChat, openContact, panelText, rowsOf } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const C3 = "c3000000-0000-4000-8000-000000000003";
const C4 = "c4000000-0000-4000-8000-000000000004";
const C5 = "c5000000-0000-4000-8000-000000000005";
const UNKNOWN = "99999999-0000-4000-8000-000000000009";
const odd = (number: number): string => `d1000000-0000-4000-8000-00000000000${number}`;
const DELETED = odd(1);
const NOT_JSON = odd(2);
const EMPTY = odd(3);
const TOO_LARGE = odd(4);
const NOT_WRITTEN = odd(5);
const PERSISTENT = odd(6);
const VOICE = "d2000000-0000-4000-8000-000000000001";
const TASK = "d2000000-0000-4000-8000-000000000002";

const refused = "The service refused to continue this chat";

/** What is wished for, and what the panel says is wrong with it. */
const wishes: readonly (readonly [string, Wish, RegExp])[] = [
  ["a source that is active", { current: C4, past: C5 }, /Most likely: .*c5000000 has not ended/],
  [
    "a session that is active",
    { current: C4, past: C5, type: "ENTIRE_PAST_SESSION" },
    /Most likely: The past session has no ended chat/,
  ],
  ["a current chat that ended", { current: DELETED, past: C2 }, /Most likely: .*chat has ended/],
  [
    "a current chat that is persistent",
    { current: PERSISTENT, past: C2 },
    /Most likely: The current chat already continues .*only once/,
  ],
  ["a current contact that is a call", { current: VOICE, past: C2 }, /not a chat but VOICE/],
  ["a past contact that is a task", { current: C4, past: TASK }, /not known to be a chat/],
  ["the chat itself", { current: C4, past: C4 }, /Most likely/],
  [
    "a transcript not written yet",
    { current: C4, past: NOT_WRITTEN },
    /No transcript is listed yet/,
  ],
  [
    "a deleted transcript",
    { current: C4, past: DELETED },
    /The transcript of d1000000 was deleted/,
  ],
  ["a transcript over 5 MB", { current: C4, past: TOO_LARGE }, /larger than 5 MB/],
];

/** A contact, and what stands in the place of its transcript. */
const absences: readonly (readonly [string, string, RegExp])[] = [
  ["not at its end yet", C4, /message\nThe chat goes on/],
  ["not written yet", NOT_WRITTEN, /Transcript not written yet/],
  ["deleted", DELETED, /Transcript deleted/],
  ["not JSON", NOT_JSON, /Transcript damaged\. Its file in S3 is not JSON/],
  ["empty", EMPTY, /Transcript damaged\. Its file in S3 is empty/],
  ["over 5 MB", TOO_LARGE, /Transcript larger than 5 MB\. It has 5\.\d MB/],
];

describe("Bad input", function () {
  this.timeout(30_000);
  let rig: Rig;
  before(async () => (rig = await startRig()));
  after(() => rig.close());
  afterEach("the tree answers", async () => {
    rig.mend();
    rig.app.tree.refresh(sandbox);
    assert.equal((await rowsOf(rig.app, await chainRow(rig.app, C1))).length, 3);
  });

  for (const [name, wish, words] of wishes)
    it(`continuing with ${name} is refused, with what is wrong`, async () => {
      await continueChat(rig, wish);
      const text = panelText(rig);
      assert.match(text, new RegExp(`^Continuing failed\n${refused}`));
      assert.match(text, words);
    });

  for (const [name, contactId, words] of absences)
    it(`a transcript that is ${name} says so in its place`, async () => {
      await openContact(rig, contactId);
      assert.match(panelText(rig), words);
    });

  it("a chat that goes on says why nothing can be read where Contact Lens does not listen", async () => {
    await rig.fail("ListRealtimeContactAnalysisSegmentsV2", "notFound");
    await openContact(rig, C4);
    assert.match(panelText(rig), /This chat is still active\. Contact Lens has nothing of it/);
  });

  it("a transcript whose file is gone says where it was looked for", async () => {
    await rig.fail("GetObject", "notFound");
    await openContact(rig, C3);
    assert.match(panelText(rig), /No transcript found\. .*s3:\/\/sandbox-transcripts\/.*c3000000/);
  });

  it("a chat continued from a damaged transcript is continued, and the panel says what is missing", async () => {
    await continueChat(rig, { current: C4, past: NOT_JSON });
    assert.match(panelText(rig), /^Continued from d1000000[^]*is not JSON/);
  });

  const unknown = [
    ["current", { current: UNKNOWN, past: C2 }],
    ["past", { current: C4, past: UNKNOWN }],
  ] as const;
  for (const [name, { current, past }] of unknown)
    it(`an unknown ${name} contact is said to be not found`, async () => {
      const draft = { connection: sandbox, currentContactId: current };
      const asked = continueFrom(rig.app, { ...draft, past: { kind: "contact", contactId: past } });
      await assert.rejects(asked, (error: unknown) => {
        assert.ok(error instanceof Failure);
        assert.match(failureLine(error), /^Not found: .*99999999/);
        return true;
      });
    });

  it("a command that fails tells it in one message", async () => {
    const messages: string[] = [];
    const show = window.showErrorMessage;
    window.showErrorMessage = (message: string) => {
      messages.push(message);
      return Promise.resolve(undefined);
    };
    try {
      const parent = await chainRow(rig.app, C1);
      assert.ok(parent.kind === "chain");
      const from = await rig.app.chats.contact(sandbox, C1, new AbortController().signal);
      const row = linkNode(parent, from, UNKNOWN);
      await runCommand(rig.app, "contactChains.openTranscript", row);
    } finally {
      window.showErrorMessage = show;
    }
    assert.deepEqual(messages.length, 1);
    assert.match(messages[0] ?? "", /^Not found: .*99999999/);
  });
});
