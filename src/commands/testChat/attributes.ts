import * as z from "zod/mini";

/** Contact attributes by their names. */
export type Attributes = Readonly<Record<string, string>>;

/** What the service takes as a name (domain.md §1.9). */
const name = /^[\w-]+$/;

const jsonSchema = z.record(
  z.string().check(z.regex(name)),
  z.union([z.string(), z.number(), z.boolean()]),
);

/** Reads `{"name": "value"}` or `name=value, name=value`; undefined where it is neither. */
export function readAttributes(text: string): Attributes | undefined {
  const pairs = text.trim().startsWith("{") ? jsonPairs(text) : listedPairs(text);
  return pairs && Object.fromEntries(pairs);
}

type Pairs = readonly (readonly [string, string])[];

function jsonPairs(text: string): Pairs | undefined {
  try {
    const read = jsonSchema.safeParse(JSON.parse(text));
    return read.success
      ? Object.entries(read.data).map(([key, value]) => [key, String(value)])
      : undefined;
  } catch {
    return undefined;
  }
}

/** A comma inside a value needs JSON. */
function listedPairs(text: string): Pairs | undefined {
  const pairs = text.split(",").map((part): readonly [string, string] => {
    const at = part.indexOf("=");
    return at < 0 ? ["", part] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
  return pairs.every(([key]) => name.test(key)) ? pairs : undefined;
}

export const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([key, value]) => `${key}=${value}`)
    .join(", ");
