import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { RunOptions, AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { Failure } from "../../../src/domain/failure";
import type { PanelContent } from "../../../src/panel/content";
import { items } from "../../gallery/everyItem";
import { failures, states } from "../../gallery/everyState";
import { continued, ids } from "../panel/support/specimens";
import { chatting } from "../panel/support/testChats";
import { changeTheme } from "./support/opened";
import { pagesOfSuite } from "./support/pages";
import { messagesFor } from "./support/shown";
import type { ThemeName } from "./support/themes";

const lost = new Failure("offline", "SendMessage", { name: "ECONNRESET", message: "" });

/** What the gallery shows, and a message that it does not have. */
const pages: Readonly<Record<string, PanelContent>> = {
  ...items,
  ...states,
  ...failures,
  "a test chat whose message was not sent": chatting(6, {
    outgoing: [{ message: { text: "Hello", clientToken: "t" }, failure: lost }],
  }),
};

interface Look {
  readonly step?: (page: Page) => Promise<void>;
  /** Present where personal data is hidden: ids of the items that are shown as they were said. */
  readonly revealed?: ReadonlySet<string>;
}

/** Another theme changes colours, and nothing else that axe looks at. */
const otherThemes = ["light", "highContrast", "highContrastLight"] as const;
const ofColours: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

interface WithAxe {
  readonly axe: { run(options?: RunOptions): Promise<AxeResults> };
}

describe("the page, as assistive technology meets it", function () {
  this.timeout(120_000);
  const { open } = pagesOfSuite();
  let axe: string;

  before(async () => (axe = await readFile("node_modules/axe-core/axe.min.js", "utf8")));

  async function assertNoComplaint(
    content: PanelContent,
    { step, revealed }: Look = {},
  ): Promise<void> {
    const opened = await open({ theme: "dark", height: 2500 });
    const { page } = opened;
    await opened.send(...(await messagesFor(content, revealed)));
    await step?.(page);
    await page.evaluate(axe);
    const complaints = [...(await complaintsOf(page, "dark", {}))];
    for (const theme of otherThemes) {
      await changeTheme(opened, theme);
      complaints.push(...(await complaintsOf(page, theme, ofColours)));
    }
    assert.deepEqual(complaints, []);
  }

  const complaintsOf = async (page: Page, theme: ThemeName, options: RunOptions) => {
    const { violations } = await page.evaluate(
      (wish) => (window as typeof window & WithAxe).axe.run(wish),
      options,
    );
    return violations.map(({ id, nodes }) => [theme, id, nodes.map(({ html }) => html)]);
  };

  /** Opens what is closed at first. */
  const steps: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    "with Find": async (page) => {
      await page.keyboard.press("Control+F");
      await page.keyboard.type("transfer");
      await page.locator(".count", { hasText: "1 of" }).waitFor();
    },
    "with the filter open": async (page) => {
      await page.getByRole("button", { name: "Filter the transcript" }).click();
      await page.getByRole("menuitemcheckbox", { name: "Bot" }).click();
      await page.locator(".shownOf:not(:empty)").waitFor();
    },
    "with the contacts open": async (page) => {
      await page.getByRole("button", { name: "Go to a contact" }).click();
      await page.getByRole("menuitem").first().waitFor();
    },
  };

  for (const [name, content] of Object.entries(pages))
    it(`has nothing to complain of in any theme: ${name}`, () => assertNoComplaint(content));
  for (const [name, step] of Object.entries(steps))
    it(`has nothing to complain of in any theme: ${name}`, () =>
      assertNoComplaint(continued, { step }));
  it("has nothing to complain of in any theme: personal data hidden, one message revealed", () =>
    assertNoComplaint(continued, { revealed: new Set([`${ids.c1}-6`]) }));
});
