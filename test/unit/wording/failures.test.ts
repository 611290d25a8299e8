import assert from "node:assert/strict";
import { Failure } from "../../../src/domain/failure";
import type { FailureKind } from "../../../src/domain/failure";
import { describeFailure, failureLine, mayHeal } from "../../../src/wording/failures";

const kinds: Readonly<Record<FailureKind, true>> = {
  aborted: true,
  accessDenied: true,
  badAnswer: true,
  clockSkew: true,
  credentials: true,
  expiredCredentials: true,
  invalidRequest: true,
  notFound: true,
  offline: true,
  serviceError: true,
  throttled: true,
  wrongRegion: true,
  wrongSignature: true,
};

const associate = "CreatePersistentContactAssociation";

const failing = (kind: FailureKind, operation: string, message = "No."): Failure =>
  new Failure(kind, operation, { name: "SomeException", message });

describe("words for failures", () => {
  for (const kind of Object.keys(kinds) as FailureKind[])
    for (const operation of ["SearchContacts", associate])
      it(`${operation} that fails as ${kind} says what it means and what to do`, () => {
        const text = describeFailure(failing(kind, operation));
        assert.ok(text.headline.length > 5);
        assert.ok(!text.headline.endsWith("."));
        assert.ok(text.meaning.length > 20);
        assert.ok(text.next.length > 0);
        const all = [text.headline, text.meaning, ...text.causes, ...text.next].join("\n");
        assert.doesNotMatch(all, /\{\d\}|undefined|\bat .*:\d+/);
      });

  it("a start that is one chat too many does not read as too many requests", () => {
    const described = (operation: string, name: string) => {
      const { headline, meaning, next } = describeFailure(
        new Failure("throttled", operation, { name, message: "No." }),
      );
      return [headline, meaning, ...next].join("\n");
    };
    const tooManyChats = described("StartChatContact", "LimitExceededException");
    assert.match(tooManyChats, /^Too many active chats/);
    assert.match(tooManyChats, /concurrent active chats per instance/);
    assert.doesNotMatch(tooManyChats, /some seconds|Too many requests/);
    for (const [operation, name] of [
      ["StartChatContact", "TooManyRequestsException"],
      ["StartChatContact", "ThrottlingException"],
      ["DescribeContact", "LimitExceededException"],
    ] as const)
      assert.match(described(operation, name), /^Too many requests for/);
  });

  it("a refused association lists every rule instead of guessing one", () => {
    const { causes } = describeFailure(failing("invalidRequest", associate));
    for (const rule of [
      /not ended/,
      /not in S3 yet/,
      /already continues/,
      /5 MB/,
      /no chat transcripts/,
    ])
      assert.ok(
        causes.some((cause) => rule.test(cause)),
        String(rule),
      );
  });

  it("a refusal of another operation does not speak of persistent chat", () => {
    assert.deepEqual(describeFailure(failing("invalidRequest", "DescribeContact")).causes, []);
  });

  it("a denied association names the two resources its policy needs", () => {
    assert.match(
      describeFailure(failing("accessDenied", associate)).causes[0]!,
      /instance\/ID\/contact/,
    );
  });

  it("names the action that a policy has to allow, which in S3 is not the operation's name", () => {
    const actions = ["DescribeContact", "GetObject", "ListObjectsV2"].map((operation) => {
      const { meaning, causes } = describeFailure(failing("accessDenied", operation));
      const [action = ""] = /(connect|s3):\w+/.exec(meaning) ?? [];
      assert.ok(causes[0]?.includes(action));
      return action;
    });
    assert.deepEqual(actions, ["connect:DescribeContact", "s3:GetObject", "s3:ListBucket"]);
  });

  it("a denied file may be for want of its key", () => {
    const { causes } = describeFailure(failing("accessDenied", "GetObject"));
    assert.ok(causes.some((cause) => cause.includes("kms:Decrypt")));
  });

  it("one line has the headline and the service's own words", () => {
    assert.equal(
      failureLine(failing("throttled", "SearchContacts", "Rate exceeded")),
      "Too many requests for SearchContacts: Rate exceeded",
    );
    assert.equal(failureLine(failing("offline", "SearchContacts", "")), "No connection");
  });

  it("offers to try again only where that can help", () => {
    assert.ok(mayHeal(failing("throttled", associate)));
    assert.ok(mayHeal(failing("expiredCredentials", associate)));
    assert.ok(!mayHeal(failing("accessDenied", associate)));
    assert.ok(!mayHeal(failing("notFound", associate)));
  });
});

describe("a refused token of a chat", () => {
  it("is not taken for a missing permission", () => {
    for (const operation of ["SendMessage", "GetTranscript", "CreateParticipantConnection"]) {
      const { headline, meaning, causes } = describeFailure(failing("accessDenied", operation));
      assert.match(headline, /token/);
      assert.match(meaning, /ended.*IAM has no part/);
      assert.deepEqual(causes, []);
    }
    assert.match(
      describeFailure(failing("accessDenied", "StartChatContact")).causes[0] ?? "",
      /connect:StartChatContact/,
    );
  });
});
