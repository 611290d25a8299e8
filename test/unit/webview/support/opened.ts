import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import type { FromPage, ToPage } from "../../../../src/panel/protocol";
import { pageHtml } from "../../../../src/panel/pageHtml";
import type { ThemeName } from "./themes";
import { themes } from "./themes";
import { webviewStyles } from "./webviewStyles";

const origin = "http://panel.test";

export interface Opened {
  readonly page: Page;
  /** What the page sent to the extension, oldest first. */
  readonly sent: readonly FromPage[];
  /** Everything that must not happen: script errors, breaches of the policy, requests that are not ours. */
  readonly breaches: readonly string[];
  send(...messages: readonly ToPage[]): Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Look {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What VS Code kept of the page when it was hidden. */
  readonly state?: unknown;
}

/** What a page must not do; and what it sent. */
interface Heard {
  readonly sent: FromPage[];
  readonly breaches: string[];
}

/** A tab of a browser, which opens the page anew for one test after the other: a tab of its own takes longer than most tests. */
export interface Tab {
  readonly open: (look?: Look) => Promise<Opened>;
}

async function serve(page: Page, heard: () => Heard): Promise<void> {
  const files: Readonly<Record<string, { type: string; body: () => Promise<string> }>> = {
    "/": { type: "text/html", body: () => Promise.resolve(html) },
    "/panel.js": { type: "text/javascript", body: () => readFile("dist/webview/panel.js", "utf8") },
    "/panel.css": { type: "text/css", body: () => readFile("dist/webview/panel.css", "utf8") },
  };
  await page.route("**/*", async (route) => {
    const { pathname, origin: from } = new URL(route.request().url());
    const file = from === origin ? files[pathname] : undefined;
    if (file) return route.fulfill({ contentType: file.type, body: await file.body() });
    if (!pathname.endsWith("favicon.ico"))
      heard().breaches.push(`request: ${route.request().url()}`);
    return route.abort();
  });
}

const html = pageHtml({
  cspSource: origin,
  nonce: "bm9uY2U=",
  script: `${origin}/panel.js`,
  style: `${origin}/panel.css`,
});

/** The built page under its real policy, with VS Code's part played by the test. */
export async function newTab(browser: Browser): Promise<Tab> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let heard: Heard = { sent: [], breaches: [] };
  const note = (breach: string): void => void heard.breaches.push(breach);
  page.on("pageerror", (error) => note(`error: ${error.message}`));
  page.on("console", (line) => note(`console: ${line.text()}`));
  page.on("dialog", (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction("toExtension", (message: FromPage) => void heard.sent.push(message));
  await page.addInitScript(playVsCode);
  await serve(page, () => heard);
  let opened = 0;
  return {
    open: async ({ theme = "dark", width = 900, height = 800, state } = {}) => {
      const { sent, breaches } = (heard = { sent: [], breaches: [] });
      const played: Played = { variables: themes[theme], styles: webviewStyles, state };
      await page.mouse.move(0, 0);
      await page.setViewportSize({ width, height });
      opened += 1;
      await page.goto(`${origin}/?${opened}#${encodeURIComponent(JSON.stringify(played))}`);
      return {
        page,
        sent,
        breaches,
        send: async (...messages) => {
          for (const message of messages)
            await page.evaluate((data) => {
              window.dispatchEvent(new MessageEvent("message", { data }));
            }, message);
        },
        close: () => context.close(),
      };
    },
  };
}

/** The page in a tab of its own. */
export const openPage = async (browser: Browser, look?: Look): Promise<Opened> =>
  (await newTab(browser)).open(look);

interface Played {
  readonly variables: Readonly<Record<string, string>>;
  readonly styles: string;
  readonly state: unknown;
}

/** Runs in the page before anything else. */
function playVsCode(): void {
  const { variables, styles, state } = JSON.parse(
    decodeURIComponent(location.hash.slice(1)),
  ) as Played;
  history.replaceState(undefined, "", "/");
  let kept = state;
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => {
        const { toExtension } = window as { toExtension?: (message: unknown) => void };
        toExtension?.(message);
      },
      getState: () => kept,
      setState: (next: unknown) => (kept = next),
    }),
    keptState: () => kept,
  });
  const ground = new CSSStyleSheet();
  ground.replaceSync(styles);
  document.adoptedStyleSheets.push(ground);
  document.addEventListener("readystatechange", () => {
    for (const [name, value] of Object.entries(variables))
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
  });
  window.addEventListener("securitypolicyviolation", (event) => {
    console.log(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}

/** As VS Code does when another theme is chosen. */
export const changeTheme = ({ page }: Opened, theme: ThemeName): Promise<void> =>
  page.evaluate((variables) => {
    const { style } = document.documentElement;
    for (const name of [...style]) if (name.startsWith("--vscode-")) style.removeProperty(name);
    for (const [name, value] of Object.entries(variables))
      style.setProperty(`--vscode-${name}`, value);
  }, themes[theme]);

/** What VS Code would give the page when it is shown again. */
export const keptState = ({ page }: Opened): Promise<unknown> =>
  page.evaluate(() => (window as { keptState?: () => unknown }).keptState?.());

/** Makes the window as high as the page, so that every row is drawn. */
export async function showAll({ page }: Opened, width = 900): Promise<void> {
  for (let height = 0; ;) {
    const wanted = await page.evaluate(() => document.documentElement.scrollHeight);
    if (wanted <= height) return;
    height = wanted;
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Waits until the page has come to rest: a row's height is known once it is drawn, and may move those below. */
export const atRest = ({ page }: Opened): Promise<void> =>
  page.evaluate(async () => {
    for (let before = "", same = 0; same < 3;) {
      await new Promise(requestAnimationFrame);
      const now = `${window.scrollY} ${document.documentElement.scrollHeight}`;
      same = now === before ? same + 1 : 0;
      before = now;
    }
  });
