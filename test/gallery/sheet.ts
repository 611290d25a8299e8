import type { Browser } from "playwright-core";

export interface Picture {
  readonly name: string;
  /** A PNG. */
  readonly image: Buffer;
}

/** Pictures with their names, below and beside each other; as WebP, which takes a fifth of the room of PNG. */
export async function drawSheet(
  browser: Browser,
  pictures: readonly Picture[],
  { width, columns }: { readonly width: number; readonly columns: number },
): Promise<Buffer> {
  const used = Math.min(columns, pictures.length);
  const viewport = { width: used * (width + 24) + 24, height: 600 };
  const page = await browser.newPage({ viewport });
  const figures = pictures.map(
    ({ name, image }) =>
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

const escaped = (text: string): string =>
  text.replace(/[&<]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

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
