import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { PanelContent } from "../../src/panel/content";
import { launchBrowser } from "../host/browser";
import { openPage, showAll } from "../unit/webview/support/opened";
import { messagesFor } from "../unit/webview/support/shown";
import type { ThemeName } from "../unit/webview/support/themes";
import { themes } from "../unit/webview/support/themes";
import { continued, ids, reading } from "../unit/panel/support/specimens";
import { events, messages, templates } from "./everyItem";
import { failures, readings, states } from "./everyState";

const folder = "media/gallery";

/** A picture, and what is done before it is taken; the whole page is taken where nothing is. */
interface Specimen {
  readonly content: PanelContent;
  /** Present where personal data is hidden: ids of the items that are shown as they were said. */
  readonly revealed?: ReadonlySet<string>;
  readonly act?: (page: Page) => Promise<void>;
}

type Sheet = Readonly<Record<string, Specimen>>;

const asTheyAre = (contents: Readonly<Record<string, PanelContent>>): Sheet =>
  Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, { content }]));

const sheets: Readonly<Record<string, Sheet>> = {
  items: asTheyAre({
    Messages: reading(messages),
    "Interactive messages": reading(templates),
    Events: reading(events),
  }),
  states: {
    ...asTheyAre(states),
    "Personal data hidden, one message revealed": {
      content: continued,
      revealed: new Set([`${ids.c1}-6`]),
    },
  },
  failures: asTheyAre(failures),
  reading: Object.fromEntries(
    Object.entries(readings).map(([name, act]) => [name, { content: continued, act }]),
  ),
};

/** A page's width, and how many such pages stand side by side on a sheet. */
const widths = [
  { width: 320, columns: 6 },
  { width: 1200, columns: 2 },
] as const;

/** All of one page, however long it is. */
async function picture(
  browser: Browser,
  { content, revealed, act }: Specimen,
  look: { readonly theme: ThemeName; readonly width: number },
): Promise<Buffer> {
  const opened = await openPage(browser, { ...look, height: 600 });
  try {
    await opened.send(...(await messagesFor(content, revealed)));
    await opened.page.waitForFunction(() => document.querySelector("h1") !== null);
    if (act) await act(opened.page);
    else await showAll(opened, look.width);
    if (opened.breaches.length > 0) throw new Error(opened.breaches.join("\n"));
    return await opened.page.screenshot();
  } finally {
    await opened.close();
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

/** Pictures with their names, below and beside each other; as WebP, which takes a fifth of the room of PNG. */
async function sheet(
  browser: Browser,
  pictures: readonly (readonly [string, Buffer])[],
  { width, columns }: { readonly width: number; readonly columns: number },
): Promise<Buffer> {
  const used = Math.min(columns, pictures.length);
  const viewport = { width: used * (width + 24) + 24, height: 600 };
  const page = await browser.newPage({ viewport });
  const figures = pictures.map(
    ([name, image]) =>
      `<figure><figcaption>${escaped(name)}</figcaption><img src="${dataUrl("png", image)}"></figure>`,
  );
  await page.setContent(
    `<!doctype html><style>
body{margin:24px;background:#808080;font:600 13px system-ui;display:grid;grid-template-columns:repeat(${used},${width}px);gap:24px;align-items:start}
figure{margin:0}figcaption{margin-bottom:4px}img{display:block;width:100%}
</style>${figures.join("")}`,
  );
  const whole = dataUrl("png", await page.screenshot({ fullPage: true }));
  const encoded = await page.evaluate(asWebp, whole);
  await page.close();
  return Buffer.from(encoded.slice(encoded.indexOf(",") + 1), "base64");
}

const dataUrl = (type: string, image: Buffer): string =>
  `data:image/${type};base64,${image.toString("base64")}`;

/** Runs in the browser, which knows how to. */
async function asWebp(url: string): Promise<string> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.6);
}

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
try {
  for (const [name, contents] of Object.entries(sheets))
    for (const theme of Object.keys(themes).filter((key): key is ThemeName => key in themes))
      for (const size of widths) {
        const pictures: (readonly [string, Buffer])[] = [];
        for (const [title, specimen] of Object.entries(contents))
          pictures.push([title, await picture(browser, specimen, { theme, width: size.width })]);
        const file = join(folder, `${name}-${theme}-${size.width}.webp`);
        await writeFile(file, await sheet(browser, pictures, size));
        console.log(file);
      }
} finally {
  await browser.close();
}
