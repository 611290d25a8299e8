import { l10n, window } from "vscode";
import type { Connection } from "../domain/connection";
import type { Failure } from "../domain/failure";
import type { WayBack } from "../domain/waysBack";
import { waysBackOf } from "../domain/waysBack";
import { failureLine } from "../wording/failures";
import { wayBackLabel } from "../wording/waysBack";
import type { App } from "./app";
import { chosenRow } from "./chosenRow";
import { addConnection } from "./connections/addConnection";
import { actOn, type Failed } from "./failureActions";

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

export const goBack = (app: App, way: WayBack, failed: Failed): Promise<void> =>
  way === "addConnection" ? addConnection(app) : actOn(app, way, failed);

/** The command on the row of a failure. */
export async function signIn(app: App, argument: unknown): Promise<void> {
  const failed = failedRow(argument);
  if (failed !== undefined) await actOn(app, "signIn", failed);
}

export async function copyIamStatement(app: App, argument: unknown): Promise<void> {
  const failed = failedRow(argument);
  if (failed !== undefined) await actOn(app, "copyIamStatement", failed);
}

function failedRow(argument: unknown): Failed | undefined {
  const row = chosenRow(argument);
  return row?.kind === "notice" && row.notice.kind === "failure"
    ? { failure: row.notice.failure, at: row.connection }
    : undefined;
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
      { failure, at: connection, retry: () => readAgain(app(), connection) },
      `${connection.name}: ${failureLine(failure)}`,
    );
