import assert from "node:assert/strict";
import { contactReferenceOf } from "../../../src/domain/contactReference";
import { instanceReferenceOf } from "../../../src/domain/instanceReference";

const contactId = "c1000000-0000-4000-8000-000000000001";
const instanceId = "a0000000-0000-4000-8000-000000000001";
const arn = `arn:aws:connect:us-east-1:111122223333:instance/${instanceId}`;

describe("What people paste", () => {
  for (const [text, found] of [
    [contactId, { contactId }],
    [` ${contactId.toUpperCase()} `, { contactId }],
    [`${arn}/contact/${contactId}`, { contactId, instanceId, region: "us-east-1" }],
    [`https://x.my.connect.aws/contact-trace-records/details/${contactId}?tz=UTC`, { contactId }],
    [`https://x.awsapps.com/connect/contact-trace-records/details/${contactId}`, { contactId }],
  ] as const)
    it(`names a contact: ${text}`, () => assert.deepEqual(contactReferenceOf(text), found));

  for (const text of ["", "c1", arn, `javascript:${contactId}`, `http://x/details/${contactId}`])
    it(`names no contact: "${text}"`, () => assert.equal(contactReferenceOf(text), undefined));

  it("names an instance by id or ARN, and by nothing else", () => {
    assert.equal(instanceReferenceOf(instanceId), instanceId);
    assert.equal(instanceReferenceOf(arn), instanceId);
    assert.equal(instanceReferenceOf(`${arn}/contact/${contactId}`), undefined);
    assert.equal(instanceReferenceOf("sandbox"), undefined);
  });
});
