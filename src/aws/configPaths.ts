import { join } from "node:path";
import { getHomeDir } from "@smithy/core/config";

/** Where AWS's tools keep settings and sessions on this machine. */
export interface ConfigPaths {
  readonly config: string;
  readonly credentials: string;
  /** Folders of session tokens; they come into being at the first sign-in. */
  readonly sessions: readonly string[];
}

/** By the rules of AWS's tools: the environment first, else `.aws` in the home folder. */
export function configPaths(): ConfigPaths {
  const folder = join(getHomeDir(), ".aws");
  const { env } = process;
  return {
    config: env["AWS_CONFIG_FILE"] ?? join(folder, "config"),
    credentials: env["AWS_SHARED_CREDENTIALS_FILE"] ?? join(folder, "credentials"),
    sessions: [
      join(folder, "sso", "cache"),
      env["AWS_LOGIN_CACHE_DIRECTORY"] ?? join(folder, "login", "cache"),
    ],
  };
}
