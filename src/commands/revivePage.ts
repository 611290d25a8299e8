import { workspace } from "vscode";
import type { Connection } from "../domain/connection";
import { Failure } from "../domain/failure";
import type { KeptPage } from "../panel/keptPanelSchema";
import type { PagePlace, RevivedPanel } from "../panel/openPanel";
import { noNames } from "../wording/contacts";
import type { App } from "./app";
import { showTranscript } from "./openTranscript";
import { showTry } from "./notebook/showTry";
import { showPreview } from "./showPreview";
import { showRecorded } from "./showRecorded";

/** The product with this panel in the place of the one that is used otherwise. */
export const inPanel = (app: App, panel: PagePlace): App => ({
  ...app,
  panels: {
    ask: () => panel.ask(),
    show: (content) => panel.show(content),
    showApart: (content) => app.panels.showApart(content),
    pin: () => app.panels.pin(),
    hidePersonal: (hides) => app.panels.hidePersonal(hides),
    get hidesPersonal() {
      return app.panels.hidesPersonal;
    },
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
    if (kept.kind === "try") await reviveTry(app, kept.tryId, connection, panel);
    else await showKept(inPanel(app, panel), connection, kept);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    panel.show({ connection, names: noNames, conversation: { kind: "failed", failure: error } });
  }
}

async function reviveTry(
  app: App,
  tryId: string,
  connection: Connection,
  panel: RevivedPanel,
): Promise<void> {
  const { tries } = await app.notebook.read();
  const tried = tries.find(({ id }) => id === tryId);
  if (tried === undefined) panel.showGone("tryRemoved");
  else await showTry(inPanel(app, panel), connection, tried);
}

function showKept(
  app: App,
  connection: Connection,
  kept: Exclude<KeptPage, { kind: "try" }>,
): Promise<void> {
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
