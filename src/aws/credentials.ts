import { CredentialsProviderError, memoize } from "@smithy/core/config";
import { fromIni, fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { Access } from "./access";

/** A device that has to show a code before a role may be assumed. */
export interface MfaQuestion {
  /** Absent for the default chain. */
  readonly profile?: string;
  /** Serial number or ARN, as the profile's `mfa_serial` has it. */
  readonly device: string;
}

/** Asks the person for the code that the device shows; undefined where they put the question away. */
export type AskMfaCode = (question: MfaQuestion) => Promise<string | undefined>;

type ProfileAccess = Exclude<Access, { readonly kind: "sandbox" }>;
type Provider = ReturnType<typeof fromNodeProviderChain>;

export interface CredentialsTarget {
  readonly access: ProfileAccess;
  readonly region: string;
  readonly askMfaCode?: AskMfaCode;
}

/** The credentials of one access, as all clients of it share them. */
export class SharedCredentials {
  private readonly memoized: Provider;
  private pending = 0;

  constructor(provider: Provider) {
    this.memoized = memoize(provider, isEnding, ({ expiration }) => expiration !== undefined);
  }

  readonly provide: Provider = async (options) => {
    this.pending += 1;
    try {
      return await this.memoized(options);
    } finally {
      this.pending -= 1;
    }
  };

  /** Whether somebody is being asked, or something is being read, at this moment. */
  get isPending(): boolean {
    return this.pending > 0;
  }
}

/** New ones are got some minutes before the old ones end. */
const BEFORE_END_MS = 5 * 60 * 1000;

const isEnding = ({ expiration }: { readonly expiration?: Date | undefined }): boolean =>
  expiration !== undefined && expiration.getTime() - Date.now() < BEFORE_END_MS;

/** By who is asked: whoever asks nobody has credentials of its own. */
const sharedBy = new WeakMap<AskMfaCode, Map<string, SharedCredentials>>();

function sharedOf(asker: AskMfaCode | undefined): Map<string, SharedCredentials> {
  const known = asker && sharedBy.get(asker);
  const shared = known ?? new Map<string, SharedCredentials>();
  if (asker !== undefined) sharedBy.set(asker, shared);
  return shared;
}

const keyOf = (access: ProfileAccess): string => JSON.stringify(access);

/** One for all clients of a profile, so that a code typed once serves until its session ends. */
export function sharedCredentials(target: CredentialsTarget): SharedCredentials {
  const { access, askMfaCode } = target;
  const shared = sharedOf(askMfaCode);
  const known = shared.get(keyOf(access)) ?? new SharedCredentials(providerOf(target));
  shared.set(keyOf(access), known);
  return known;
}

/**
 * The next client reads the files, and asks, anew: static keys never expire for the SDK, so that a changed file would not be
 * seen. What is just being got is new already.
 */
export function forgetCredentials({ access, askMfaCode }: CredentialsTarget): void {
  const shared = sharedOf(askMfaCode);
  if (shared.get(keyOf(access))?.isPending !== true) shared.delete(keyOf(access));
}

function providerOf({ access, region, askMfaCode }: CredentialsTarget): Provider {
  const profile = access.kind === "profile" ? { profile: access.profile } : {};
  const init = {
    ...profile,
    clientConfig: { region },
    ignoreCache: true,
    mfaCodeProvider: async (device: string) => {
      const code = await askMfaCode?.({ ...profile, device });
      if (code === undefined) throw new MfaCodeNotEntered();
      return code;
    },
  };
  // Only the profile: the default chain would go on to the machine's own role where the profile has nothing.
  return access.kind === "profile" ? fromIni(init) : fromNodeProviderChain(init);
}

/** The person put the question for a code away. */
class MfaCodeNotEntered extends CredentialsProviderError {
  override readonly name = "MfaCodeNotEntered";

  constructor() {
    super("The MFA code was not entered.", { tryNextLink: false });
  }
}
