import fc from "fast-check";

/** A word that no text of the product has in it, of at least so many letters and a capital. */
export const word = (least: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(..."bcdfghjklmnpqrstvwxz".split("")), { minLength: least, maxLength: 9 })
    .map((letters) => `Q${letters.join("")}`);

export const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));
