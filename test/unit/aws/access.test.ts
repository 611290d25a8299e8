import assert from "node:assert/strict";
import { type Access, endpointOf, needsPathStyle, type Service } from "../../../src/aws/access";
import { profileNames } from "../../../src/aws/profiles";
import { withAwsFiles } from "./support/awsFiles";

const config = `
[default]
endpoint_url = http://default.test
region = eu-west-1

[profile local]
endpoint_url = http://local.test

[profile split]
services = ours
endpoint_url = http://general.test

[services ours]
connect =
  endpoint_url = http://connect.test

[profile real]
region = eu-central-1

[profile off]
endpoint_url = http://off.test
ignore_configured_endpoint_urls = true

[sso-session work]
sso_region = eu-west-1
`;

const profile = (name: string): Access => ({ kind: "profile", profile: name });

const ofFiles = (access: Access, service: Service, env: Readonly<Record<string, string>> = {}) =>
  withAwsFiles({ config, env }, () => endpointOf(access, service));

describe("the endpoint of an access", () => {
  it("is the one of the profile", async () => {
    assert.equal(await ofFiles(profile("local"), "connect"), "http://local.test");
    assert.equal(await ofFiles(profile("local"), "s3"), "http://local.test");
  });

  it("is the one of the service in the profile's services section, before the general one", async () => {
    assert.equal(await ofFiles(profile("split"), "connect"), "http://connect.test");
    assert.equal(await ofFiles(profile("split"), "s3"), "http://general.test");
  });

  it("is never the one of another profile", async () => {
    assert.equal(await ofFiles(profile("real"), "connect"), undefined);
    assert.equal(await ofFiles(profile("unknown"), "connect"), undefined);
  });

  it("is not there where the profile says to ignore it", async () => {
    assert.equal(await ofFiles(profile("off"), "connect"), undefined);
  });

  it("of the default access is the one of AWS_PROFILE, else of the default profile", async () => {
    const access: Access = { kind: "default" };
    assert.equal(await ofFiles(access, "connect"), "http://default.test");
    const env = { AWS_PROFILE: "local" };
    assert.equal(await ofFiles(access, "connect", env), "http://local.test");
  });

  it("may come from the environment, as for every tool of AWS", async () => {
    const env = { AWS_ENDPOINT_URL: "http://env.test", AWS_ENDPOINT_URL_S3: "http://s3.test" };
    assert.equal(await ofFiles(profile("local"), "connect", env), "http://env.test");
    assert.equal(await ofFiles(profile("local"), "s3", env), "http://s3.test");
    const ignoring = { ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" };
    assert.equal(await ofFiles(profile("local"), "s3", ignoring), undefined);
  });

  it("of the Sandbox is the Sandbox, whatever the environment says", async () => {
    const access: Access = { kind: "sandbox", endpoint: "http://127.0.0.1:1" };
    const env = { AWS_ENDPOINT_URL: "http://env.test" };
    assert.equal(await ofFiles(access, "connect", env), "http://127.0.0.1:1");
  });

  it("has buckets in the path where it is an address or this machine", () => {
    for (const local of ["http://127.0.0.1:4566", "http://[::1]:1", "http://localhost:1"])
      assert.equal(needsPathStyle(local), true, local);
    assert.equal(needsPathStyle("https://s3.eu-west-1.amazonaws.com"), false);
  });
});

describe("the profiles of this machine", () => {
  const namesOf = (files: Parameters<typeof withAwsFiles>[0]) => withAwsFiles(files, profileNames);

  it("are those of both files, the active one first, with their Regions", async () => {
    const profiles = await namesOf({ config, credentials: "[keys]\naws_access_key_id = A\n" });
    assert.deepEqual(profiles, [
      { name: "default", region: "eu-west-1" },
      { name: "local" },
      { name: "split" },
      { name: "real", region: "eu-central-1" },
      { name: "off" },
      { name: "keys" },
    ]);
    const [first] = await namesOf({ config, env: { AWS_PROFILE: "real" } });
    assert.equal(first?.name, "real");
  });

  it("are none where there are no files", async () => {
    assert.deepEqual(await namesOf({ env: { AWS_CONFIG_FILE: "/nowhere/config" } }), []);
  });
});
