import { Memory } from "./memory";
import { lowerBound } from "./sorted";
import type { Bucket, StoredObject } from "./world";

/** Objects that are worked out when somebody asks for them: how a load seed has a million transcripts. */
export interface ObjectSource {
  find(key: string): StoredObject | undefined;
  /** Objects whose key begins with the prefix, in key order; may leave out those up to and with `after`. */
  list(prefix: string, after: string): Iterable<StoredObject>;
}

const EMPTY: ObjectSource = { find: () => undefined, list: () => [] };

const keysBehind = (keys: readonly string[], prefix: string, after: string): number =>
  lowerBound(keys, (key) => key < prefix || key <= after);

/** Two lists in key order as one; of equal keys the first list's object wins. */
function* merged(
  first: Iterable<StoredObject>,
  second: Iterable<StoredObject>,
): Generator<StoredObject> {
  const others = second[Symbol.iterator]();
  let other = others.next();
  for (const own of first) {
    while (other.done !== true && other.value.key < own.key) {
      yield other.value;
      other = others.next();
    }
    if (other.done !== true && other.value.key === own.key) other = others.next();
    yield own;
  }
  while (other.done !== true) {
    yield other.value;
    other = others.next();
  }
}

class MemoryBucket implements Bucket {
  readonly #objects: Map<string, StoredObject>;
  readonly #deleted = new Set<string>();
  /** What the source made lately: who asks for an object often asks for it again. */
  readonly #found = new Memory<string, StoredObject>(100);
  /** In order; made again when it is next needed after a key came or went. */
  #keys: string[] | undefined;

  constructor(
    readonly name: string,
    objects: Iterable<StoredObject>,
    private readonly source: ObjectSource,
  ) {
    this.#objects = new Map(Array.from(objects, (object) => [object.key, object]));
  }

  get(key: string): StoredObject | undefined {
    if (this.#deleted.has(key)) return undefined;
    return this.#objects.get(key) ?? this.#found.get(key) ?? this.#find(key);
  }

  *list(prefix: string, after = ""): Generator<StoredObject> {
    for (const object of merged(this.#own(prefix, after), this.source.list(prefix, after))) {
      if (object.key > after && !this.#deleted.has(object.key)) yield object;
    }
  }

  put(object: StoredObject): void {
    if (!this.#objects.has(object.key)) this.#keys = undefined;
    this.#objects.set(object.key, object);
    this.#deleted.delete(object.key);
  }

  delete(key: string): void {
    if (this.get(key) === undefined) return;
    if (this.#objects.delete(key)) this.#keys = undefined;
    this.#deleted.add(key);
  }

  wasDeleted(key: string): boolean {
    return this.#deleted.has(key);
  }

  #find(key: string): StoredObject | undefined {
    const object = this.source.find(key);
    return object && this.#found.keep(key, object);
  }

  *#own(prefix: string, after: string): Generator<StoredObject> {
    const keys = (this.#keys ??= [...this.#objects.keys()].sort());
    for (let at = keysBehind(keys, prefix, after); at < keys.length; at += 1) {
      const key = keys[at];
      if (key?.startsWith(prefix) !== true) return;
      const object = this.#objects.get(key);
      if (object) yield object;
    }
  }
}

const isSource = (content: Iterable<StoredObject> | ObjectSource): content is ObjectSource =>
  "find" in content && "list" in content;

/** A bucket with these objects, or with those that a source works out on demand; what is put or deleted later goes before it. */
export const createBucket = (
  name: string,
  content: Iterable<StoredObject> | ObjectSource = [],
): Bucket =>
  isSource(content) ? new MemoryBucket(name, [], content) : new MemoryBucket(name, content, EMPTY);
