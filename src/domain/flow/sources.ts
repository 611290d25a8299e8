import { parse } from "jsonc-parser";
import { attributeOf, referenceTo, settersOf } from "./attributes";
import type { AttributeScope } from "./attributes";
import { flowOf, usualSource } from "./flow";

/** A reference that a past contact's id may be read by, and how the flow knows it. */
export interface KnownSource {
  readonly reference: string;
  readonly from: "set" | "read" | "usual";
}

const READ = /"(\$\.(?:Flow)?Attributes\.\w+)"/g;
const scopes: readonly AttributeScope[] = ["Attributes", "FlowAttributes"];

/** The attributes that a flow sets, then those that it reads, then the usual one; also of one that is being written. */
export function knownSources(text: string): readonly KnownSource[] {
  const flow = flowOf(parse(text));
  const set = scopes.flatMap((scope) =>
    flow === undefined
      ? []
      : [...settersOf(flow, scope).keys()].map((name) => referenceTo({ scope, name })),
  );
  const read = [...text.matchAll(READ)].map(([, reference = ""]) => reference);
  const found = new Map<string, KnownSource>();
  const know = (references: readonly string[], from: KnownSource["from"]): void => {
    for (const reference of references)
      if (!found.has(reference) && attributeOf(reference) !== undefined)
        found.set(reference, { reference, from });
  };
  know(set, "set");
  know(read, "read");
  know([usualSource], "usual");
  return [...found.values()];
}
