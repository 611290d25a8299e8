import { randomUUID } from "node:crypto";
import { l10n, window } from "vscode";
import type { AwsConnection } from "../../domain/connection";
import { shortId } from "../../wording/contacts";
import type { App } from "../app";
import { connectionOf } from "../askChat";
import { askConnection, onlyConnection } from "../askConnection";
import { chosenRow, contactIdOf } from "../chosenRow";
import { chooseContinuation } from "../continuePastChat";
import { askRehydrationType } from "../continuePastChat/askRehydrationType";
import { askOne } from "../quickPickStep";
import { refusesChanges } from "../readOnly";
import { askSteps } from "../steps";
import type { TestChatDraft } from "./askDetails";
import { askAttributes, askContinued, askDisplayName, askFlow } from "./askDetails";
import { attributesText } from "./attributes";
import type { TestChat } from "./testChat";
import type { TestChatWish } from "./testChatWish";

/** Asks how, confirms where it is real, and starts a chat in which the person is the customer. */
export async function startTestChat(app: App, argument: unknown): Promise<void> {
  const row = chosenRow(argument);
  await startFrom(app, row ? { connection: row.connection } : onlyConnection(app));
}

/** The same, from what is known already. */
export async function startFrom(app: App, start: TestChatDraft): Promise<void> {
  if (start.connection && (await refusesChanges(app, start.connection))) return;
  const title = l10n.t("Start Test Chat");
  const chosen = await askSteps<TestChatDraft>(
    [
      ...(start.connection === undefined
        ? [askConnection<TestChatDraft>(app, title, "change")]
        : []),
      askFlow(app, title),
      askDisplayName(title),
      askAttributes(title),
      ...(start.past === undefined ? [askContinued(app, title)] : []),
      askTypeIfContinued(app, title),
    ],
    start,
  );
  const wish = chosen && wishOf(chosen);
  if (wish === undefined) return;
  const { connection } = wish;
  if (connection.kind === "aws" && !(await isConfirmed(connection, wish))) return;
  await app.testChats.start(app, wish);
}

/** The last step, so that nobody comes back to it where nothing is asked. */
const askTypeIfContinued = (
  app: App,
  title: string,
): ReturnType<typeof askRehydrationType<TestChatDraft>> => {
  const ask = askRehydrationType<TestChatDraft>(app, title);
  return (draft, position) =>
    draft.past === undefined
      ? Promise.resolve({ kind: "picked", value: draft })
      : ask(draft, position);
};

function wishOf(draft: TestChatDraft): TestChatWish | undefined {
  const { flow, displayName, attributes = {}, past, plan } = draft;
  if (flow === undefined || displayName === undefined) return undefined;
  const continued = past === undefined ? undefined : plan;
  return {
    connection: connectionOf(draft),
    flow,
    ...(continued && { plan: continued }),
    intent: {
      flowId: flow.id,
      displayName,
      attributes,
      ...(continued && {
        continuation: {
          rehydrationType: continued.rehydrationType,
          sourceContactId: continued.sourceContactId,
        },
      }),
      clientToken: randomUUID(),
    },
  };
}

/** A chat on a real instance is started only after this. */
async function isConfirmed(connection: AwsConnection, wish: TestChatWish): Promise<boolean> {
  const { intent, flow, plan } = wish;
  const attributes = attributesText(intent.attributes);
  const start = l10n.t("Start the Chat");
  const answer = await window.showWarningMessage(
    l10n.t("Start a test chat on {0}?", connection.name),
    {
      modal: true,
      detail: [
        l10n.t("Instance {0} in {1}", connection.instanceId, connection.region),
        l10n.t("A new contact is created, in your name as its customer: {0}.", intent.displayName),
        l10n.t("Flow {0} runs, and may bring the chat to an agent.", flow.name),
        ...(attributes === "" ? [] : [l10n.t("Contact attributes: {0}", attributes)]),
        ...(plan === undefined
          ? []
          : [l10n.t("It continues {0} ({1}).", plan.sourceContactId, plan.rehydrationType)]),
        l10n.t("The chat is charged as any other, and its record is kept."),
      ].join("\n"),
    },
    start,
  );
  return answer === start;
}

/** Ends a chat that was started here: the one of a row, the only one, or one that is asked for. */
export async function endTestChat(app: App, argument: unknown): Promise<void> {
  await (await chosenTestChat(app, argument, l10n.t("End Test Chat")))?.end();
}

/** Continues a past chat in a test chat that goes on. */
export async function continueHere(app: App, argument: unknown): Promise<void> {
  const chat = await chosenTestChat(app, argument, l10n.t("Continue a Past Chat Here"));
  if (chat !== undefined) await continueIn(app, chat);
}

/** The page then shows what came of it. */
export async function continueIn(app: App, chat: TestChat): Promise<void> {
  const { currentContactId } = chat;
  if (currentContactId === undefined) return;
  const { connection } = chat.wish;
  const confirmed = await chooseContinuation(app, { connection, currentContactId });
  if (confirmed === undefined) return;
  chat.show();
  await chat.associate(confirmed);
}

async function chosenTestChat(
  { testChats }: App,
  argument: unknown,
  title: string,
): Promise<TestChat | undefined> {
  const { running } = testChats;
  const row = chosenRow(argument);
  const contactId = contactIdOf(row);
  const ofRow = row && contactId ? testChats.runningOn(row.connection, contactId) : undefined;
  if (ofRow !== undefined || running.length < 2) {
    if (running.length === 0)
      await window.showInformationMessage(l10n.t("No test chat of this window goes on."));
    return ofRow ?? running[0];
  }
  return askOne<TestChat>({
    title,
    placeholder: l10n.t("Which test chat?"),
    items: running.map((chat) => ({
      label: `$(comment-discussion) ${shortId(chat.contactId ?? "")}`,
      description: [chat.wish.intent.displayName, chat.wish.flow.name].join(" · "),
      detail: chat.wish.connection.name,
      value: chat,
    })),
  });
}
