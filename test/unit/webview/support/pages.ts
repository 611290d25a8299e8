import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import type { PanelContent } from "../../../../src/panel/content";
import { launchBrowser } from "../../../host/browser";
import type { Look, Opened, Tab } from "./opened";
import { newTab } from "./opened";
import { messagesFor } from "./shown";

/** Pages for the tests of a suite. */
export interface Pages {
  /** The page before it is told anything. */
  readonly open: (look?: Look) => Promise<Opened>;
  readonly show: (content: PanelContent, look?: Look) => Promise<Opened>;
}

/**
 * To be called in a suite: opens one browser for it, with as many tabs as a test has pages at once, and fails a test whose page did
 * what it must not.
 */
export function pagesOfSuite(): Pages {
  const idle: Tab[] = [];
  const opened: Opened[] = [];
  let browser: Browser;

  before(async () => (browser = await launchBrowser()));
  after(() => browser.close());
  afterEach(async () => {
    const pages = opened.splice(0);
    for (const page of pages) await page.close();
    assert.deepEqual(
      pages.flatMap(({ breaches }) => breaches),
      [],
    );
  });

  const open = async (look?: Look): Promise<Opened> => {
    const tab = idle.pop() ?? (await newTab(browser));
    const page = {
      ...(await tab.open(look)),
      close: () => {
        if (!idle.includes(tab)) idle.push(tab);
        return Promise.resolve();
      },
    };
    opened.push(page);
    return page;
  };
  return {
    open,
    show: async (content, look) => {
      const page = await open(look);
      await page.send(...(await messagesFor(content)));
      return page;
    },
  };
}
