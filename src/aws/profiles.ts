import { getProfileName, loadSharedConfigFiles } from "@smithy/core/config";
import { present } from "./present";

/** A profile of the AWS configuration files. */
export interface Profile {
  readonly name: string;
  readonly region?: string;
}

/**
 * The profiles of the config and credentials files, the active one (`AWS_PROFILE`, else `default`) first. Read by the SDK's own
 * loader, which knows where the files are (`AWS_CONFIG_FILE`, `AWS_SHARED_CREDENTIALS_FILE`); none where they can't be read.
 */
export async function profileNames(): Promise<readonly Profile[]> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  const profiles = [...names].filter(isProfile).map((name) => ({
    name,
    ...present({ region: configFile[name]?.["region"] ?? credentialsFile[name]?.["region"] }),
  }));
  const active = getProfileName({});
  return [
    ...profiles.filter(({ name }) => name === active),
    ...profiles.filter(({ name }) => name !== active),
  ];
}

/** The loader tells other sections of the config file as `sso-session.NAME` and `services.NAME`. */
const isProfile = (section: string): boolean => !/^(?:sso-session|services)\./.test(section);
