import assert from "node:assert/strict";
import { Asking, type Answer } from "./support/asking";
import {
  activeContact,
  contact,
  INSTANCE,
  MINUTE,
  NOW,
  OTHER_INSTANCE,
  session,
  transcript,
  type WorldParts,
} from "./support/world";

interface Wish {
  readonly target?: string;
  readonly source?: string;
  readonly type?: string;
  readonly token?: string;
  readonly instance?: string;
}

const ask = (
  asking: Asking,
  { target = "c4", source = "c2", type = "FROM_SEGMENT", token, instance = INSTANCE }: Wish = {},
): Answer =>
  asking.connect("POST", `/contact/persistent-contact-association/${instance}/${target}`, {
    RehydrationType: type,
    SourceContactId: source,
    ...(token !== undefined && { ClientToken: token }),
  });

const relatedOf = (asking: Asking, id: string): unknown => {
  const { json } = asking.connect("GET", `/contacts/${INSTANCE}/${id}`);
  return (json["Contact"] as Record<string, unknown>)["RelatedContactId"];
};

const assertContinued = (answer: Answer, from: string): void => {
  assert.deepEqual([answer.status, answer.json], [200, { ContinuedFromContactId: from }]);
};

const assertRefused = (answer: Answer, status: number, name: string, words: RegExp): void => {
  assert.deepEqual([answer.status, answer.headers["x-amzn-errortype"]], [status, name]);
  assert.match(String(answer.json["Message"]), words);
};

const invalid = (answer: Answer, words: RegExp): void =>
  assertRefused(answer, 400, "InvalidRequestException", words);

const withContacts = (...contacts: readonly ReturnType<typeof contact>[]): WorldParts => ({
  contacts: [...session(), ...contacts],
});

describe("emulator: CreatePersistentContactAssociation", () => {
  it("continues from exactly the segment that was passed", () => {
    const asking = new Asking();
    assertContinued(ask(asking), "c2");
    assert.equal(relatedOf(asking, "c4"), "c2");
  });

  it("continues an entire session from its contact that ended last", () => {
    const asking = new Asking();
    assertContinued(ask(asking, { target: "c5", source: "c1", type: "ENTIRE_PAST_SESSION" }), "c3");
    assert.equal(relatedOf(asking, "c5"), "c3");
  });

  it("takes the last to end, not the last to begin", () => {
    const late = contact({
      id: "long",
      initiatedAt: NOW - 90 * MINUTE,
      endedAt: NOW - 10 * MINUTE,
    });
    const short = contact({
      id: "short",
      initialContactId: "long",
      previousContactId: "long",
      initiatedAt: NOW - 80 * MINUTE,
      endedAt: NOW - 70 * MINUTE,
    });
    const asking = new Asking(withContacts(late, short));
    assertContinued(ask(asking, { source: "long", type: "ENTIRE_PAST_SESSION" }), "long");
  });

  it("shows the link in ListAssociatedContacts too, and sets nothing on the past", () => {
    const asking = new Asking();
    ask(asking);
    const { json } = asking.connect("GET", `/contact/associated/${INSTANCE}?contactId=c4`);
    const [only] = json["ContactSummaryList"] as readonly Record<string, unknown>[];
    assert.equal(only?.["RelatedContactId"], "c2");
    assert.equal(relatedOf(asking, "c2"), undefined);
  });

  it("takes the instance's ARN", () => {
    const arn = encodeURIComponent(`arn:aws:connect:us-east-1:111122223333:instance/${INSTANCE}`);
    assertContinued(ask(new Asking(), { instance: arn }), "c2");
  });

  describe("refuses", () => {
    const missing: readonly (readonly [string, Wish])[] = [
      ["an unknown instance", { instance: "nowhere" }],
      ["an unknown current contact", { target: "nobody" }],
      ["an unknown source contact", { source: "nobody" }],
      ["a source of another instance", { source: "other" }],
      ["a current contact of another instance", { instance: OTHER_INSTANCE }],
    ];
    for (const [what, wish] of missing) {
      it(what, () =>
        assertRefused(ask(new Asking(), wish), 404, "ResourceNotFoundException", /does not exist/),
      );
    }

    it("a current chat that has ended", () => {
      const asking = new Asking(withContacts(contact({ id: "past" })));
      invalid(ask(asking, { target: "past" }), /past has ended/);
    });

    it("a current chat that ends by the clock", () => {
      const asking = new Asking(withContacts(contact({ id: "soon", endedAt: NOW + MINUTE })));
      asking.control("POST", "clock", { advanceSeconds: 60 });
      invalid(ask(asking, { target: "soon" }), /soon has ended/);
    });

    it("a second association of the same chat", () => {
      const asking = new Asking();
      ask(asking);
      invalid(ask(asking, { source: "c1" }), /only once/);
      assert.equal(relatedOf(asking, "c4"), "c2");
    });

    it("a chat that was started persistent, or related to another contact", () => {
      const asking = new Asking(
        withContacts(
          activeContact({ id: "started", persistent: true }),
          activeContact({ id: "related", relatedContactId: "c1" }),
        ),
      );
      invalid(ask(asking, { target: "started" }), /only once/);
      invalid(ask(asking, { target: "related" }), /only once/);
    });

    it("contacts that are no chats", () => {
      const asking = new Asking(
        withContacts(
          activeContact({ id: "call", channel: "VOICE" }),
          contact({ id: "task", channel: "TASK" }),
        ),
      );
      invalid(ask(asking, { target: "call" }), /call is not a chat/);
      invalid(ask(asking, { source: "task" }), /task is not a chat/);
    });

    it("a source that is still active", () => {
      invalid(ask(new Asking(), { source: "c5" }), /c5 is still active/);
    });

    it("an entire session of which a contact is still active", () => {
      const next = activeContact({ id: "next", initialContactId: "first" });
      const asking = new Asking(withContacts(contact({ id: "first" }), next));
      invalid(ask(asking, { source: "first", type: "ENTIRE_PAST_SESSION" }), /next .*still active/);
      assertContinued(ask(asking, { source: "first" }), "first");
    });

    it("an entire session by any but its initial contact", () => {
      invalid(ask(new Asking(), { source: "c2", type: "ENTIRE_PAST_SESSION" }), /initial contact/);
    });

    it("the current chat's own session as source", () => {
      const next = activeContact({ id: "next", initialContactId: "first" });
      const asking = new Asking(withContacts(contact({ id: "first" }), next));
      invalid(ask(asking, { target: "next", source: "first" }), /belongs to the session/);
      invalid(ask(asking, { target: "c4", source: "c4" }), /belongs to the session/);
    });

    it("a source without a transcript, or in an instance that stores none", () => {
      invalid(ask(new Asking({ objects: [] })), /transcript of contact c2 is missing/);
      invalid(ask(new Asking({ hasStorage: false })), /stores no chat transcripts/);
    });

    it("a source whose transcript was deleted", () => {
      const asking = new Asking();
      const bucket = asking.sandbox.state.world.buckets.get("transcripts");
      bucket?.delete(transcript(session()[1]!).key);
      invalid(ask(asking), /transcript of contact c2 is missing/);
    });

    it("a source whose transcript is not written yet, until it is", () => {
      const objects = [transcript(session()[1]!, "{}", NOW + MINUTE)];
      const asking = new Asking({ objects });
      invalid(ask(asking), /not written yet/);
      asking.control("POST", "clock", { advanceSeconds: 60 });
      assertContinued(ask(asking), "c2");
    });

    it("a transcript over 5 MB, by one byte", () => {
      const limit = 5 * 1024 * 1024;
      const sized = (bytes: number) =>
        new Asking({ objects: [transcript(session()[1]!, "x".repeat(bytes))] });
      assertContinued(ask(sized(limit)), "c2");
      invalid(ask(sized(limit + 1)), /larger than 5 MB/);
    });

    it("nothing that it refuses changes the world", () => {
      const asking = new Asking({ objects: [] });
      ask(asking, { token: "t" });
      assert.equal(relatedOf(asking, "c4"), undefined);
      assert.deepEqual(
        asking.journal.map(({ changed }) => changed),
        [false, false],
      );
    });
  });

  describe("client token", () => {
    const associations = (asking: Asking): number =>
      asking.journal.filter(({ changed }) => changed).length;

    it("gives the same wish the same answer, and does it once", () => {
      const asking = new Asking();
      for (let time = 0; time < 3; time += 1) assertContinued(ask(asking, { token: "t" }), "c2");
      assert.equal(associations(asking), 1);
      assert.deepEqual(
        asking.journal.map(({ clientToken }) => clientToken),
        ["t", "t", "t"],
      );
    });

    it("is refused for another wish", () => {
      const asking = new Asking();
      ask(asking, { token: "t" });
      for (const other of [
        { source: "c1" },
        { target: "c5" },
        { source: "c1", type: "ENTIRE_PAST_SESSION" },
      ]) {
        const answer = ask(asking, { token: "t", ...other });
        assertRefused(answer, 400, "InvalidParameterException", /ClientToken/);
      }
    });

    it("is case-sensitive", () => {
      const asking = new Asking();
      ask(asking, { token: "t" });
      assertContinued(ask(asking, { token: "T", target: "c5", source: "c1" }), "c1");
    });

    it("is not used up by a refusal", () => {
      const asking = new Asking();
      invalid(ask(asking, { token: "t", source: "c5" }), /still active/);
      assertContinued(ask(asking, { token: "t" }), "c2");
    });

    it("makes a lost answer safe to ask for again", () => {
      const asking = new Asking();
      asking.fail("CreatePersistentContactAssociation", "answerLost");
      assert.equal(ask(asking, { token: "t" }).reply.delivery, "nothing");
      assertContinued(ask(asking, { token: "t" }), "c2");
      assert.equal(associations(asking), 1);
      assert.deepEqual(
        asking.journal.map(({ status, fault }) => [status, fault]),
        [
          [0, "answerLost"],
          [200, undefined],
        ],
      );
    });

    it("without one, a repetition after success is refused", () => {
      const asking = new Asking();
      ask(asking);
      invalid(ask(asking), /only once/);
    });
  });
});
