import { refuse } from "./continuation";

/** Of all attributes of a contact, names and values, in UTF-8 (domain.md §1.8). */
const MAX_BYTES = 32_768;

/** Refuses attributes that are too many for one contact. */
export const checkAttributes = (attributes: Readonly<Record<string, string>>): void => {
  const bytes = Buffer.byteLength(Object.entries(attributes).flat().join(""));
  if (bytes > MAX_BYTES) refuse(`Attributes: at most ${MAX_BYTES} bytes, have ${bytes}.`);
};
