import assert from "node:assert/strict";
import { Failure } from "../../../src/domain/failure";
import type { FailureDetails } from "../../../src/domain/failure";
import { iamStatement } from "../../../src/domain/iamStatement";

const at = { region: "us-west-2", instanceId: "i-1" };
const instance = "arn:aws:connect:us-west-2:*:instance/i-1";

const denied = (operation: string, message = "No.", details: FailureDetails = {}): Failure =>
  new Failure("accessDenied", operation, { name: "AccessDeniedException", message }, { details });

const object = { bucket: "b", key: "connect/north/ChatTranscripts/2024/05/03/c_x.json" };

describe("the IAM statement for a denied call", () => {
  it("names both resources that an association needs, and no more", () => {
    assert.deepEqual(iamStatement(denied("CreatePersistentContactAssociation"), at), {
      Effect: "Allow",
      Action: "connect:CreatePersistentContactAssociation",
      Resource: [instance, `${instance}/contact/*`],
    });
  });

  it("names the part of the instance that an action is allowed on", () => {
    const resources = ["SearchContacts", "DescribeContact", "ListQueues", "ListUsers"].map(
      (operation) => iamStatement(denied(operation), at).Resource,
    );
    assert.deepEqual(resources, [
      instance,
      `${instance}/contact/*`,
      `${instance}/queue/*`,
      instance,
    ]);
  });

  it("is for everything where the action knows no instance", () => {
    assert.equal(iamStatement(denied("ListInstances"), { region: "us-west-2" }).Resource, "*");
  });

  it("takes the account from the service's words", () => {
    const message =
      "User: arn:aws:sts::444455556666:assumed-role/dev/me is not authorized to perform: connect:SearchContacts";
    assert.equal(
      iamStatement(denied("SearchContacts", message), at).Resource,
      "arn:aws:connect:us-west-2:444455556666:instance/i-1",
    );
  });

  it("keeps to the partition of the Region", () => {
    const china = iamStatement(denied("SearchContacts"), { ...at, region: "cn-north-1" });
    assert.equal(china.Resource, "arn:aws-cn:connect:cn-north-1:*:instance/i-1");
  });

  it("allows the transcripts of the instance, and nothing else of the bucket", () => {
    assert.deepEqual(iamStatement(denied("GetObject", "Access Denied", { object }), at), {
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::b/connect/north/ChatTranscripts/*",
    });
    assert.deepEqual(iamStatement(denied("ListObjectsV2", "Access Denied", { object }), at), {
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: "arn:aws:s3:::b",
      Condition: { StringLike: { "s3:prefix": "connect/north/ChatTranscripts/*" } },
    });
  });

  it("is for the key where it was the key that denied", () => {
    const key = "arn:aws:kms:us-west-2:444455556666:key/0a1b";
    const message = `User: arn:aws:iam::444455556666:user/me is not authorized to perform: kms:Decrypt on resource: ${key}`;
    const statement = iamStatement(denied("GetObject", message, { object }), at);
    assert.deepEqual([statement.Action, statement.Resource], ["kms:Decrypt", key]);
  });
});
