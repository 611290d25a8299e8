import assert from "node:assert/strict";
import { faultNames } from "../../../src/emulator/faults";
import { connectModel, participantModel } from "../../../src/emulator/model/model";
import { operationNames } from "../../../src/emulator/operations";
import { Asking } from "./support/asking";
import { BUCKET, INSTANCE } from "./support/world";

/** Fault, then status and error name of Connect and of S3. */
const refusals: readonly (readonly [string, number, string, number, string])[] = [
  ["accessDenied", 403, "AccessDeniedException", 403, "AccessDenied"],
  ["throttled", 429, "ThrottlingException", 503, "SlowDown"],
  ["serverError", 500, "InternalServiceException", 500, "InternalError"],
  ["notFound", 404, "ResourceNotFoundException", 404, "NoSuchKey"],
  ["expiredToken", 403, "ExpiredTokenException", 400, "ExpiredToken"],
  ["invalidToken", 403, "UnrecognizedClientException", 403, "InvalidAccessKeyId"],
  ["badSignature", 403, "InvalidSignatureException", 403, "SignatureDoesNotMatch"],
  ["clockSkew", 403, "InvalidSignatureException", 403, "RequestTimeTooSkewed"],
];

describe("emulator: faults on request", () => {
  for (const [fault, status, name, s3Status, code] of refusals) {
    it(`${fault} refuses once, in the form of each service`, () => {
      const asking = new Asking();
      asking.fail("ListInstances", fault);
      asking.fail("GetObject", fault);
      const refused = asking.connect("GET", "/instance");
      assert.deepEqual([refused.status, refused.headers["x-amzn-errortype"]], [status, name]);
      assert.equal(typeof refused.json["Message"], "string");
      assert.equal(asking.connect("GET", "/instance").status, 200);
      const s3 = asking.s3("GET", `/${BUCKET}/x`);
      assert.equal(s3.status, s3Status);
      assert.match(s3.text, new RegExp(`<Code>${code}</Code>`));
      assert.deepEqual(
        asking.journal.map((entry) => entry.fault),
        [fault, undefined, fault],
      );
    });
  }

  it("clockSkew tells the client a time that is an hour ahead", () => {
    const asking = new Asking();
    asking.fail("ListInstances", "clockSkew");
    const { headers } = asking.connect("GET", "/instance");
    const ahead = Date.parse(headers["date"] ?? "") - Date.now();
    assert.equal(Math.round(ahead / 60_000), 60);
  });

  const answers: readonly (readonly [string, number, string, RegExp])[] = [
    ["html", 502, "text/html", /<h1>502/],
    ["notJson", 200, "application/json", /neither JSON nor XML/],
    ["emptyBody", 400, "application/json", /^$/],
  ];
  for (const [fault, status, type, body] of answers) {
    it(`${fault} answers what no service does`, () => {
      const asking = new Asking();
      for (const operation of ["ListInstances", "ListObjectsV2"]) asking.fail(operation, fault);
      for (const answer of [
        asking.connect("GET", "/instance"),
        asking.s3("GET", `/${BUCKET}?list-type=2`),
      ]) {
        assert.deepEqual([answer.status, answer.headers["content-type"]], [status, type]);
        assert.match(answer.text, body);
        assert.equal("x-amzn-errortype" in answer.headers, false);
      }
    });
  }

  /** Fault, delivery, whether the operation is done, delay, status in the journal. */
  const deliveries: readonly (readonly [string, string, boolean, number, number])[] = [
    ["reset", "nothing", false, 0, 0],
    ["answerLost", "nothing", true, 0, 0],
    ["truncated", "half", true, 0, 200],
    ["slow", "whole", true, 2000, 200],
    ["hung", "never", false, 0, 0],
  ];
  for (const [fault, delivery, done, delayMs, status] of deliveries) {
    it(`${fault} ${done ? "does what was asked for" : "does nothing"}, and delivers ${delivery}`, () => {
      const asking = new Asking();
      asking.fail("CreatePersistentContactAssociation", fault);
      const url = `/contact/persistent-contact-association/${INSTANCE}/c4`;
      const body = { RehydrationType: "FROM_SEGMENT", SourceContactId: "c2" };
      const { reply } = asking.connect("POST", url, body);
      assert.deepEqual([reply.delivery, reply.delayMs], [delivery, delayMs]);
      const [entry] = asking.journal;
      assert.deepEqual([entry?.status, entry?.changed, entry?.fault], [status, done, fault]);
    });
  }

  it("come in the order they were asked for, as often as asked for", () => {
    const asking = new Asking();
    asking.fail("ListInstances", "throttled", 2);
    asking.fail("ListInstances", "accessDenied");
    const statuses = [1, 2, 3, 4].map(() => asking.connect("GET", "/instance").status);
    assert.deepEqual(statuses, [429, 429, 403, 200]);
  });

  it("wait for the operation that they were asked for, and for a signed request of it", () => {
    const asking = new Asking();
    asking.fail("DescribeContact", "throttled");
    assert.equal(asking.connect("GET", "/instance").status, 200);
    const url = `/contacts/${INSTANCE}/c1`;
    assert.equal(asking.send({ url }).status, 403);
    assert.equal(asking.connect("GET", url).status, 429);
  });

  it("can be asked for of every operation", () => {
    const asking = new Asking();
    assert.equal(
      operationNames.length,
      Object.keys({ ...connectModel, ...participantModel }).length + 4,
    );
    for (const operation of operationNames) {
      for (const fault of faultNames) asking.fail(operation, fault);
    }
  });

  it("delay their answer on top of the latency", () => {
    const asking = new Asking({ latencyMs: 30 });
    assert.equal(asking.connect("GET", "/instance").reply.delayMs, 30);
    asking.fail("ListInstances", "slow");
    assert.equal(asking.connect("GET", "/instance").reply.delayMs, 2030);
    assert.equal(asking.control("GET", "requests").reply.delayMs, 0);
  });
});

describe("emulator: controls", () => {
  const bad: readonly (readonly [string, unknown, RegExp])[] = [
    ["faults", { operation: "StartTaskContact", fault: "reset" }, /DescribeContact, .*GetObject/],
    ["faults", { fault: "reset" }, /operation must be one of/],
    ["faults", { operation: "ListInstances", fault: "flood" }, /accessDenied, .*hung/],
    ["faults", { operation: "ListInstances", fault: "toString" }, /fault must be one of/],
    ["faults", { operation: "ListInstances", fault: "reset", times: 0 }, /times/],
    ["faults", { operation: "ListInstances", fault: "reset", times: 1.5 }, /times/],
    ["faults", "{", /JSON object/],
    ["faults", "null", /JSON object/],
    ["clock", {}, /advanceSeconds/],
    ["clock", { advanceSeconds: -1 }, /advanceSeconds/],
    ["clock", { advanceSeconds: "60" }, /advanceSeconds/],
  ];
  for (const [name, body, words] of bad) {
    it(`refuses ${JSON.stringify(body)} for ${name}, and says what it takes`, () => {
      const { status, json } = new Asking().control("POST", name, body);
      assert.equal(status, 400);
      assert.match(String(json["message"]), words);
    });
  }

  it("names its controls to who asks for another", () => {
    for (const [method, name] of [
      ["GET", "reset"],
      ["POST", "nothing"],
      ["GET", ""],
    ] as const) {
      const { status, json } = new Asking().control(method, name);
      assert.equal(status, 404);
      assert.match(String(json["message"]), /POST \/_sandbox\/reset, .*GET \/_sandbox\/requests/);
    }
  });

  it("one fault is asked for where no number is given", () => {
    const asking = new Asking();
    const { json } = asking.control("POST", "faults", {
      operation: "ListInstances",
      fault: "html",
    });
    assert.deepEqual(json, { operation: "ListInstances", fault: "html", times: 1 });
  });

  it("resets world, clock, faults, journal and quotas", () => {
    const asking = new Asking({ quotas: true });
    const associate = () =>
      asking.connect("POST", `/contact/persistent-contact-association/${INSTANCE}/c4`, {
        RehydrationType: "FROM_SEGMENT",
        SourceContactId: "c2",
        ClientToken: "t",
      });
    associate();
    asking.control("POST", "clock", { advanceSeconds: 3600 });
    asking.fail("ListInstances", "throttled");
    while (asking.connect("GET", `/contacts/${INSTANCE}/c1`).status === 200);
    assert.equal(asking.control("POST", "reset").status, 200);
    assert.deepEqual(asking.control("GET", "requests").json, { requests: [] });
    assert.equal(asking.connect("GET", `/contacts/${INSTANCE}/c1`).status, 200);
    assert.equal(asking.connect("GET", "/instance").status, 200);
    assert.equal(associate().status, 200);
    assert.equal(asking.journal.at(-1)?.changed, true);
    assert.equal(asking.journal[0]?.time, asking.time);
  });
});
