import type { Contact } from "../domain/contact";
import type {
  AssociationReport,
  ContactAction,
  ContinueAction,
  MendAction,
  PageAction,
  PanelAction,
  PanelContent,
} from "../panel/content";
import { sentIntent } from "../panel/content";
import type { PagePlace } from "../panel/openPanel";
import { failureIn } from "../panel/waysBack";
import { advanceSandboxClock } from "./advanceClock";
import type { App } from "./app";
import type { ConfirmedAssociation } from "./associate";
import { associate } from "./associate";
import { copyAssociationAsCode } from "./code";
import { showReport } from "./doctor";
import { continueFrom } from "./continuePastChat";
import { exportShown } from "./exportTranscript";
import { repeat } from "./notebook/repeat";
import { showConversation } from "./conversation";
import { contactsToRead, showTranscript } from "./openTranscript";
import { refusesChanges } from "./readOnly";
import { inPanel } from "./revivePage";
import { showPreview } from "./showPreview";
import { actOnChat, isChatAction } from "./testChat/actOnChat";
import { waitAndShow } from "./waitForTranscript";
import { goBack } from "./waysBack";

/** `here` is the panel in which it was asked for; what belongs to its page stays in it. */
export async function actOnPanel(
  app: App,
  action: PanelAction,
  content: PanelContent,
  here: PagePlace,
): Promise<void> {
  if (isChatAction(action)) return actOnChat(app, action, content);
  switch (action.action) {
    case "continuePastChat":
      await continueShown(app, action, content);
      break;
    case "openTranscript":
    case "previewRehydration":
    case "waitForTranscript":
      await actOnContact(app, action, content, here);
      break;
    case "copyIamStatement":
    case "openAwsConfig":
    case "signIn":
      await mend(app, action, content);
      break;
    default:
      await onPage[action.action](inPanel(app, here), content);
  }
}

type OnPage = (app: App, content: PanelContent) => Promise<void> | void;

const onPage: Readonly<Record<PageAction["action"], OnPage>> = {
  advanceClock: (app, { connection }) =>
    connection.kind === "sandbox" ? advanceSandboxClock(app) : undefined,
  copyAsCode: copyAssociationAsCode,
  exportTranscript: exportShown,
  repeat: repeatShown,
  retry,
  showLog: ({ log }) => log.show(),
  stop: (_, content) => stop(content),
  whyNoHistory: whyRefused,
};

async function actOnContact(
  app: App,
  { action, contactId }: ContactAction,
  content: PanelContent,
  here: PagePlace,
): Promise<void> {
  const { connection } = content;
  const choice = { kind: "contact", contactId } as const;
  const appHere = inPanel(app, here);
  switch (action) {
    case "openTranscript":
      await showTranscript(app, connection, choice);
      break;
    case "previewRehydration":
      await previewAgain(appHere, content, contactId);
      break;
    case "waitForTranscript":
      await waitAndShow(app, connection, contactId, (newer) =>
        content.testChat === undefined
          ? readAgain(appHere, content, newer)
          : // The chat's page stays what was heard in it.
            showTranscript(app, connection, { kind: "chain", contactId }),
      );
      break;
  }
}

async function whyRefused(app: App, { connection, association }: PanelContent): Promise<void> {
  if (association === undefined) return;
  const { currentContactId, sourceContactId, rehydrationType } = association.intent;
  if (currentContactId === undefined) return;
  await showReport(app, connection, {
    contactId: currentContactId,
    association: { rehydrationType, sourceContactId },
  });
}

async function repeatShown(app: App, { connection, association }: PanelContent): Promise<void> {
  if (association !== undefined) await repeat(app, connection, association);
}

/** With the current chat and the type where the page has them. */
async function continueShown(
  app: App,
  { contactId, rehydrationType }: ContinueAction,
  { connection, preview }: PanelContent,
): Promise<void> {
  await continueFrom(app, {
    connection,
    past: { kind: "contact", contactId },
    ...(preview?.current && { currentContactId: preview.current.id }),
    ...(rehydrationType !== undefined && { rehydrationType }),
  });
}

async function previewAgain(
  app: App,
  { connection, preview }: PanelContent,
  contactId: string,
): Promise<void> {
  await showPreview(app, connection, {
    past: { kind: "contact", contactId },
    ...(preview?.current && { currentContactId: preview.current.id }),
  });
}

async function mend(
  app: App,
  { action, contactId }: MendAction,
  content: PanelContent,
): Promise<void> {
  const failure = failureIn(content, contactId);
  if (failure !== undefined) await goBack(app, action, { failure, at: content.connection });
}

function stop({ conversation }: PanelContent): void {
  if (conversation?.kind === "loading") conversation.stop?.();
}

/** What was sent and failed just now, with its client token; a preview from new records; else only what could not be read. */
async function retry(app: App, content: PanelContent): Promise<void> {
  const { connection, association, preview, testChat } = content;
  if (preview !== undefined) {
    app.chats.forgetChain(connection, preview.pastContactId);
    return previewAgain(app, content, preview.pastContactId);
  }
  const failed = association && failedNow(association);
  if (testChat === undefined && failed === undefined) return readAgain(app, content);
  if (await refusesChanges(app, connection)) return;
  if (testChat !== undefined) await app.testChats.find(testChat.id)?.retry();
  else if (failed !== undefined) await associate(app, { connection, ...failed });
}

/** Undefined for what was made, or is only shown again. */
function failedNow(
  association: AssociationReport,
): Pick<ConfirmedAssociation, "plan" | "intent"> | undefined {
  const { plan, outcome, noted } = association;
  const intent = sentIntent(association);
  return outcome.kind === "failed" && noted === undefined && intent ? { plan, intent } : undefined;
}

/** `newer` takes the place of what was known of that contact. */
async function readAgain(app: App, content: PanelContent, newer?: Contact): Promise<void> {
  const { conversation: before, ...rest } = content;
  const contacts = contactsOf(content, before).map((contact) =>
    contact.id === newer?.id ? newer : contact,
  );
  await showConversation(app, app.panels.show(rest), rest, contacts);
}

/** Oldest first. */
function contactsOf(
  { association, lineage, choice }: PanelContent,
  conversation: PanelContent["conversation"],
): readonly Contact[] {
  if (conversation?.kind === "ready")
    return conversation.conversation.sections.map(({ contact }) => contact);
  if (lineage && choice) return contactsToRead(lineage, choice);
  return association?.plan.carried.toReversed() ?? [];
}
