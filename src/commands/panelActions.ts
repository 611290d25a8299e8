import type { Contact } from "../domain/contact";
import type {
  ContactAction,
  ContinueAction,
  MendAction,
  PageAction,
  PanelAction,
  PanelContent,
} from "../panel/content";
import { failureIn } from "../panel/waysBack";
import type { App } from "./app";
import { associate } from "./associate";
import { copyAssociationAsCode } from "./code";
import { showReport } from "./doctor";
import { continueFrom } from "./continuePastChat";
import { exportShown } from "./exportTranscript";
import { showConversation } from "./conversation";
import { showTranscript } from "./openTranscript";
import { showPreview } from "./showPreview";
import { waitAndShow } from "./waitForTranscript";
import { goBack } from "./waysBack";

export async function actOnPanel(
  app: App,
  action: PanelAction,
  content: PanelContent,
): Promise<void> {
  switch (action.action) {
    case "continuePastChat":
      await continueShown(app, action, content);
      break;
    case "openTranscript":
    case "previewRehydration":
    case "waitForTranscript":
      await actOnContact(app, action, content);
      break;
    case "copyIamStatement":
    case "openAwsConfig":
    case "signIn":
      await mend(app, action, content);
      break;
    default:
      await onPage[action.action](app, content);
  }
}

type OnPage = (app: App, content: PanelContent) => Promise<void> | void;

const onPage: Readonly<Record<PageAction["action"], OnPage>> = {
  copyAsCode: copyAssociationAsCode,
  exportTranscript: (_, content) => exportShown(content),
  retry,
  showLog: ({ log }) => log.show(),
  stop: (_, content) => stop(content),
  whyNoHistory: whyRefused,
};

async function actOnContact(
  app: App,
  { action, contactId }: ContactAction,
  content: PanelContent,
): Promise<void> {
  const { connection } = content;
  const choice = { kind: "contact", contactId } as const;
  switch (action) {
    case "openTranscript":
      await showTranscript(app, connection, choice);
      break;
    case "previewRehydration":
      await previewAgain(app, content, contactId);
      break;
    case "waitForTranscript":
      await waitAndShow(app, connection, contactId, (newer) => readAgain(app, content, newer));
      break;
  }
}

async function whyRefused(app: App, { connection, association }: PanelContent): Promise<void> {
  if (association === undefined) return;
  const { currentContactId, sourceContactId, rehydrationType } = association.intent;
  await showReport(app, connection, {
    contactId: currentContactId,
    association: { rehydrationType, sourceContactId },
  });
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
  if (failure !== undefined) await goBack(app, action, { failure, connection: content.connection });
}

function stop({ conversation }: PanelContent): void {
  if (conversation?.kind === "loading") conversation.stop?.();
}

/** The association again, with its client token, only where it failed; a preview from new records; else only what could not be read. */
async function retry(app: App, content: PanelContent): Promise<void> {
  const { connection, association, preview } = content;
  if (preview !== undefined) {
    app.chats.forgetChain(connection, preview.pastContactId);
    await previewAgain(app, content, preview.pastContactId);
  } else if (association?.outcome.kind === "failed")
    await associate(app, { connection, ...association });
  else await readAgain(app, content);
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
  { association, lineage }: PanelContent,
  conversation: PanelContent["conversation"],
): readonly Contact[] {
  if (conversation?.kind === "ready")
    return conversation.conversation.sections.map(({ contact }) => contact);
  return association?.plan.carried.toReversed() ?? lineage?.chains[0].contacts ?? [];
}
