import type { Page } from "playwright-core";
import { eventually } from "./eventually.js";

/** Chooses from the menu that is open; menus are part of the page, never native. */
export async function chooseFromMenu(page: Page, item: string): Promise<void> {
  const menu = page.locator(".monaco-menu");
  const choice = menu.getByRole("menuitem", { name: item, exact: true });
  let offered: readonly string[] = [];
  let clicked = false;
  await eventually(`"${item}" in the menu`, async () => {
    if (clicked && !(await choice.isVisible())) return true;
    offered = await menuItems(page);
    await choice.click({ timeout: 2_000 });
    clicked = true;
    // A menu takes no click in its first moment, so that the one that opened it chooses nothing.
    await choice.waitFor({ state: "hidden", timeout: 1_000 });
    return true;
  }).catch((error: unknown) => {
    throw new Error(`No "${item}" in the menu of ${offered.join(", ")}.`, { cause: error });
  });
}

export const menuItems = (page: Page): Promise<readonly string[]> =>
  page.locator(".monaco-menu .action-menu-item .action-label").allInnerTexts();
