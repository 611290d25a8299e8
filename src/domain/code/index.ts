import type { CodeRequest } from "./call";
import { cSharpCode } from "./cSharp";
import { flowCode } from "./flow";
import { goCode } from "./go";
import { javaCode } from "./java";
import { javaScriptCode } from "./javaScript";
import { kotlinCode } from "./kotlin";
import { pythonCode } from "./python";
import { cliCode, curlCode } from "./shell";

const writers = {
  cli: cliCode,
  python: pythonCode,
  javascript: javaScriptCode,
  java: javaCode,
  csharp: cSharpCode,
  go: goCode,
  kotlin: kotlinCode,
  curl: curlCode,
  flow: flowCode,
} as const;

export type CodeLanguage = keyof typeof writers;

export const codeLanguages = Object.keys(writers) as readonly CodeLanguage[];

/** The call in a language: whole, as it can be run, with one client token for all its attempts and its failures told. */
export const codeOf = (language: CodeLanguage, request: CodeRequest): string =>
  writers[language](request);
