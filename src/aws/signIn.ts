import { getProfileName, loadSharedConfigFiles } from "@smithy/core/config";
import type { SignIn } from "../domain/failure";
import type { Access } from "./access";

/**
 * How the session behind an access is begun anew: the profile's own, or the one that it takes its credentials from by
 * `source_profile`. Undefined where there is no session, such as with static keys or a role of the machine.
 */
export async function signInOf(access: Access): Promise<SignIn | undefined> {
  if (access.kind === "sandbox") return undefined;
  if (access.kind === "default" && process.env["AWS_ACCESS_KEY_ID"] !== undefined) return undefined;
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const seen = new Set<string>();
  let profile = access.kind === "profile" ? access.profile : getProfileName({});
  for (;;) {
    seen.add(profile);
    const settings = { ...configFile[profile], ...credentialsFile[profile] };
    const kind = kindOf(settings);
    if (kind !== undefined) return { kind, profile };
    const { source_profile: source } = settings;
    if (source === undefined || seen.has(source)) return undefined;
    profile = source;
  }
}

function kindOf(
  settings: Readonly<Record<string, string | undefined>>,
): SignIn["kind"] | undefined {
  if (settings["sso_session"] !== undefined || settings["sso_start_url"] !== undefined)
    return "sso";
  return settings["login_session"] === undefined ? undefined : "login";
}
