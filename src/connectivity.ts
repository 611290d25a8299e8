import type { LogOutputChannel } from "vscode";
import { l10n, window } from "vscode";
import type { Access, AskMfaCode } from "./aws";
import type { Accounts } from "./connections/accounts";
import type { CredentialFiles } from "./connections/credentialFiles";
import type { Failures } from "./connections/failures";
import type { OpenGateway } from "./connections/gateways";
import type { Connection } from "./domain/connection";

/** Who is told what happens on the way to AWS. */
export interface Witnesses {
  readonly log: LogOutputChannel;
  readonly failures: Failures;
  readonly credentialFiles: CredentialFiles;
  readonly askMfaCode: AskMfaCode;
  /** Where the windows of this machine agree on who calls when. */
  readonly quotaFolder: string;
}

/** Opens the way to an instance; the AWS bundle is loaded at the first one. */
export const openGateway =
  (witnesses: Witnesses): OpenGateway =>
  async (connection, sandboxEndpoint) => {
    const { log, failures, credentialFiles, askMfaCode } = witnesses;
    const { configPaths, createGateway } = await import("./aws");
    const { region, instanceId } = connection;
    if (connection.kind === "aws") credentialFiles.watch(configPaths());
    return createGateway({
      region,
      instanceId,
      access: await accessOf(connection, sandboxEndpoint),
      log: (call) => {
        log.info(JSON.stringify(call));
        if (call.failureKind === undefined) failures.succeeded(connection);
      },
      askMfaCode,
      windows: windowsOf(witnesses),
      onWait: tellOfWaiting,
      onFailure: (failure) => failures.failed(connection, failure),
    });
  };

/** Shorter than this nobody wonders what takes so long. */
const WORTH_TELLING_MS = 1000;

function tellOfWaiting(operation: string, ms: number): void {
  if (ms < WORTH_TELLING_MS) return;
  const text = l10n.t("$(clock) Waiting for Amazon Connect's quota of {0}", operation);
  window.setStatusBarMessage(text, ms);
}

const windowsOf = ({ log, quotaFolder }: Witnesses) => ({
  folder: quotaFolder,
  onProblem: (problem: unknown) =>
    log.warn(`The windows cannot agree on Amazon Connect's quotas. ${String(problem)}`),
});

async function accessOf(
  connection: Connection,
  sandboxEndpoint: () => Promise<string>,
): Promise<Access> {
  if (connection.kind === "sandbox") return { kind: "sandbox", endpoint: await sandboxEndpoint() };
  return connection.profile === undefined
    ? { kind: "default" }
    : { kind: "profile", profile: connection.profile };
}

export const createAccounts = (witnesses: Witnesses): Accounts => ({
  configPaths: async () => (await import("./aws")).configPaths(),
  profiles: async () => (await import("./aws")).profileNames(),
  instances: async (access, region, signal) => {
    const { configPaths, listInstances } = await import("./aws");
    const { failures, credentialFiles, askMfaCode } = witnesses;
    credentialFiles.watch(configPaths());
    failures.profileAskedAgain(access.kind === "profile" ? access.profile : undefined);
    return listInstances(
      { access, region, askMfaCode, windows: windowsOf(witnesses), onWait: tellOfWaiting },
      signal,
    );
  },
});
