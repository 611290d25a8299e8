import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as TreeSitter from "@vscode/tree-sitter-wasm";
import type { CodeLanguage } from "../../../src/domain/code";

const { resolve } = createRequire(import.meta.url);
const { Language, Parser } = createRequire(import.meta.url)(
  "@vscode/tree-sitter-wasm",
) as typeof TreeSitter;

const ofVsCode = (name: string): string =>
  join(dirname(resolve("@vscode/tree-sitter-wasm")), `tree-sitter-${name}.wasm`);

const files: Readonly<Record<Exclude<CodeLanguage, "flow">, string>> = {
  cli: ofVsCode("bash"),
  curl: ofVsCode("bash"),
  python: ofVsCode("python"),
  javascript: ofVsCode("javascript"),
  java: ofVsCode("java"),
  csharp: ofVsCode("c-sharp"),
  go: ofVsCode("go"),
  kotlin: join(
    dirname(resolve("@tree-sitter-grammars/tree-sitter-kotlin/package.json")),
    "tree-sitter-kotlin.wasm",
  ),
};

/** Tells what a parser of the language does not understand; nothing where all of it is understood. */
export type FindMistakes = (code: string) => readonly string[];

/** Parsers by language; a flow is JSON, which needs none. */
export async function loadGrammars(): Promise<Readonly<Record<CodeLanguage, FindMistakes>>> {
  await Parser.init();
  const parsers = await Promise.all(
    Object.entries(files).map(async ([language, file]) => {
      const parser = new Parser().setLanguage(await Language.load(file));
      return [language, (code: string) => mistakesOf(parser.parse(code)?.rootNode)] as const;
    }),
  );
  const flow: FindMistakes = (code) => (typeof JSON.parse(code) === "object" ? [] : [code]);
  return { ...(Object.fromEntries(parsers) as Record<keyof typeof files, FindMistakes>), flow };
}

function mistakesOf(node: TreeSitter.Node | undefined): readonly string[] {
  if (node === undefined) return ["nothing was parsed"];
  if (!node.hasError) return [];
  const within = node.children.flatMap((child) => (child === null ? [] : mistakesOf(child)));
  return within.length > 0 ? within : [`${node.startPosition.row + 1}: ${node.text}`];
}
