import type { Progress } from "vscode";
import { l10n, ProgressLocation, window } from "vscode";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import { waitForTranscript as wait } from "../domain/waitForTranscript";
import { shortId } from "../wording/contacts";
import { duration } from "../wording/times";
import type { App } from "./app";
import { chosenContact } from "./chosenContact";
import { showTranscript } from "./openTranscript";
import { pause } from "./pause";

/** Waits until a contact's transcript has been written, and shows it then. */
export async function waitForTranscript(app: App, argument: unknown): Promise<void> {
  const chosen = await chosenContact(app, argument, l10n.t("Wait for Transcript"));
  if (chosen !== undefined) await waitAndShow(app, chosen.connection, chosen.contactId);
}

/** `show` is given the contact's record as it is then. */
export async function waitAndShow(
  app: App,
  connection: Connection,
  contactId: string,
  show: (contact: Contact) => Promise<void> = () =>
    showTranscript(app, connection, { kind: "contact", contactId }),
): Promise<void> {
  const contact = await waitWithProgress(app, connection, contactId);
  if (contact === undefined) {
    await sayThatNothingCame(app, connection, contactId, show);
    return;
  }
  app.chats.forgetChain(connection, contactId);
  await show(contact);
}

const waitWithProgress = (
  { gateways, now }: App,
  connection: Connection,
  contactId: string,
): Thenable<Contact | undefined> =>
  window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t("Waiting for the transcript of {0}", shortId(contactId)),
      cancellable: true,
    },
    async (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return wait(await gateways.of(connection), contactId, {
        signal: abort.signal,
        now: () => now(connection),
        pause,
        onNothing: ({ endedAt }, nextMs) =>
          report(progress, endedAt && now(connection) - endedAt, nextMs),
      });
    },
  );

function report(
  progress: Progress<{ readonly message: string }>,
  endedMsAgo: number | undefined,
  nextMs: number,
): void {
  const next = duration(nextMs);
  progress.report({
    message:
      endedMsAgo === undefined
        ? l10n.t("the chat is still active; next look in {0}", next)
        : l10n.t("ended {0} ago; next look in {1}", duration(endedMsAgo), next),
  });
}

async function sayThatNothingCame(
  app: App,
  connection: Connection,
  contactId: string,
  show: (contact: Contact) => Promise<void>,
): Promise<void> {
  const waitOn = l10n.t("Wait On");
  const answer = await window.showWarningMessage(
    l10n.t(
      "The transcript of {0} has not come. It was probably never stored: see whether the instance stores chat transcripts.",
      shortId(contactId),
    ),
    waitOn,
  );
  if (answer === waitOn) await waitAndShow(app, connection, contactId, show);
}
