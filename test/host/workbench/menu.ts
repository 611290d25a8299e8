import type { Page } from "playwright-core";
import { eventually } from "./eventually.js";

/**
 * Chooses from the menu that is open; menus are part of the page, never native. For its first tenth of a second a menu
 * takes no click, so click until it is gone.
 */
export async function chooseFromMenu(page: Page, item: string): Promise<void> {
  const choice = page.locator(".monaco-menu").getByRole("menuitem", { name: item, exact: true });
  let offered: readonly string[] = [];
  let clicked = false;
  await eventually(`"${item}" in the menu`, async () => {
    if (clicked && !(await choice.isVisible())) return true;
    offered = await menuItems(page);
    await choice.click({ timeout: 2_000 });
    clicked = true;
    await choice.waitFor({ state: "hidden", timeout: 1_000 });
    return true;
  }).catch((error: unknown) => {
    throw new Error(`No "${item}" in the menu of ${offered.join(", ")}.`, { cause: error });
  });
}

/** Closes a menu that was left open: it covers the window. */
export async function closeMenu(page: Page): Promise<void> {
  const cover = page.locator(".context-view-block");
  if (!(await cover.first().isVisible())) return;
  await page.keyboard.press("Escape");
  await cover.first().waitFor({ state: "hidden", timeout: 2_000 });
}

export const menuItems = (page: Page): Promise<readonly string[]> =>
  page.locator(".monaco-menu .action-menu-item .action-label").allInnerTexts();
