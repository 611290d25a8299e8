import type { TextDocument } from "vscode";
import { Range } from "vscode";
import type { Span } from "../domain/flow/locate";

export const rangeOf = (document: TextDocument, { offset, length }: Span): Range =>
  new Range(document.positionAt(offset), document.positionAt(offset + length));
