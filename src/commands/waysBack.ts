import { env, l10n, Uri, window } from "vscode";
import type { Connection } from "../domain/connection";
import type { Failure } from "../domain/failure";
import { iamStatement } from "../domain/iamStatement";
import type { WayBack } from "../domain/waysBack";
import { waysBackOf } from "../domain/waysBack";
import { failureLine } from "../wording/failures";
import { wayBackLabel } from "../wording/waysBack";
import type { App } from "./app";
import { chosenRow } from "./chosenRow";
import { addConnection } from "./connections/addConnection";

/** A failure, and what was asked when it came. */
export interface Failed {
  readonly failure: Failure;
  /** Absent where there was none yet. */
  readonly connection?: Connection;
  readonly retry?: () => Promise<void> | void;
}

/** Tells of a failure with one button for each way back, and the log. */
export async function tellOfFailure(app: App, failed: Failed, message: string): Promise<void> {
  const ways = waysBackOf(failed.failure).filter(
    (way) => way !== "retry" || failed.retry !== undefined,
  );
  const showLog = l10n.t("Show Log");
  const answer = await window.showErrorMessage(message, ...ways.map(wayBackLabel), showLog);
  if (answer === showLog) app.log.show();
  const chosen = ways.find((way) => wayBackLabel(way) === answer);
  if (chosen !== undefined) await goBack(app, chosen, failed);
}

export async function goBack(app: App, way: WayBack, failed: Failed): Promise<void> {
  switch (way) {
    case "addConnection":
      return addConnection(app);
    case "copyIamStatement":
      return copyStatement(failed);
    case "openAwsConfig":
      return openAwsConfig(app);
    case "retry":
      return failed.retry?.();
    case "signIn":
      return beginSession(app, failed.failure);
  }
}

/** The command on the row of a failure. */
export async function signIn(app: App, argument: unknown): Promise<void> {
  const failed = failedRow(argument);
  if (failed !== undefined) await beginSession(app, failed.failure);
}

export async function copyIamStatement(_app: App, argument: unknown): Promise<void> {
  const failed = failedRow(argument);
  if (failed !== undefined) await copyStatement(failed);
}

export async function openAwsConfig({ accounts }: App): Promise<void> {
  const { config } = await accounts.configPaths();
  await window.showTextDocument(Uri.file(config));
}

function failedRow(argument: unknown): Failed | undefined {
  const row = chosenRow(argument);
  return row?.kind === "notice" && row.notice.kind === "failure"
    ? { failure: row.notice.failure, connection: row.connection }
    : undefined;
}

async function beginSession({ signIns }: App, { details }: Failure): Promise<void> {
  if (details.signIn === undefined || signIns.start(details.signIn)) return;
  await window.showWarningMessage(
    l10n.t(
      "The name of profile {0} can't be passed to this shell safely. Sign in with the AWS CLI in a terminal of your own.",
      details.signIn.profile,
    ),
  );
}

async function copyStatement({ failure, connection }: Failed): Promise<void> {
  const { region, instanceId } = connection ?? { region: "*" };
  const statement = iamStatement(failure, {
    region,
    ...(instanceId !== undefined && { instanceId }),
  });
  await env.clipboard.writeText(JSON.stringify(statement, undefined, 2));
  window.setStatusBarMessage(
    l10n.t("$(check) Copied the IAM statement for {0}", statement.Action),
    3000,
  );
}

function readAgain({ failures, tree }: App, connection: Connection): void {
  failures.askedAgain(connection);
  tree.refresh(connection);
}

/** The one notification for a profile whose credentials are missing. */
export const tellOfCredentials =
  (app: () => App) =>
  (connection: Connection, failure: Failure): Promise<void> =>
    tellOfFailure(
      app(),
      { failure, connection, retry: () => readAgain(app(), connection) },
      `${connection.name}: ${failureLine(failure)}`,
    );
