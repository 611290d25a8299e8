import { toCsv } from "./csv";
import type { Exported } from "./exported";
import { toHtml } from "./html";
import { toJson } from "./json";
import { toMarkdown } from "./markdown";

const renderers = { md: toMarkdown, html: toHtml, json: toJson, csv: toCsv } as const;

/** By the ending of the file. */
export type ExportFormat = keyof typeof renderers;

/** The text of the file. */
export const exportText = (exported: Exported, format: ExportFormat): string =>
  renderers[format](exported);
