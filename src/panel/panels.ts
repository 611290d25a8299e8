import type { WebviewPanel } from "vscode";
import { commands, l10n, ViewColumn, window } from "vscode";
import { readKeptState } from "./keptPanelSchema";
import type { PanelContent } from "./content";
import { LastWish } from "./lastWish";
import type { Left, OpenPanelOptions, PagePlace, PanelPage } from "./openPanel";
import { OpenPanel, webviewOptions } from "./openPanel";
import { panelType } from "./panelType";

/** The panels that are open: one takes one page after the other until it is pinned; the next page then opens another panel. */
export class Panels implements PagePlace {
  private readonly open = new Set<OpenPanel>();
  /** The one that is not pinned. */
  private preview: OpenPanel | undefined;
  /** While there is no preview. */
  private readonly wish = new LastWish();

  constructor(private readonly options: OpenPanelOptions) {}

  ask(): AbortSignal {
    return this.preview?.ask() ?? this.wish.begin();
  }

  show(content: PanelContent): PanelPage {
    this.wish.end();
    this.preview ??= this.openPanel();
    const page = this.preview.show(content);
    this.tell();
    return page;
  }

  /** Shows it in a panel of its own, which no other page takes. */
  showApart(content: PanelContent): PanelPage {
    const panel = this.openPanel();
    panel.pin();
    const page = panel.show(content);
    this.tell();
    return page;
  }

  /** Keeps the active panel's page. */
  pin(): void {
    const { active } = this;
    active?.pin();
    if (this.preview === active) this.preview = undefined;
    this.tell();
  }

  /** Hides personal data in the active panel, or shows it. */
  hidePersonal(hides: boolean): void {
    this.active?.hidePersonal(hides);
  }

  /** Whether what is opened now is to be shown without personal data: by the setting, or as in the panel that is in front. */
  get hidesPersonal(): boolean {
    return this.options.hidesPersonal() || (this.active?.hidesPersonal ?? false);
  }

  /** Takes a panel that was open before the window was loaded, with what its page kept. */
  revive(panel: WebviewPanel, state: unknown): void {
    const left = readKeptState(state);
    if (left === undefined) {
      this.options.log.warn("A panel kept nothing that could be read again, so it was closed.");
      panel.dispose();
      return;
    }
    const { page, shown } = left;
    const isPinned = shown.pinned || this.preview !== undefined;
    const { of, hidesPersonal = this.options.hidesPersonal() } = shown;
    const opened = this.watch(panel, { page, of, isPinned, hidesPersonal });
    if (!isPinned) this.preview = opened;
    this.tell();
    opened.revive();
  }

  /** Reads again what could not be read of panels that were open before. */
  reviveWaiting(): void {
    for (const panel of this.open) if (panel.isWaiting) panel.revive();
  }

  dispose(): void {
    for (const panel of this.open) panel.dispose();
  }

  private get active(): OpenPanel | undefined {
    return [...this.open].find(({ isActive }) => isActive);
  }

  private openPanel(): OpenPanel {
    const panel = window.createWebviewPanel(
      panelType,
      l10n.t("Contact Chains"),
      ViewColumn.Active,
      webviewOptions(this.options.extensionUri),
    );
    return this.watch(panel);
  }

  private watch(panel: WebviewPanel, left?: Left): OpenPanel {
    const opened = new OpenPanel(panel, { ...this.options, onHiding: () => this.tell() }, left);
    this.open.add(opened);
    panel.onDidChangeViewState(() => this.tell());
    panel.onDidDispose(() => {
      this.open.delete(opened);
      if (this.preview === opened) this.preview = undefined;
    });
    return opened;
  }

  /** For the manifest's menus, which offer what can be done with the active panel. */
  private tell(): void {
    const { active } = this;
    if (active === undefined) return;
    const set = (name: string, value: boolean): void =>
      void commands.executeCommand("setContext", `contactChains.${name}`, value);
    set("panelIsPinned", active.isPinned);
    set("panelHidesPersonal", active.hidesPersonal);
  }
}
