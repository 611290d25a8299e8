import assert from "node:assert/strict";
import { connectModel } from "../../../src/emulator/model/model";
import { Asking, signedFor, type Answer } from "./support/asking";
import { BUCKET, INSTANCE, NOW } from "./support/world";

const isRefused = ({ status, headers }: Answer, wanted: number, name: string): void => {
  assert.deepEqual([status, headers["x-amzn-errortype"]], [wanted, name]);
};

describe("emulator: who is asked, and for what", () => {
  it("wants a signature", () => {
    const answer = new Asking().send({ url: "/instance" });
    isRefused(answer, 403, "MissingAuthenticationTokenException");
    isRefused(new Asking().send({ url: "/" }), 403, "MissingAuthenticationTokenException");
  });

  it("knows the service by the scope that the request was signed for", () => {
    const asking = new Asking();
    const url = `/contacts/${INSTANCE}/c1`;
    assert.equal(asking.connect("GET", url).status, 200);
    assert.match(asking.s3("GET", url).text, /NoSuchBucket/);
    const scope = "KEY/20260506/s3/aws4_request";
    const fourA = { authorization: `AWS4-ECDSA-P256-SHA256 Credential=${scope}, Signature=00` };
    assert.equal(asking.send({ url: `/${BUCKET}?list-type=2`, headers: fourA }).status, 200);
  });

  it("says so where it is asked for another service, or for an operation that it lacks", () => {
    const asking = new Asking();
    const other = asking.send({ url: "/", headers: signedFor("sts") });
    isRefused(other, 404, "UnknownOperationException");
    assert.match(String(other.json["Message"]), /signed for "sts"/);
    const odd = asking.send({ url: "/instance", headers: { authorization: "Bearer x" } });
    isRefused(odd, 404, "UnknownOperationException");
    for (const url of ["/contact/task", "/instance/a/b/c/d", "/instance/%zz"]) {
      isRefused(asking.connect("PUT", url), 404, "UnknownOperationException");
      isRefused(asking.connect("GET", url), 404, "UnknownOperationException");
    }
    assert.equal(asking.journal[0]?.service, "unknown");
    assert.equal(asking.journal.at(-1)?.operation, "Unknown");
  });

  for (const body of ["{", "[]", "null", '"text"']) {
    it(`can't read the body ${body}`, () => {
      isRefused(
        new Asking().connect("POST", "/search-contacts", body),
        400,
        "SerializationException",
      );
    });
  }

  it("gives every answer a request id of its own", () => {
    const asking = new Asking();
    const ids = [1, 2].map(() => asking.connect("GET", "/instance").headers["x-amzn-requestid"]);
    assert.equal(new Set(ids).size, 2);
    assert.deepEqual(
      asking.journal.map(({ requestId }) => requestId),
      ids,
    );
  });

  it("answers what it did not expect as AWS does, and reports it", () => {
    const asking = new Asking({
      objects: [
        {
          key: "broken",
          lastModified: 0,
          availableAt: 0,
          body: () => {
            throw new TypeError("no body");
          },
        },
      ],
    });
    const { status, text } = asking.s3("GET", `/${BUCKET}/broken`);
    assert.equal(status, 500);
    assert.match(text, /InternalError/);
    assert.doesNotMatch(text, /no body/);
    assert.equal(asking.reported.length, 1);
  });
});

describe("emulator: enforced quotas", () => {
  for (const [operation, { quota, method, uri }] of Object.entries(connectModel)) {
    it(`throttles ${operation} after ${quota.burst}, until time has passed`, () => {
      const asking = new Asking({ quotas: true });
      const url = uri.replaceAll(/\{\w+\}/g, "x");
      const ask = () => asking.connect(method, url, method === "POST" ? {} : undefined);
      for (let count = 0; count < quota.burst; count += 1) assert.notEqual(ask().status, 429);
      isRefused(ask(), 429, "ThrottlingException");
      asking.time += 1000 / quota.rate;
      assert.notEqual(ask().status, 429);
      isRefused(ask(), 429, "ThrottlingException");
      asking.control("POST", "clock", { advanceSeconds: 1 / quota.rate });
      assert.notEqual(ask().status, 429);
    });
  }

  it("leaves S3 alone, and everything where quotas are off", () => {
    const asking = new Asking({ quotas: true });
    const off = new Asking();
    for (let count = 0; count < 100; count += 1) {
      assert.equal(asking.s3("GET", `/${BUCKET}?list-type=2`).status, 200);
      assert.equal(off.connect("GET", "/instance").status, 200);
    }
  });
});

describe("emulator: journal", () => {
  it("tells of each request what a test wants to know", () => {
    const asking = new Asking();
    const url = `/contact/persistent-contact-association/${INSTANCE}/c4`;
    const body = { RehydrationType: "FROM_SEGMENT", SourceContactId: "c2", ClientToken: "t" };
    asking.send({
      method: "POST",
      url,
      body,
      headers: { ...signedFor("connect"), "amz-sdk-request": "attempt=2; max=3" },
    });
    const [entry] = asking.control("GET", "requests").json["requests"] as readonly object[];
    const { requestId } = asking.journal[0]!;
    assert.deepEqual(entry, {
      service: "connect",
      operation: "CreatePersistentContactAssociation",
      status: 200,
      changed: true,
      time: NOW,
      method: "POST",
      path: url,
      parameters: { ...body, InstanceId: INSTANCE, InitialContactId: "c4" },
      requestId,
      clientToken: "t",
      attempt: 2,
    });
  });

  it("names the error of a refusal, and keeps the input of S3 requests", () => {
    const asking = new Asking();
    asking.s3("GET", `/${BUCKET}/x/y`, { range: "bytes=0-1" });
    asking.s3("GET", `/${BUCKET}?list-type=2&prefix=p&max-keys=3`);
    const [get, list] = asking.journal;
    assert.deepEqual([get?.status, get?.error], [404, "NoSuchKey"]);
    assert.deepEqual(get?.parameters, { Bucket: BUCKET, Key: "x/y", Range: "bytes=0-1" });
    assert.deepEqual(list?.parameters, { Bucket: BUCKET, Prefix: "p", MaxKeys: "3" });
  });

  it("keeps the last ten thousand, and nothing of its own controls", () => {
    const asking = new Asking();
    for (let count = 0; count < 20_050; count += 1) asking.connect("GET", `/contacts/i/${count}`);
    asking.control("GET", "requests");
    assert.equal(asking.journal.length, 10_000);
    assert.equal(asking.journal[0]?.path, "/contacts/i/10050");
    assert.equal(asking.journal.at(-1)?.path, "/contacts/i/20049");
  });
});
