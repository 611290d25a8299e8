import assert from "node:assert/strict";
import { failureOf, UnreadableAnswer } from "../../../src/aws/failureOf";
import { Failure, type FailureKind } from "../../../src/domain/failure";

const withStatus = (name: string, status: number, message = "Words of the service") =>
  Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode: status, requestId: "r1", attempts: 3 },
  });

const ofSystem = (code: string, name = "Error") =>
  Object.assign(new Error(`connect ${code}`), { code, name, $metadata: { attempts: 3 } });

const ofProvider = (message: string) =>
  Object.assign(new Error(message), { name: "CredentialsProviderError" });

const table: readonly (readonly [string, unknown, FailureKind])[] = [
  ["denied by IAM", withStatus("AccessDeniedException", 403), "accessDenied"],
  ["denied by S3 or KMS", withStatus("AccessDenied", 403), "accessDenied"],
  ["a 403 of unknown name", withStatus("Unknown", 403), "accessDenied"],
  ["throttled", withStatus("ThrottlingException", 429), "throttled"],
  ["too many requests", withStatus("TooManyRequestsException", 429), "throttled"],
  ["a limit", withStatus("LimitExceededException", 429), "throttled"],
  ["S3 slowing down", withStatus("SlowDown", 503), "throttled"],
  ["unknown contact", withStatus("ResourceNotFoundException", 404), "notFound"],
  ["a contact that is gone", withStatus("ContactNotFoundException", 410), "notFound"],
  ["no such bucket", withStatus("NoSuchBucket", 404), "notFound"],
  ["a wrong request", withStatus("InvalidRequestException", 400), "invalidRequest"],
  ["a wrong parameter", withStatus("InvalidParameterException", 400), "invalidRequest"],
  ["failed validation", withStatus("ValidationException", 400), "invalidRequest"],
  ["an empty 400", withStatus("Unknown", 400, "UnknownError"), "invalidRequest"],
  ["an empty 500", withStatus("Unknown", 500, "UnknownError"), "serviceError"],
  ["an error inside", withStatus("InternalServiceException", 500), "serviceError"],
  ["expired token", withStatus("ExpiredTokenException", 403), "expiredCredentials"],
  ["expired token at S3", withStatus("ExpiredToken", 400), "expiredCredentials"],
  ["unknown key", withStatus("UnrecognizedClientException", 403), "credentials"],
  ["unknown key at S3", withStatus("InvalidAccessKeyId", 403), "credentials"],
  ["wrong secret", withStatus("InvalidSignatureException", 403), "wrongSignature"],
  ["wrong secret at S3", withStatus("SignatureDoesNotMatch", 403), "wrongSignature"],
  ["a wrong clock at S3", withStatus("RequestTimeTooSkewed", 403), "clockSkew"],
  [
    "a wrong clock",
    withStatus("InvalidSignatureException", 403, "Signature expired: 20240503T1 is now earlier"),
    "clockSkew",
  ],
  [
    "a fast clock",
    withStatus("InvalidSignatureException", 403, "Signature not yet current: 20240503T1"),
    "clockSkew",
  ],
  [
    "another Region's signature",
    withStatus(
      "InvalidSignatureException",
      403,
      "Credential should be scoped to a valid region, not 'us-east-1'.",
    ),
    "wrongRegion",
  ],
  ["another Region's bucket", withStatus("AuthorizationHeaderMalformed", 400), "wrongRegion"],
  ["no credentials", ofProvider("Could not load credentials from any providers"), "credentials"],
  ["an ended SSO session", ofProvider("The SSO session has expired."), "expiredCredentials"],
  ["HTML in place of JSON", withStatus("SyntaxError", 502), "badAnswer"],
  ["a missing member", new UnreadableAnswer("The answer has no contact"), "badAnswer"],
  ["no HTTP at all", ofSystem("HPE_INVALID_CONSTANT"), "badAnswer"],
  ["refused connection", ofSystem("ECONNREFUSED", "TimeoutError"), "offline"],
  ["broken connection", ofSystem("ECONNRESET", "TimeoutError"), "offline"],
  ["unknown host", ofSystem("ENOTFOUND"), "offline"],
  ["foreign certificate", ofSystem("DEPTH_ZERO_SELF_SIGNED_CERT"), "offline"],
  ["wrong certificate name", ofSystem("ERR_TLS_CERT_ALTNAME_INVALID"), "offline"],
  ["a timeout", Object.assign(new Error("late"), { name: "TimeoutError" }), "offline"],
  ["stopped", new DOMException("stop", "AbortError"), "aborted"],
  ["an endpoint that is no URL", ofSystem("ERR_INVALID_URL", "TypeError"), "invalidRequest"],
  ["anything else", "a text", "invalidRequest"],
];

describe("failureOf", () => {
  for (const [what, error, kind] of table)
    it(`${what} is ${kind}`, () => {
      const failure = failureOf("DescribeContact", error);
      assert.ok(failure instanceof Failure);
      assert.equal(failure.kind, kind);
      assert.equal(failure.operation, "DescribeContact");
      assert.equal(failure.cause, error);
    });

  it("keeps what the service said", () => {
    const error = withStatus("InvalidRequestException", 400, "The source contact is active.");
    assert.deepEqual(failureOf("DescribeContact", error).answer, {
      name: "InvalidRequestException",
      message: "The source contact is active.",
      status: 400,
      requestId: "r1",
      attempts: 3,
    });
  });

  it("says which way a connection broke, though the SDK calls them all timeouts", () => {
    assert.equal(failureOf("X", ofSystem("ECONNRESET", "TimeoutError")).answer.name, "ECONNRESET");
    assert.equal(failureOf("X", ofSystem("ETIMEDOUT", "TimeoutError")).answer.name, "TimeoutError");
  });

  it("finds the words of a connection that failed on every address", () => {
    const each = Object.assign(new Error("connect ECONNREFUSED ::1:1"), { code: "ECONNREFUSED" });
    const { kind, answer } = failureOf("X", new AggregateError([each], ""));
    assert.deepEqual([kind, answer.message], ["offline", "connect ECONNREFUSED ::1:1"]);
  });

  it("says that a page came, and quotes nothing of an answer that can't be read", () => {
    const $response = { headers: { "content-type": "text/html; charset=utf-8" } };
    const html = Object.assign(withStatus("SyntaxError", 502), { $response });
    assert.equal(failureOf("X", html).answer.message, "The answer is an HTML page");
    const text = withStatus("SyntaxError", 200, 'Unexpected end: "my card number is');
    assert.equal(failureOf("X", text).answer.message, "The answer is not JSON");
    const ofS3 = Object.assign(withStatus("Unknown", 502, "UnknownError"), { $response });
    assert.equal(failureOf("X", ofS3).kind, "badAnswer");
  });

  it("has no words where the service has none", () => {
    assert.equal(failureOf("X", withStatus("Unknown", 400, "UnknownError")).answer.message, "");
  });

  it("a stopped call is aborted, whatever the error was", () => {
    const failure = failureOf("X", ofSystem("ECONNRESET"), { stopped: true });
    assert.equal(failure.kind, "aborted");
  });

  it("keeps nothing of an answer that a log must not have", () => {
    const error = Object.assign(withStatus("AccessDenied", 403), { $response: { headers: {} } });
    assert.equal(failureOf("X", error).cause, undefined);
  });

  it("lets a failure be", () => {
    const failure = new Failure("throttled", "X", { name: "N", message: "M" });
    assert.equal(failureOf("Y", failure), failure);
  });

  it("is not fooled by an error named like a member of every object", () => {
    assert.equal(failureOf("X", withStatus("constructor", 500)).kind, "serviceError");
  });
});
