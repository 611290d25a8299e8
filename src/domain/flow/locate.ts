import { visit } from "jsonc-parser";
import type { JsonPath } from "./flow";

/** Of a text, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

const keyOf = (path: JsonPath): string => JSON.stringify(path);

/**
 * Finds where values stand in a JSON text, of those on these paths. Of a list or an object it is the bracket; of what is not there,
 * the nearest thing around it that is.
 */
export function locate(text: string, paths: readonly JsonPath[]): (path: JsonPath) => Span {
  const wanted = new Set(
    paths.flatMap((path) => [path, ...path.map((_, end) => path.slice(0, end))].map(keyOf)),
  );
  const found = new Map<string, Span>();
  const see = (path: JsonPath, span: Span): boolean => {
    const key = keyOf(path);
    const isWanted = wanted.has(key);
    if (isWanted) found.set(key, span);
    return isWanted;
  };
  // What leads to none of the values is passed over; the ends have to be listened to for that.
  visit(text, {
    onObjectBegin: (...[offset, length, , , path]) => see(path(), { offset, length }),
    onObjectEnd: () => undefined,
    onArrayBegin: (...[offset, length, , , path]) => see(path(), { offset, length }),
    onArrayEnd: () => undefined,
    onLiteralValue: (...[, offset, length, , , path]) => void see(path(), { offset, length }),
  });
  return (path) => nearest(path, found);
}

function nearest(path: JsonPath, found: ReadonlyMap<string, Span>): Span {
  const span = found.get(keyOf(path));
  if (span !== undefined || path.length === 0) return span ?? { offset: 0, length: 0 };
  return nearest(path.slice(0, -1), found);
}
