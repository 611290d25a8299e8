import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { compareTexts, germanBundle, readTexts, textsOfCode } from "../host/texts";

const english = readTexts("package.nls.json");
const manifest = readTexts("package.nls.de.json");
const bundle = readTexts(germanBundle);

const found = (text: string, pattern: RegExp): readonly string[] =>
  (text.match(pattern) ?? []).toSorted();

/** What no translation may change: places for values, icons, code, commands. */
const kept = (text: string): readonly string[] =>
  found(text, /\{\d+\}|\$\([\w-]+\)|`[^`]*`|\(command:[\w.]+\)/g);

function assertSameParts(pairs: readonly (readonly [string, string])[]): void {
  const different = pairs.filter(
    ([text, german]) => JSON.stringify(kept(text)) !== JSON.stringify(kept(german)),
  );
  assert.deepEqual(different, []);
}

describe("German", () => {
  it("has every text of the code and no other (npm run l10n lists them)", async () => {
    assert.deepEqual(compareTexts(await textsOfCode(), bundle), { missing: [], surplus: [] });
    // All sources are read and parsed.
  }).timeout(60_000);

  it("has every text of the manifest and no other", () => {
    assert.deepEqual(compareTexts(Object.keys(english), manifest), { missing: [], surplus: [] });
  });

  it("says something everywhere, with the same values, icons, commands and code in it", () => {
    const pairs = [
      ...Object.entries(bundle),
      ...Object.entries(english).map(([key, text]) => [text, manifest[key] ?? ""] as const),
    ];
    assert.deepEqual(
      pairs.filter(([, german]) => german.trim() === ""),
      [],
    );
    assertSameParts(pairs);
  });

  it("has the walkthrough's pages", () => {
    const pages = Object.entries(manifest).filter(([key]) => key.endsWith(".page"));
    assert.ok(pages.length > 0);
    for (const [, page] of pages) assert.ok(existsSync(page) && page.endsWith(".de.md"), page);
  });
});
