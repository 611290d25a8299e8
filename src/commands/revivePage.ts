import { workspace } from "vscode";
import type { Connection } from "../domain/connection";
import { Failure } from "../domain/failure";
import type { KeptPage } from "../panel/keptPanelSchema";
import type { PagePlace, RevivedPanel } from "../panel/openPanel";
import { noNames } from "../wording/contacts";
import type { App } from "./app";
import { showTranscript } from "./openTranscript";
import { showPreview } from "./showPreview";
import { showRecorded } from "./showRecorded";

/** The product with this panel in the place of the one that is used otherwise. */
export const inPanel = (app: App, panel: PagePlace): App => ({
  ...app,
  panels: {
    show: (content) => panel.show(content),
    showApart: (content) => app.panels.showApart(content),
    pin: () => app.panels.pin(),
  },
});

/** Reads again what a panel showed before the window was loaded; where that fails, the panel says so. */
export async function revivePage(app: App, kept: KeptPage, panel: RevivedPanel): Promise<void> {
  const connection = app.connections().find(({ id }) => id === kept.connectionId);
  if (connection === undefined) {
    panel.showGone(workspace.isTrusted ? "removed" : "untrusted");
    return;
  }
  try {
    await showKept(inPanel(app, panel), connection, kept);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    panel.show({ connection, names: noNames, conversation: { kind: "failed", failure: error } });
  }
}

function showKept(app: App, connection: Connection, kept: KeptPage): Promise<void> {
  switch (kept.kind) {
    case "transcript":
      return showTranscript(app, connection, { kind: kept.part, contactId: kept.contactId });
    case "preview":
      return showPreview(app, connection, {
        past: { kind: "contact", contactId: kept.contactId },
        ...(kept.currentContactId !== undefined && { currentContactId: kept.currentContactId }),
      });
    case "association":
      return showRecorded(app, connection, kept);
  }
}
