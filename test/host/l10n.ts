import { writeFileSync } from "node:fs";
import { compareTexts, germanBundle, readTexts, textsOfCode } from "./texts";

/**
 * `npm run l10n`: brings the German texts into order and leaves out those that nothing uses any more. What is missing is
 * printed, ready to be put in.
 */
const wanted = await textsOfCode();
const german = readTexts(germanBundle);
const { missing, surplus } = compareTexts(wanted, german);
const kept = wanted.flatMap((text) => {
  const translation = german[text];
  return translation === undefined ? [] : [[text, translation] as const];
});
writeFileSync(germanBundle, `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`);
console.log(`${wanted.length} texts, ${missing.length} missing, ${surplus.length} left out.`);
for (const text of missing) console.log(`  ${JSON.stringify(text)}: "",`);
const manifest = compareTexts(
  Object.keys(readTexts("package.nls.json")),
  readTexts("package.nls.de.json"),
);
for (const key of manifest.missing) console.log(`package.nls.de.json lacks ${key}`);
for (const key of manifest.surplus) console.log(`package.nls.de.json has ${key} too much`);
if (missing.length + manifest.missing.length + manifest.surplus.length > 0) process.exitCode = 1;
