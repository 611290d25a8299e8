import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { launchBrowser } from "../host/browser";
import { root } from "../host/setup/paths.mjs";
import { openWorkbench, themes, type Workbench } from "../host/workbench";
import { eventually } from "../host/workbench/eventually";
import { drawSheet, type Picture } from "./sheet";
import { sheets } from "./specimens";
import { steps } from "./steps";

const folder = "media/gallery";

/** A panel's width, and how many such panels stand side by side on a sheet. */
const widths = [
  { width: 320, columns: 6 },
  { width: 1200, columns: 2 },
] as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

const sizeOf = (frame: Frame): Promise<Size & { readonly wanted: number }> =>
  frame.evaluate(() => ({
    width: innerWidth,
    height: innerHeight,
    wanted: document.documentElement.scrollHeight,
  }));

/** Makes the window as large as it has to be for a panel of this size. */
async function resize({ page }: Workbench, frame: Frame, size: Size): Promise<void> {
  const now = await sizeOf(frame);
  const window = page.viewportSize() ?? assert.fail("The window has a size.");
  await page.setViewportSize({
    width: window.width + size.width - now.width,
    height: window.height + size.height - now.height,
  });
  await eventually(`a panel of ${size.width} × ${size.height}`, async () => {
    const { width, height } = await sizeOf(frame);
    return width === size.width && height === size.height;
  });
  await frame.evaluate(() => new Promise(requestAnimationFrame));
}

/** Makes the window so high that all of the panel is on screen. */
async function showAll(workbench: Workbench, frame: Frame): Promise<void> {
  for (;;) {
    const { width, height, wanted } = await sizeOf(frame);
    if (wanted <= height) return;
    await resize(workbench, frame, { width, height: wanted });
  }
}

/** The panel that came after this one, once it shows something. */
const panelAfter = (workbench: Workbench, before: Frame | undefined): Promise<Frame> =>
  eventually("the next panel", async () => {
    const frame = await workbench.webview("main h1");
    return frame === before ? undefined : frame;
  });

interface Shot {
  readonly name: string;
  readonly width: number;
  /** False where what is done is seen at a place in the transcript only. */
  readonly isWhole: boolean;
}

async function pictureOf(
  workbench: Workbench,
  frame: Frame,
  { name, width, isWhole }: Shot,
): Promise<Picture> {
  await resize(workbench, frame, { width, height: 600 });
  if (isWhole) await showAll(workbench, frame);
  await steps[name]?.(frame);
  if (isWhole) await showAll(workbench, frame);
  const panel = await frame.frameElement();
  const image = await panel.screenshot({ animations: "disabled", caret: "hide" });
  return { name, image };
}

await mkdir(folder, { recursive: true });
const drawing = await launchBrowser();
try {
  for (const theme of Object.keys(themes)) {
    const workbench = await openWorkbench({
      developing: join(root, "test/gallery/extension"),
      theme: theme as keyof typeof themes,
    });
    try {
      let frame = await panelAfter(workbench, undefined);
      for (const size of widths)
        for (const [sheet, specimens] of Object.entries(sheets)) {
          const pictures: Picture[] = [];
          for (const name of Object.keys(specimens)) {
            const shot = { name, width: size.width, isWhole: sheet !== "reading" };
            pictures.push(await pictureOf(workbench, frame, shot));
            await workbench.page.keyboard.press("F9");
            frame = await panelAfter(workbench, frame);
          }
          const file = join(folder, `${sheet}-${theme}-${size.width}.webp`);
          await writeFile(file, await drawSheet(drawing, pictures, size));
          console.log(file);
        }
      assert.deepEqual(workbench.pageErrors, []);
    } finally {
      await workbench.close();
    }
  }
} finally {
  await drawing.close();
}
