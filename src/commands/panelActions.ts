import type { Contact } from "../domain/contact";
import type { PanelAction, PanelContent } from "../panel/content";
import type { App } from "./app";
import { associate } from "./associate";
import { continueFrom } from "./continuePastChat";
import { showConversation } from "./conversation";
import { showTranscript } from "./openTranscript";

export async function actOnPanel(
  app: App,
  action: PanelAction,
  content: PanelContent,
): Promise<void> {
  const { connection } = content;
  switch (action.action) {
    case "showLog":
      app.log.show();
      break;
    case "openTranscript":
      await showTranscript(app, connection, { kind: "contact", contactId: action.contactId });
      break;
    case "continuePastChat":
      await continueFrom(app, {
        connection,
        past: { kind: "contact", contactId: action.contactId },
      });
      break;
    case "retry":
      await retry(app, content);
      break;
  }
}

/** The association again, with its client token, only where it failed; else only what could not be read. */
async function retry(app: App, content: PanelContent): Promise<void> {
  const { connection, association } = content;
  if (association?.outcome.kind === "failed") {
    await associate(app, { connection, ...association });
    return;
  }
  const { conversation: before, ...rest } = content;
  await showConversation(app, app.panels.show(rest), rest, contactsOf(content, before));
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
