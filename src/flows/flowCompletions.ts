import { randomUUID } from "node:crypto";
import type { CompletionItemProvider, Position, TextDocument } from "vscode";
import { CompletionItem, CompletionItemKind, l10n, Range } from "vscode";
import { rehydrationTypes } from "../domain/association";
import { associationAction } from "../domain/code/flow";
import { jsonLiteral } from "../domain/code/literals";
import { associationType } from "../domain/flow/flow";
import type { Place } from "../domain/flow/place";
import { placeAt } from "../domain/flow/place";
import type { KnownSource } from "../domain/flow/sources";
import { knownSources } from "../domain/flow/sources";
import { rehydrationTypeText } from "../wording/flows";
import { snippetOf } from "../wording/snippetOf";
import { mayBeFlow } from "./awaitFlow";
import { isLarge } from "./flowReadings";
import { rangeOf } from "./rangeOf";

/** VS Code asks at these, and at the beginning of a word. */
export const completionTriggers = ['"', ":", " ", "$", "."];

/** A value that is being written, by what stands before it. */
const VALUE = /"(?:Type|RehydrationType|SourceContactId)"\s*:\s*(?:"[^"]*)?$/;

/** The beginning of an action on a line of its own. */
const ACTION = /^\s*"?\w*$/;

const NEAR = 200;

/** Asked at every word that is typed, so that it looks at the line first, and at the text only if there may be something to offer. */
export const flowCompletions: CompletionItemProvider = {
  provideCompletionItems(document, position) {
    const before = document.getText(
      new Range(
        position.line,
        Math.max(0, position.character - NEAR),
        position.line,
        position.character,
      ),
    );
    const mayBeAction = ACTION.test(before) && !isLarge(document);
    if ((!VALUE.test(before) && !mayBeAction) || !mayBeFlow(document)) return undefined;
    const text = document.getText();
    const place = placeAt(text, document.offsetAt(position));
    if (place === undefined) return undefined;
    return place.kind === "action"
      ? [actionItem(document, position, before)]
      : valueItems(document, place);
  },
};

type ValuePlace = Exclude<Place, { kind: "action" }>;

function valueItems(document: TextDocument, place: ValuePlace): CompletionItem[] {
  if (place.isKey) return [];
  const range = rangeOf(document, place.span);
  const item = (value: string, order: number): CompletionItem => {
    const made = new CompletionItem(value, CompletionItemKind.Value);
    made.insertText = JSON.stringify(value);
    made.filterText = made.insertText;
    made.sortText = String(order).padStart(3, "0");
    made.range = range;
    return made;
  };
  switch (place.kind) {
    case "type":
      return [item(associationType, 0)];
    case "rehydrationType":
      return rehydrationTypes.map((type, index) =>
        Object.assign(item(type, index), { documentation: rehydrationTypeText(type) }),
      );
    case "source":
      return knownSources(document.getText()).map(({ reference, from }, index) =>
        Object.assign(item(reference, index), { detail: origins[from]() }),
      );
  }
}

const origins: Readonly<Record<KnownSource["from"], () => string>> = {
  set: () => l10n.t("set in this flow"),
  read: () => l10n.t("read in this flow"),
  usual: () => l10n.t("passed by whoever starts the chat"),
};

/** The whole action, with the commas that it needs between others. */
function actionItem(document: TextDocument, position: Position, before: string): CompletionItem {
  const written = /"?\w*$/.exec(before)?.[0] ?? "";
  const start = position.translate(0, -written.length);
  const end =
    quoteAt(document, position) && written.startsWith('"') ? position.translate(0, 1) : position;
  const item = new CompletionItem(associationType, CompletionItemKind.Snippet);
  item.detail = l10n.t("Action that continues a past chat");
  item.filterText = `"${associationType}"`;
  item.range = new Range(start, end);
  const names = knownSources(document.getText())
    .map(({ reference }) => reference)
    .filter((reference) => /^\$\.Attributes\.\w+$/.test(reference))
    .map((reference) => reference.replace("$.Attributes.", ""));
  const code = jsonLiteral(associationAction(randomUUID(), "ENTIRE_PAST_SESSION"), "\t");
  item.insertText = snippetOf(withCommas(document, item.range, code), {
    ENTIRE_PAST_SESSION: rehydrationTypes,
    previousContactId: [...new Set(["previousContactId", ...names])],
  });
  return item;
}

const quoteAt = (document: TextDocument, position: Position): boolean =>
  document.getText(new Range(position, position.translate(0, 1))) === '"';

function withCommas(document: TextDocument, { start, end }: Range, code: string): string {
  const offsets = [document.offsetAt(start), document.offsetAt(end)] as const;
  const near = (from: number, to: number): string =>
    document
      .getText(new Range(document.positionAt(Math.max(0, from)), document.positionAt(to)))
      .trim();
  const isAfterAction = near(offsets[0] - NEAR, offsets[0]).endsWith("}");
  const isBeforeAction = near(offsets[1], offsets[1] + NEAR).startsWith("{");
  return `${isAfterAction ? "," : ""}${code}${isBeforeAction ? "," : ""}`;
}
