import assert from "node:assert/strict";
import { Asking } from "./support/asking";
import { BUCKET, MINUTE, NOW } from "./support/world";

const object = (key: string, text = "0123456789", availableAt = 0) => ({
  key,
  lastModified: NOW - MINUTE,
  availableAt,
  body: () => Buffer.from(text),
});

const KEYS = ["a/1.json", "a/2.json", "a/b/3.json", "a/b/4.json", "a/ü & <x>", "later", "z"];

const asking = (): Asking =>
  new Asking({
    objects: KEYS.map((key) => object(key, key, key === "later" ? NOW + MINUTE : 0)),
  });

const textsOf = (xml: string, element: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map(
    ([, text = ""]) => text,
  );

const assertError = (text: string, code: string): void => {
  assert.match(text, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error>/);
  assert.deepEqual(textsOf(text, "Code"), [code]);
};

describe("emulator: S3 objects", () => {
  it("gives an object with its headers", () => {
    const { status, headers, text } = asking().s3("GET", `/${BUCKET}/a/1.json?x-id=GetObject`);
    assert.deepEqual([status, text], [200, "a/1.json"]);
    assert.equal(headers["content-type"], "application/json");
    assert.equal(headers["last-modified"], new Date(NOW - MINUTE).toUTCString());
    assert.match(headers["etag"] ?? "", /^"[0-9a-f]{32}"$/);
    assert.equal(typeof headers["x-amz-request-id"], "string");
  });

  it("tells the same of an object without its body", () => {
    const { status, headers, text } = asking().s3("HEAD", `/${BUCKET}/a/1.json`);
    assert.deepEqual([status, text, headers["content-length"]], [200, "", "8"]);
    assert.equal(headers["etag"], asking().s3("GET", `/${BUCKET}/a/1.json`).headers["etag"]);
  });

  it("decodes keys", () => {
    const { text } = asking().s3("GET", `/${BUCKET}/a/${encodeURIComponent("ü & <x>")}`);
    assert.equal(text, "a/ü & <x>");
  });

  const ranges: readonly (readonly [string, number, string, string?])[] = [
    ["bytes=0-3", 206, "a/1.", "bytes 0-3/8"],
    ["bytes=4-", 206, "json", "bytes 4-7/8"],
    ["bytes=-2", 206, "on", "bytes 6-7/8"],
    ["bytes=-20", 206, "a/1.json", "bytes 0-7/8"],
    ["bytes=6-99", 206, "on", "bytes 6-7/8"],
    ["bytes=3-1", 200, "a/1.json"],
    ["bytes=0-1,3-4", 200, "a/1.json"],
    ["bytes=-", 200, "a/1.json"],
    ["lines=1-2", 200, "a/1.json"],
  ];
  for (const [range, status, text, contentRange] of ranges) {
    it(`answers ${status} to Range: ${range}`, () => {
      const answer = asking().s3("GET", `/${BUCKET}/a/1.json`, { range });
      assert.deepEqual([answer.status, answer.text], [status, text]);
      assert.equal(answer.headers["content-range"], contentRange);
    });
  }

  for (const range of ["bytes=8-", "bytes=-0"]) {
    it(`can't satisfy Range: ${range}`, () => {
      const { status, text } = asking().s3("GET", `/${BUCKET}/a/1.json`, { range });
      assert.equal(status, 416);
      assertError(text, "InvalidRange");
    });
  }

  it("has no object before it is written", () => {
    const s3 = asking();
    assert.equal(s3.s3("GET", `/${BUCKET}/later`).status, 404);
    s3.control("POST", "clock", { advanceSeconds: 60 });
    assert.equal(s3.s3("GET", `/${BUCKET}/later`).status, 200);
  });

  it("says what is not there", () => {
    const noKey = asking().s3("GET", `/${BUCKET}/nothing`);
    assert.equal(noKey.status, 404);
    assertError(noKey.text, "NoSuchKey");
    assert.deepEqual(textsOf(noKey.text, "Key"), ["nothing"]);
    const noBucket = asking().s3("GET", "/nowhere/nothing");
    assert.equal(noBucket.status, 404);
    assertError(noBucket.text, "NoSuchBucket");
    const head = asking().s3("HEAD", `/${BUCKET}/nothing`);
    assert.deepEqual([head.status, head.text], [404, ""]);
  });

  it("refuses unsigned requests, and what it doesn't serve", () => {
    const unsigned = asking().send({ url: `/${BUCKET}/a/1.json` });
    assert.equal(unsigned.status, 403);
    assertError(unsigned.text, "AccessDenied");
    for (const [method, url] of [
      ["POST", `/${BUCKET}/x`],
      ["DELETE", `/${BUCKET}/x`],
      ["GET", `/${BUCKET}`],
      ["GET", "/"],
      ["GET", `/${BUCKET}/%zz`],
    ] as const) {
      const answer = asking().s3(method, url);
      assert.equal(answer.status, 501);
      assertError(answer.text, "NotImplemented");
    }
  });

  it("takes no bytes that nobody announced", () => {
    const answer = asking().s3("PUT", `/${BUCKET}/x`);
    assert.equal(answer.status, 403);
    assertError(answer.text, "AccessDenied");
  });

  it("takes a presigned request", () => {
    const scope = encodeURIComponent("KEY/20260506/us-east-1/s3/aws4_request");
    const { status } = asking().send({ url: `/${BUCKET}/a/1.json?X-Amz-Credential=${scope}` });
    assert.equal(status, 200);
  });
});

describe("emulator: S3 listings", () => {
  const list = (query: string, s3 = asking()): string => {
    const { status, text } = s3.s3("GET", `/${BUCKET}?list-type=2${query}`);
    assert.equal(status, 200, text);
    return text;
  };

  it("lists what is there in key order, with sizes", () => {
    const xml = list("");
    assert.deepEqual(textsOf(xml, "Key"), [
      "a/1.json",
      "a/2.json",
      "a/b/3.json",
      "a/b/4.json",
      "a/ü &amp; &lt;x&gt;",
      "z",
    ]);
    assert.deepEqual(textsOf(xml, "KeyCount"), ["6"]);
    assert.deepEqual(textsOf(xml, "IsTruncated"), ["false"]);
    assert.equal(textsOf(xml, "Size")[0], "8");
    assert.equal(textsOf(xml, "LastModified")[0], new Date(NOW - MINUTE).toISOString());
  });

  it("lists a prefix, encoded where asked for, from behind a key", () => {
    assert.deepEqual(textsOf(list("&prefix=a/b/"), "Key"), ["a/b/3.json", "a/b/4.json"]);
    assert.deepEqual(textsOf(list("&prefix=nothing"), "Key"), []);
    assert.deepEqual(textsOf(list("&encoding-type=url&prefix=a/%C3%BC"), "Key"), [
      "a/%C3%BC%20%26%20%3Cx%3E",
    ]);
    assert.deepEqual(textsOf(list("&start-after=a/b/4.json&prefix=a/b"), "Key"), []);
  });

  it("folds keys at a delimiter", () => {
    const xml = list("&prefix=a/&delimiter=/");
    assert.deepEqual(textsOf(xml, "Key"), ["a/1.json", "a/2.json", "a/ü &amp; &lt;x&gt;"]);
    assert.deepEqual(textsOf(xml, "Prefix"), ["a/", "a/b/"]);
    assert.deepEqual(textsOf(list("&delimiter=/"), "Key"), ["z"]);
  });

  for (const size of [1, 2, 5, 6, 1000]) {
    for (const fold of ["", "&delimiter=/&prefix=a/"]) {
      it(`gives the same in pages of ${size}${fold && ", folded"}`, () => {
        const named = (xml: string) => [
          ...textsOf(xml, "Key"),
          ...textsOf(xml.slice(xml.indexOf("<CommonPrefixes>")), "Prefix"),
        ];
        const all: string[] = [];
        let token = "";
        do {
          const xml = list(`&max-keys=${size}${fold}${token && `&continuation-token=${token}`}`);
          all.push(...named(xml));
          token = textsOf(xml, "NextContinuationToken")[0] ?? "";
        } while (token !== "");
        assert.deepEqual(all.toSorted(), named(list(fold)).toSorted());
      });
    }
  }

  it("lists nothing where no keys are wanted, and refuses what is no number or no token", () => {
    assert.deepEqual(textsOf(list("&max-keys=0"), "Key"), []);
    for (const query of ["&max-keys=x", "&max-keys=-1", "&continuation-token=abc"]) {
      const { status, text } = asking().s3("GET", `/${BUCKET}?list-type=2${query}`);
      assert.equal(status, 400);
      assertError(text, "InvalidArgument");
    }
    assertError(asking().s3("GET", "/nowhere?list-type=2").text, "NoSuchBucket");
  });
});
