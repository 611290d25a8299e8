/** Remembers the latest values of some keys; the oldest go first when there are too many. */
export class Memory<Key, Value> {
  readonly #values = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  get(key: Key): Value | undefined {
    return this.#values.get(key);
  }

  keep<Kept extends Value>(key: Key, value: Kept): Kept {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.most) {
      for (const oldest of this.#values.keys()) {
        this.#values.delete(oldest);
        break;
      }
    }
    return value;
  }
}
