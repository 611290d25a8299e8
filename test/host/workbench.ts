import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { addressWith, startServer, type Settings, type VSCodeServer } from "./vscodeServer.js";
import { Dialog } from "./workbench/dialog.js";
import { eventually, matches, patience } from "./workbench/eventually.js";
import { chooseFromMenu } from "./workbench/menu.js";
import { Notifications } from "./workbench/notifications.js";
import { QuickInput } from "./workbench/quickInput.js";
import { Tree } from "./workbench/tree.js";

export const themes = {
  dark: { name: "Dark Modern", scheme: "dark" },
  light: { name: "Light Modern", scheme: "light" },
  "high-contrast": { name: "Default High Contrast", scheme: "dark" },
  "high-contrast-light": { name: "Default High Contrast Light", scheme: "light" },
} as const;

export interface WorkbenchOptions {
  /** Installed. */
  readonly vsix?: string;
  /** The folder of an extension that is run from where it is. */
  readonly developing?: string;
  /** User settings on top of the calm ones. */
  readonly settings?: Settings;
  /** For the server, and so for the extension. */
  readonly env?: Readonly<Record<string, string>>;
  /** Opened as the workspace. */
  readonly folder?: string;
  /** "dark" unless given. */
  readonly theme?: keyof typeof themes;
  /** In CSS pixels; 1400 × 900 unless given. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Pixels of a screenshot per CSS pixel; 1 unless given. */
  readonly scale?: number;
  /** Of the extension and of the page, e.g. "Europe/Berlin"; this machine's unless given. */
  readonly timeZone?: string;
}

/** The workbenches that are open in this process, for what happens when a test fails. */
export const openWorkbenches = new Set<Workbench>();

/** Opens a fresh VS Code with the extension in it: new settings, new storage, new browser. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { name, scheme } = themes[options.theme ?? "dark"];
  const { timeZone, vsix, developing } = options;
  const server = await startServer({
    ...(vsix !== undefined && { vsix }),
    takesFlags: developing !== undefined,
    settings: { "workbench.colorTheme": name, ...steady, ...options.settings },
    env: { ...(timeZone !== undefined && { TZ: timeZone }), ...options.env },
  });
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1400, height: 900 },
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: "en-US",
    permissions: ["clipboard-read", "clipboard-write"],
    ...(timeZone !== undefined && { timezoneId: timeZone }),
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const workbench = new Workbench({
    page,
    server,
    browser,
    notifications: await Notifications.watch(page),
  });
  await workbench.open(options.folder, developing);
  return workbench;
}

/** The palette's order must not depend on what was run before. */
const steady: Settings = {
  "workbench.commandPalette.history": 0,
  "workbench.commandPalette.experimental.suggestCommands": false,
  "window.autoDetectColorScheme": false,
};

interface Parts {
  readonly page: Page;
  readonly server: VSCodeServer;
  readonly browser: Browser;
  readonly notifications: Notifications;
}

/** A VS Code window, used as a person does: by what is seen, with mouse and keyboard. Every wait is on a condition. */
export class Workbench {
  readonly page: Page;
  readonly server: VSCodeServer;
  readonly tree: Tree;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  /** Exceptions that nobody caught, in the page and its webviews. */
  readonly pageErrors: Error[] = [];
  readonly #browser: Browser;

  constructor({ page, server, browser, notifications }: Parts) {
    this.page = page;
    this.server = server;
    this.#browser = browser;
    this.notifications = notifications;
    this.tree = new Tree(page);
    this.quickInput = new QuickInput(page);
    this.dialog = new Dialog(page);
    page.on("pageerror", (error) => this.pageErrors.push(error));
    openWorkbenches.add(this);
  }

  /**
   * Runs a command from the palette and waits until the palette has gone, or turned into the command's own input.
   * @param title with or without its category
   */
  async runCommand(title: string): Promise<void> {
    let offered: readonly string[] = [];
    const isIt = (label: string) => label === title || label.endsWith(`: ${title}`);
    await eventually(`the command "${title}"`, async () => {
      await this.#openPalette();
      await this.quickInput.type(`>${title}`);
      offered = (await this.quickInput.items()).map(({ label }) => label);
      // The extension's commands may not be there yet; the palette does not add them while it is open.
      return offered.some(isIt);
    }).catch((error: unknown) => {
      throw new Error(`No command "${title}"; the palette offers: ${offered.join(", ")}`, {
        cause: error,
      });
    });
    // Those whose titles hold the same words come in an order of the palette's own.
    for (let before = offered.findIndex(isIt); before > 0; before -= 1)
      await this.page.keyboard.press("ArrowDown");
    await this.quickInput.accept();
  }

  /** Opens a view container by its title in the activity bar; one that is open stays open. */
  async openView(title: string): Promise<void> {
    const icon = this.page.locator(`.activitybar .action-item:has([aria-label^="${title}"])`);
    await eventually(`the view ${title}`, async () => {
      if ((await icon.getAttribute("aria-expanded", { timeout: 5_000 })) !== "true") {
        await icon.locator(".action-label").click({ timeout: 2_000 });
      }
      await this.page
        .locator(".part.sidebar .composite.title")
        .filter({ hasText: title })
        .waitFor({ timeout: 5_000 });
      return true;
    });
  }

  /** Clicks an action of the sidebar's first view: an icon, or an item of its "…" menu. */
  async viewAction(label: string): Promise<void> {
    const header = this.page.locator(".part.sidebar .pane-header").first();
    const bar = header.locator(".actions");
    const icon = bar.getByRole("button", { name: label });
    await eventually(`the view's action "${label}"`, async () => {
      await header.hover({ timeout: 2_000 });
      if (await icon.first().isVisible()) {
        await icon.first().click({ timeout: 2_000 });
        return true;
      }
      await bar
        .getByRole("button", { name: /More Actions/ })
        .first()
        .click({ timeout: 2_000 });
      await chooseFromMenu(this.page, label);
      return true;
    });
  }

  /** All that the sidebar shows, as text: title, description, message, welcome, rows. */
  sidebarText(): Promise<string> {
    return this.page.locator(".part.sidebar").innerText();
  }

  /** What the status bar's items say. */
  statusBar(): Promise<readonly string[]> {
    return this.page.locator(".part.statusbar .statusbar-item:visible").allInnerTexts();
  }

  /** The titles of the open editors. */
  editors(): Promise<readonly string[]> {
    return this.page.locator(".part.editor .tab .label-name").allInnerTexts();
  }

  /**
   * The frame of a webview in which something is visible; waits for it. A webview whose page is set anew gets a new
   * frame: ask again then.
   * @param selector of what tells that the right webview is ready
   */
  async webview(selector: string): Promise<Frame> {
    return eventually(`a webview with ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame()) continue;
        const visible = await frame
          .locator(selector)
          .first()
          .isVisible()
          .catch(() => false);
        if (visible && (await isOnScreen(frame))) return frame;
      }
      return undefined;
    });
  }

  /** What was copied last. */
  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Writes a picture of the window and gives its bytes. */
  async screenshot(path: string): Promise<Buffer> {
    await mkdir(dirname(path), { recursive: true });
    return this.page.screenshot({ path, animations: "disabled", caret: "hide" });
  }

  /** Opens a folder as the workspace, or an empty window, in place of what is open. */
  async open(folder?: string, developing?: string): Promise<void> {
    const flags = developing === undefined ? {} : { extensionDevelopmentPath: developing };
    await this.page.goto(addressWith(this.server, { folder, flags }));
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor();
  }

  /**
   * Waits until VS Code keeps this of the open editors: in a browser it writes only every few seconds, and not when the window
   * is loaded anew.
   */
  async keeps(text: string | RegExp): Promise<void> {
    await eventually(`VS Code to keep ${String(text)}`, async () =>
      matches(await this.page.evaluate(keptEditors), text),
    );
  }

  /** Loads the window anew, with what VS Code keeps of it. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor();
  }

  /** Ends the browser and the server. */
  async close(): Promise<void> {
    openWorkbenches.delete(this);
    await this.#browser.close();
    await this.server.stop();
  }

  async #openPalette(): Promise<void> {
    await eventually("the command palette", async () => {
      await this.page.keyboard.press("F1");
      return eventually(
        "the palette",
        async () =>
          (await this.quickInput.isOpen()) && (await this.quickInput.value()).startsWith(">"),
        3_000,
      );
    });
  }
}

/** What VS Code in this page has written of the open editors. */
async function keptEditors(): Promise<string> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error("The window's state cannot be read."));
    });
  const values: unknown[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    if (!name.startsWith("vscode-web-state-db-")) continue;
    const database = await done(indexedDB.open(name));
    const items = database.transaction("ItemTable").objectStore("ItemTable");
    values.push(await done(items.get("memento/workbench.parts.editor")));
    database.close();
  }
  return values.join("\n");
}

/** A webview stays in the page while another editor covers it. */
async function isOnScreen(frame: Frame): Promise<boolean> {
  for (let at: Frame | null = frame; at?.parentFrame(); at = at.parentFrame()) {
    const element = await at.frameElement().catch(() => undefined);
    if (!(await element?.isVisible())) return false;
  }
  return true;
}
