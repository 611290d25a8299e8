import assert from "node:assert/strict";
import { contactPageOf, websiteOf } from "../../../src/domain/contactPage";
import { contactReferenceOf } from "../../../src/domain/contactReference";

const instance = { id: "i", arn: "a" };
const contactId = "c1000000-0000-4000-8000-000000000001";

describe("the website of an instance", () => {
  it("is where the service says it is, in every partition", () => {
    for (const region of ["us-east-1", "us-gov-west-1", "cn-north-1"])
      assert.equal(
        websiteOf({ ...instance, alias: "x", accessUrl: "https://acme.my.connect.aws/" }, region),
        "https://acme.my.connect.aws",
      );
    assert.equal(
      websiteOf({ ...instance, accessUrl: "https://acme.awsapps.com" }, "us-east-1"),
      "https://acme.awsapps.com/connect",
    );
    assert.equal(
      websiteOf({ ...instance, accessUrl: "https://acme.awsapps.com/connect/" }, "us-east-1"),
      "https://acme.awsapps.com/connect",
    );
  });

  it("is told by the alias where the service does not say it", () => {
    const named = { ...instance, alias: "acme" };
    assert.equal(websiteOf(named, "eu-central-1"), "https://acme.my.connect.aws");
    assert.equal(websiteOf(named, "us-gov-west-1"), "https://acme.govcloud.connect.aws");
    assert.equal(websiteOf(named, "cn-north-1"), undefined);
    assert.equal(websiteOf(instance, "us-east-1"), undefined);
  });

  it("is nothing but a web address", () => {
    for (const accessUrl of [
      "http://acme.my.connect.aws",
      "file:///etc/passwd",
      "https://a b",
      "x",
    ])
      assert.equal(websiteOf({ ...instance, accessUrl }, "us-east-1"), undefined);
    assert.equal(websiteOf({ ...instance, alias: "evil.example/x" }, "us-east-1"), undefined);
  });

  it("has a page for each contact, whose address leads back to the contact", () => {
    for (const accessUrl of ["https://acme.my.connect.aws", "https://acme.awsapps.com"]) {
      const page = contactPageOf({ ...instance, accessUrl }, "us-east-1", contactId);
      assert.equal(contactReferenceOf(page ?? "")?.contactId, contactId);
    }
  });
});
