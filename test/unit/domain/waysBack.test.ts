import assert from "node:assert/strict";
import { Failure } from "../../../src/domain/failure";
import type { FailureDetails, FailureKind } from "../../../src/domain/failure";
import type { WayBack } from "../../../src/domain/waysBack";
import { waysBackOf } from "../../../src/domain/waysBack";

const session: FailureDetails = { signIn: { kind: "sso", profile: "dev" } };

const waysBack = (kind: FailureKind, details: FailureDetails = {}): readonly WayBack[] =>
  waysBackOf(new Failure(kind, "SearchContacts", { name: "n", message: "m" }, { details }));

describe("ways back from a failure", () => {
  for (const kind of ["credentials", "expiredCredentials"] as const) {
    it(`${kind} of a profile with a session is a sign-in`, () => {
      assert.deepEqual(waysBack(kind, session), ["signIn", "retry"]);
    });
    it(`${kind} of another profile leads to its file`, () => {
      assert.deepEqual(waysBack(kind), ["openAwsConfig", "retry"]);
    });
  }

  const first: readonly (readonly [FailureKind, WayBack])[] = [
    ["accessDenied", "copyIamStatement"],
    ["wrongRegion", "addConnection"],
    ["offline", "retry"],
    ["clockSkew", "retry"],
    ["throttled", "retry"],
    ["wrongSignature", "openAwsConfig"],
  ];
  for (const [kind, way] of first)
    it(`${kind} begins with ${way}`, () => {
      assert.equal(waysBack(kind)[0], way);
    });

  it("offers no policy for a chat's token, which IAM knows nothing of", () => {
    const denied = new Failure("accessDenied", "SendMessage", { name: "n", message: "m" });
    assert.deepEqual(waysBackOf(denied), ["retry"]);
  });

  it("offers no button where only another request helps", () => {
    assert.deepEqual(waysBack("notFound"), []);
    assert.deepEqual(waysBack("invalidRequest"), []);
  });
});
