import type { ConnectClient } from "@aws-sdk/client-connect";
import type { Instance } from "../domain/contact";
import { Failure, isOfCredentials } from "../domain/failure";
import type { ConnectGateway } from "../domain/gateway";
import type { CustomerChat } from "../domain/testChat/customerChat";
import type { Access } from "./access";
import { type CallLog, Caller } from "./caller";
import { type ChatTimes, SdkCustomerChat, usualChatTimes } from "./customerChat";
import type { StartedChat } from "./customerChat/startChat";
import { Clients, type Timeouts } from "./clients";
import { listInstances as listAll } from "./listings";
import { type OnWait, type OtherWindows, Pacer, systemClock } from "./pacer";
import type { AskMfaCode } from "./credentials";
import { SharedQuota } from "./sharedQuota";
import { SdkGateway } from "./sdkGateway";
import { signInOf } from "./signIn";
import { StoredFiles } from "./storedFiles";

export type { Access } from "./access";
export type { AskMfaCode, MfaQuestion } from "./credentials";
export type { CallEntry, CallLog } from "./caller";
export type { Timeouts } from "./clients";
export type { ChatTimes } from "./customerChat";
export type { OnWait } from "./pacer";
export { Pacer } from "./pacer";
export { configPaths } from "./configPaths";
export { type Profile, profileNames } from "./profiles";

/** One account and Region, and who is told what happens there. */
export interface AccountTarget {
  readonly region: string;
  readonly access: Access;
  readonly log?: CallLog;
  /** Is told when a call has to wait for the quota of its operation. */
  readonly onWait?: OnWait;
  /** Asks for the code of an MFA device; without it, profiles that need one have no credentials. */
  readonly askMfaCode?: AskMfaCode;
  /** Is told every failed call, with all that is known of it, before the caller is. */
  readonly onFailure?: (failure: Failure) => void;
  readonly timeouts?: Timeouts;
  /** Keeps calls within the quotas; without one, the pacer that all calls of this profile and Region share. */
  readonly pacer?: Pacer;
  /** Where the windows of this machine agree on who calls when; without it, each keeps to the quotas on its own. */
  readonly windows?: Windows;
}

export interface Windows {
  /** The same for all windows. */
  readonly folder: string;
  readonly onProblem: (problem: unknown) => void;
}

export interface GatewayTarget extends AccountTarget {
  readonly instanceId: string;
  readonly chatTimes?: Partial<ChatTimes>;
}

/** Opens the way to an instance. Nothing is read or sent before the first call. */
export function createGateway(target: GatewayTarget): ConnectGateway {
  const account = openAccount(target);
  return new SdkGateway({
    instanceId: target.instanceId,
    connect: account.connect,
    files: account.files,
    customerChat: (started) => account.customerChat(started, target.chatTimes),
    close: account.close,
  });
}

/** The instances of a Region. Rejects with a `Failure` and nothing else. */
export async function listInstances(
  target: AccountTarget,
  signal: AbortSignal,
): Promise<readonly Instance[]> {
  const { connect, close } = openAccount(target);
  try {
    return await listAll(connect, signal);
  } finally {
    close();
  }
}

interface Account {
  readonly connect: Caller<ConnectClient>;
  readonly files: StoredFiles;
  readonly customerChat: (started: StartedChat, times?: Partial<ChatTimes>) => CustomerChat;
  readonly close: () => void;
}

function openAccount(target: AccountTarget): Account {
  const clients = new Clients(target);
  const closed = new AbortController();
  const pacer = pacerOf(target);
  const parts = {
    closed: closed.signal,
    log: target.log ?? (() => undefined),
    pace: (operation: string, signal: AbortSignal, isBackground: boolean) =>
      pacer?.take(operation, signal, isBackground ? "background" : target.onWait) ??
      Promise.resolve(),
    onFailure: async (failure: Failure) => {
      if (isOfCredentials(failure)) clients.renew();
      const known = isOfCredentials(failure) ? await withSignIn(failure, target.access) : failure;
      target.onFailure?.(known);
      return known;
    },
  };
  const participant = new Caller({
    ...parts,
    client: () => clients.participant(),
    onFailure: (failure: Failure) => parts.onFailure(withoutValues(failure)),
  });
  return {
    connect: new Caller({ ...parts, client: () => clients.connect() }),
    // S3's own quotas are far away from what we ask of it.
    files: new StoredFiles(
      new Caller({ ...parts, client: () => clients.s3(), pace: () => Promise.resolve() }),
    ),
    customerChat: (started, times) =>
      new SdkCustomerChat({
        participant,
        started,
        closed: closed.signal,
        times: { ...usualChatTimes, ...times },
      }),
    close: () => {
      closed.abort();
      clients.dispose();
    },
  };
}

/** Messages of validation repeat what was sent: words of a chat, or its token. */
function withoutValues(failure: Failure): Failure {
  const { kind, operation, answer, details } = failure;
  const message = answer.message.replace(/\bValue '.*' at '/gs, "A value at '");
  return new Failure(kind, operation, { ...answer, message }, { details });
}

async function withSignIn(failure: Failure, access: Access): Promise<Failure> {
  const signIn = await signInOf(access);
  return signIn === undefined ? failure : failure.with({ signIn });
}

/** One a profile and Region, since the service's quotas are per account and Region and know nothing of instances. */
const sharedPacers = new Map<string, Pacer>();

function pacerOf({ access, region, pacer, windows }: AccountTarget): Pacer | undefined {
  if (pacer !== undefined) return pacer;
  if (access.kind === "sandbox") return undefined;
  const account = JSON.stringify([access, region]);
  const shared = sharedPacers.get(account) ?? new Pacer(systemClock, othersOf(account, windows));
  sharedPacers.set(account, shared);
  return shared;
}

const othersOf = (account: string, windows: Windows | undefined): OtherWindows | undefined =>
  windows && {
    quota: new SharedQuota(windows.folder, account),
    onProblem: windows.onProblem,
  };
