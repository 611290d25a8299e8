import { getLocation } from "jsonc-parser";
import type { Span } from "./locate";

/** What there is something to say of, or to offer: an action, or the value of one of its members. */
export type Place =
  | { readonly kind: "action" }
  | {
      readonly kind: "type" | "rehydrationType" | "source";
      /** The action's place in the flow. */
      readonly action: number;
      readonly isKey: boolean;
      /** The text's literal that the place is in or beside, or the place itself. */
      readonly span: Span;
    };

const members: Readonly<Record<string, Exclude<Place["kind"], "action">>> = {
  Type: "type",
  "Parameters.RehydrationType": "rehydrationType",
  "Parameters.SourceContactId": "source",
};

/** Reads the text up to the offset; works as well while it is no JSON. */
export function placeAt(text: string, offset: number): Place | undefined {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  const [list, action, ...more] = path;
  if (list !== "Actions" || typeof action !== "number") return undefined;
  if (more.length === 0) return { kind: "action" };
  const kind = members[more.join(".")];
  if (kind === undefined) return undefined;
  const { offset: start, length } = previousNode ?? { offset, length: 0 };
  return { kind, action, isKey: isAtPropertyKey, span: { offset: start, length } };
}
