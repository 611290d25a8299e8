import assert from "node:assert/strict";
import { createGateway } from "../../../src/aws";
import { signInOf } from "../../../src/aws/signIn";
import { Failure } from "../../../src/domain/failure";
import { withAwsFiles } from "./support/awsFiles";
import { INSTANCE, REGION, signal } from "./support/target";

const config = `
[profile team]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = dev
region = us-east-1

[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = us-east-1

[profile admin]
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = team

[profile old]
sso_start_url = https://corp.awsapps.com/start

[profile console]
login_session = arn:aws:iam::111122223333:user/me

[profile keys]
aws_access_key_id = id
aws_secret_access_key = secret

[profile one]
source_profile = two
[profile two]
source_profile = one
`;

const of = (profile: string) =>
  withAwsFiles({ config }, () => signInOf({ kind: "profile", profile }));

describe("beginning a session anew", () => {
  it("is an SSO sign-in for profiles with a session or a start URL", async () => {
    assert.deepEqual(await of("team"), { kind: "sso", profile: "team" });
    assert.deepEqual(await of("old"), { kind: "sso", profile: "old" });
  });

  it("is done with the profile that a role takes its credentials from", async () => {
    assert.deepEqual(await of("admin"), { kind: "sso", profile: "team" });
  });

  it("knows the sessions of `aws login`", async () => {
    assert.deepEqual(await of("console"), { kind: "login", profile: "console" });
  });

  it("is nothing for keys, for what is not there, and for profiles that lead in a circle", async () => {
    for (const profile of ["keys", "nowhere", "one"]) assert.equal(await of(profile), undefined);
  });

  it("follows AWS_PROFILE in the default chain, where no keys come before it", async () => {
    const inChain = (env: Readonly<Record<string, string>>) =>
      withAwsFiles({ config, env }, () => signInOf({ kind: "default" }));
    assert.deepEqual(await inChain({ AWS_PROFILE: "team" }), { kind: "sso", profile: "team" });
    assert.equal(await inChain({ AWS_PROFILE: "team", AWS_ACCESS_KEY_ID: "id" }), undefined);
  });

  it("comes with the failure of a call whose SSO session is absent", async () => {
    await withAwsFiles({ config }, async () => {
      const told: Failure[] = [];
      const gateway = createGateway({
        region: REGION,
        instanceId: INSTANCE,
        access: { kind: "profile", profile: "team" },
        onFailure: (failure) => told.push(failure),
      });
      await assert.rejects(gateway.describeInstance(signal()), (error) => {
        assert.ok(error instanceof Failure);
        assert.equal(error.kind, "credentials");
        assert.deepEqual(error.details.signIn, { kind: "sso", profile: "team" });
        assert.deepEqual(told, [error]);
        return true;
      });
      gateway.dispose();
    });
  });
});
