import { hashOf, scramble } from "./random";

const HEX = "0123456789abcdef";
const TEMPLATE = "00000000-0000-4000-8000-000000000000";

/** Where in the id the digits of four numbers go; hyphens and the version's digit stay. */
const PLACES: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7],
  [19, 9, 10, 11, 12, 15, 16, 17],
  [20, 21, 22, 24, 25, 26, 27, 28],
  [29, 30, 31, 32, 33, 34, 35],
];

/** The variant's digit, which is the first place of the second number, is 8, 9, a or b in a UUID. */
const asVariant = (bits: number): number => ((bits & 0x3fff_ffff) | 0x8000_0000) >>> 0;

const write = (target: Buffer, places: readonly number[], bits: number): void => {
  let shift = 28;
  for (const place of places) {
    target[place] = HEX.charCodeAt((bits >>> shift) & 15);
    shift -= 4;
  }
};

/**
 * Makes ids of 32-bit numbers, a different one for each: the first eight digits are the number, scrambled. Written into one
 * buffer, since a text put together of pieces takes several times the memory.
 */
export const createIdSource = (kind: string): ((number: number) => string) => {
  const start = hashOf(kind);
  const buffer = Buffer.from(TEMPLATE, "latin1");
  return (number) => {
    let bits = scramble((number ^ start) >>> 0);
    PLACES.forEach((places, index) => {
      write(buffer, places, index === 1 ? asVariant(bits) : bits);
      bits = scramble((bits + start + 0x5bd1e995) >>> 0);
    });
    return buffer.toString("latin1");
  };
};

/** The id that belongs to a text, always the same one. */
export const uuidOf = (text: string): string => createIdSource(text)(hashOf(`.${text}`));
