import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type CallEntry, createGateway, type MfaQuestion } from "../../../src/aws";
import type { ConnectGateway } from "../../../src/domain/gateway";
import { Failure } from "../../../src/domain/failure";
import { type Emulated, emulated } from "./support/emulated";
import { withAwsFiles } from "./support/awsFiles";
import { INSTANCE, REGION, signal } from "./support/target";

const DEVICE = "arn:aws:iam::111122223333:mfa/me";
const CODE = "123456";

/** The security token service, as far as it gives out a role's credentials; tells the bodies of the requests. */
async function withTokens<Value>(
  act: (url: string, asked: readonly URLSearchParams[]) => Promise<Value>,
  lifeMs = 3_600_000,
): Promise<Value> {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      asked.push(new URLSearchParams(body));
      const expiration = new Date(Date.now() + lifeMs).toISOString();
      response.setHeader("content-type", "text/xml");
      response.end(`<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
<AssumeRoleResult><Credentials><AccessKeyId>ROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
<SessionToken>token</SessionToken><Expiration>${expiration}</Expiration></Credentials>
<AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/admin/x</Arn><AssumedRoleId>R:x</AssumedRoleId></AssumedRoleUser>
</AssumeRoleResult></AssumeRoleResponse>`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("No port.");
  try {
    return await act(`http://127.0.0.1:${address.port}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const config = (url: string): string => `
[profile base]
aws_access_key_id = id
aws_secret_access_key = secret

[profile admin]
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = base
mfa_serial = ${DEVICE}
endpoint_url = ${url}
region = ${REGION}
`;

describe("a role that needs an MFA code", () => {
  let world: Emulated;
  before(async () => (world = await emulated()));
  after(() => world.close());

  /** Gateways of two connections of the profile, with a person who answers. */
  const withPerson = <Value>(
    answer: string | undefined,
    act: (parts: {
      readonly gateways: readonly [ConnectGateway, ConnectGateway];
      readonly questions: readonly MfaQuestion[];
      readonly asked: readonly URLSearchParams[];
      readonly calls: readonly CallEntry[];
    }) => Promise<Value>,
  ): Promise<Value> =>
    withTokens((sts, asked) =>
      withAwsFiles({ config: config(world.url), env: { AWS_ENDPOINT_URL_STS: sts } }, async () => {
        const questions: MfaQuestion[] = [];
        const calls: CallEntry[] = [];
        const open = () =>
          createGateway({
            region: REGION,
            instanceId: INSTANCE,
            access: { kind: "profile", profile: "admin" },
            log: (call) => calls.push(call),
            askMfaCode,
          });
        const askMfaCode = (question: MfaQuestion) => {
          questions.push(question);
          return Promise.resolve(answer);
        };
        const gateways = [open(), open()] as const;
        try {
          return await act({ gateways, questions, asked, calls });
        } finally {
          for (const gateway of gateways) gateway.dispose();
        }
      }),
    );

  it("asks once for all connections of the profile, and uses the session until it ends", () =>
    withPerson(CODE, async ({ gateways, questions, asked, calls }) => {
      const [one, other] = gateways;
      await Promise.all([
        one.describeInstance(signal()),
        one.agentNames(signal()),
        other.queueNames(signal()),
      ]);
      await other.describeInstance(signal());
      assert.deepEqual(questions, [{ profile: "admin", device: DEVICE }]);
      assert.deepEqual(
        asked.map((body) => [body.get("Action"), body.get("TokenCode"), body.get("SerialNumber")]),
        [["AssumeRole", CODE, DEVICE]],
      );
      assert.ok(calls.length > 0);
      assert.ok(!JSON.stringify(calls).includes(CODE));
    }));

  it("has no credentials where the question is put away", () =>
    withPerson(undefined, async ({ gateways, asked }) => {
      await assert.rejects(gateways[0].describeInstance(signal()), (error) => {
        assert.ok(error instanceof Failure);
        assert.deepEqual(
          [error.kind, error.answer.message],
          ["credentials", "The MFA code was not entered."],
        );
        return true;
      });
      assert.deepEqual(asked, []);
    }));

  it("asks anew after the service said that the session has ended", () =>
    withPerson(CODE, async ({ gateways, questions }) => {
      const [one, other] = gateways;
      await one.describeInstance(signal());
      await world.fault("DescribeInstance", "expiredToken", 1);
      await assert.rejects(other.describeInstance(signal()));
      await other.describeInstance(signal());
      assert.equal(questions.length, 2);
    }));
});
