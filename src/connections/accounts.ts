import type { Instance } from "../domain/contact";
import type { CredentialPaths } from "./credentialFiles";

/** Which credentials: a profile of the AWS files, or the environment and the SDK's default chain. */
export type Credentials =
  { readonly kind: "profile"; readonly profile: string } | { readonly kind: "default" };

export interface Profile {
  readonly name: string;
  readonly region?: string;
}

/** What can be found out before there is a connection. */
export interface Accounts {
  configPaths(): Promise<CredentialPaths>;
  /** The profiles of the AWS configuration files, the active one first. */
  profiles(): Promise<readonly Profile[]>;
  /** The instances of a Region. Rejects with a `Failure`. */
  instances(
    credentials: Credentials,
    region: string,
    signal: AbortSignal,
  ): Promise<readonly Instance[]>;
}
