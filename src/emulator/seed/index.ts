import type { Seed } from "../world";
import { demoSeed } from "./demo";
import { loadSeed, MAX_LOAD } from "./load";
import { sandboxWorld } from "./organization";

export { transcriptKey } from "../records";
export { specimens } from "./day";
export { REFERENCE } from "./reference";
export { asBody, buildTranscript, transcriptObject } from "./transcript";

const LOAD = /^load:(\d{1,7})$/;

const loadCount = (name: string): number | undefined => {
  const digits = LOAD.exec(name)?.[1];
  const count = Number(digits);
  return count >= 1 && count <= MAX_LOAD ? count : undefined;
};

/** An instance that nobody has chatted with yet. */
const emptySeed: Seed = () => sandboxWorld([], () => []);

/**
 * The seed of a name: `demo`, `empty`, or `load:N` for N contacts.
 * @throws RangeError for any other name.
 */
export const seedOf = (name: string): Seed => {
  if (name === "demo") return demoSeed;
  if (name === "empty") return emptySeed;
  const count = loadCount(name);
  if (count !== undefined) return loadSeed(count);
  throw new RangeError(
    `There is no seed "${name}". Use demo, empty, or load:N with N from 1 to ${MAX_LOAD.toLocaleString("en-US")} contacts.`,
  );
};
