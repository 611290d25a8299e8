import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";

/** Texts by what they say in English, or of the manifest by their keys. */
export type Texts = Readonly<Record<string, string>>;

export const readTexts = (path: string): Texts => JSON.parse(readFileSync(path, "utf8")) as Texts;

export const germanBundle = "l10n/bundle.l10n.de.json";

/** Every text that the code gives to `l10n.t`. */
export async function textsOfCode(): Promise<readonly string[]> {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ extension: ".ts", contents: readFileSync(join("src", path), "utf8") }));
  return Object.keys(await getL10nJson(files)).toSorted();
}

/** What a translation lacks, and what it has too much. */
export const compareTexts = (
  wanted: readonly string[],
  translated: Texts,
): { readonly missing: readonly string[]; readonly surplus: readonly string[] } => ({
  missing: wanted.filter((text) => !Object.hasOwn(translated, text)),
  surplus: Object.keys(translated).filter((text) => !wanted.includes(text)),
});
