import { Memory } from "./memory";

interface Made<Value> {
  readonly from: readonly unknown[];
  readonly value: Value;
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

/** What was made of the latest things, made anew where any part of what it is made from is another. */
export class Derived<Thing, Value> {
  readonly #made: Memory<Thing, Made<Value>>;

  constructor(most: number) {
    this.#made = new Memory(most);
  }

  of(thing: Thing, from: readonly unknown[], make: () => Value): Value {
    const made = this.#made.get(thing);
    if (made && isSame(made.from, from)) return made.value;
    const value = make();
    this.#made.keep(thing, { from, value });
    return value;
  }
}
