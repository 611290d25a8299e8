import assert from "node:assert/strict";
import { Failures } from "../../../src/connections/failures";
import type { MfaQuestion } from "../../../src/connections/mfaCode";
import { mfaCodes } from "../../../src/connections/mfaCode";
import type { AwsConnection } from "../../../src/domain/connection";
import { Failure } from "../../../src/domain/failure";
import type { FailureKind } from "../../../src/domain/failure";

const connection = (id: string, profile = "dev"): AwsConnection => ({
  kind: "aws",
  id,
  name: id,
  profile,
  region: "us-east-1",
  instanceId: "i",
  readOnly: false,
});

const failure = (kind: FailureKind = "expiredCredentials"): Failure =>
  new Failure(kind, "SearchContacts", { name: "n", message: "m" });

const north = connection("north");
const south = connection("south");

/** What was told, and the way to put the notification away. */
function watched() {
  const told: string[] = [];
  const answers: (() => void)[] = [];
  const failures = new Failures((each) => {
    told.push(each.name);
    return new Promise((resolve) => answers.push(resolve));
  });
  const putAway = async (): Promise<void> => {
    for (const answer of answers.splice(0)) answer();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { failures, told, putAway };
}

const failTenTimes = (failures: Failures, of: AwsConnection): readonly Failure[] => {
  const all = Array.from({ length: 10 }, () => failure());
  for (const each of all) failures.failed(of, each);
  return all;
};

describe("calls that fail for want of credentials", () => {
  it("ten together are told once, and none of them anywhere else", () => {
    const { failures, told } = watched();
    const all = failTenTimes(failures, north);
    assert.deepEqual(told, ["north"]);
    assert.ok(all.every((each) => failures.isTold(each)));
  });

  it("count as one for all connections of a profile, and apart for another profile", () => {
    const { failures, told } = watched();
    failTenTimes(failures, north);
    failTenTimes(failures, south);
    failTenTimes(failures, connection("east", "prod"));
    assert.deepEqual(told, ["north", "east"]);
    assert.deepEqual(
      failures.waitingConnections().map(({ id }) => id),
      ["north", "south", "east"],
    );
  });

  it("are not told again after the person put it away, until they ask again", async () => {
    const { failures, told, putAway } = watched();
    failTenTimes(failures, north);
    await putAway();
    const later = failTenTimes(failures, north);
    assert.deepEqual(told, ["north"]);
    assert.ok(!failures.isTold(later[0]!));
    failures.askedAgain(north);
    failTenTimes(failures, north);
    assert.deepEqual(told, ["north", "north"]);
  });

  it("are told again at the next expiry", async () => {
    const { failures, told, putAway } = watched();
    failTenTimes(failures, north);
    await putAway();
    failures.succeeded(north);
    assert.deepEqual(failures.waitingConnections(), []);
    failTenTimes(failures, north);
    assert.deepEqual(told, ["north", "north"]);
  });

  it("never stack while the notification is on screen", () => {
    const { failures, told } = watched();
    failTenTimes(failures, north);
    failures.askedAgain(north);
    failures.succeeded(north);
    failTenTimes(failures, north);
    assert.deepEqual(told, ["north"]);
  });

  it("an MFA code that the person did not want to enter is not asked for, nor told, again", async () => {
    const { failures, told } = watched();
    const questions: MfaQuestion[] = [];
    const ask = mfaCodes(failures, (question) => {
      questions.push(question);
      return Promise.resolve(undefined);
    });
    const question = { profile: "dev", device: "mfa/me" };
    await ask(question);
    failTenTimes(failures, north);
    await ask(question);
    assert.deepEqual(told, []);
    assert.deepEqual(questions, [question]);
    failures.askedAgain(south);
    await ask(question);
    assert.equal(questions.length, 2);
  });

  it("other failures are left to whoever asked", () => {
    const { failures, told } = watched();
    const denied = failure("accessDenied");
    failures.failed(north, denied);
    assert.deepEqual(told, []);
    assert.equal(failures.originOf(denied), north);
    const wrapped = new Failure("accessDenied", "X", denied.answer, { cause: denied });
    assert.equal(failures.originOf(wrapped), north);
  });
});
