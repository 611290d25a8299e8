import type { PanelAction, PanelContent } from "../panel/content";
import type { App } from "./app";
import { associate } from "./associate";
import { continueFrom } from "./continuePastChat";
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

async function retry(app: App, { connection, association, lineage }: PanelContent): Promise<void> {
  if (association !== undefined) await associate(app, { connection, ...association });
  else if (lineage !== undefined)
    await showTranscript(app, connection, {
      kind: "chain",
      contactId: lineage.chains[0].initialContactId,
    });
}
