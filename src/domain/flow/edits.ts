import type { Edit, FormattingOptions } from "jsonc-parser";
import { modify } from "jsonc-parser";
import type { Fix } from "./problem";

/** How the file is laid out; absent where it is one line. */
export type Layout = Pick<FormattingOptions, "tabSize" | "insertSpaces" | "eol">;

/** The changes of a JSON text that a fix consists of. */
export const editsOf = (
  text: string,
  { kind, path, value }: Fix,
  layout: Layout | undefined,
): readonly Edit[] =>
  modify(text, kind === "append" ? [...path, -1] : [...path], value, {
    ...(layout !== undefined && { formattingOptions: layout }),
  });
