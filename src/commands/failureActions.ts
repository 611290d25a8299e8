import { env, l10n, Uri, window } from "vscode";
import type { Failure } from "../domain/failure";
import { iamStatement, type DeniedAt } from "../domain/iamStatement";
import type { WayBack } from "../domain/waysBack";
import type { App } from "./app";

/** A failure, and what was asked when it came. */
export interface Failed {
  readonly failure: Failure;
  /** Absent where that isn't known. */
  readonly at?: DeniedAt;
  readonly retry?: () => Promise<void> | void;
}

/** Does what a person chose to do about a failure, where that is in place: another connection is not. */
export async function actOn(
  app: App,
  way: Exclude<WayBack, "addConnection">,
  failed: Failed,
): Promise<void> {
  switch (way) {
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

export async function openAwsConfig({ accounts }: App): Promise<void> {
  const { config } = await accounts.configPaths();
  await window.showTextDocument(Uri.file(config));
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

async function copyStatement({ failure, at = { region: "*" } }: Failed): Promise<void> {
  const statement = iamStatement(failure, at);
  await env.clipboard.writeText(JSON.stringify(statement, undefined, 2));
  window.setStatusBarMessage(
    l10n.t("$(check) Copied the IAM statement for {0}", statement.Action),
    3000,
  );
}
