/** What is looked for in a text besides the names of the participants. */
export type PersonalKind = "email" | "phone" | "card" | "account";

/** Says what stands in the place of what was found. */
export type Replace = (kind: PersonalKind) => string;

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** The parts have a greatest length, so that a word of 20,000 letters costs no more than its length. */
const EMAIL =
  /[\p{L}\p{M}\p{N}.!#$'*+^_`{|}~-]{1,64}(?:@|%40)[\p{L}\p{M}\p{N}-]{1,63}(?:\.[\p{L}\p{M}\p{N}-]{1,63}){1,8}/giu;

const IBAN = new RegExp(`(${UUID})|\\b[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]){11,30}\\b`, "giu");

/** Of the last and this century, and not the beginning of a longer number. */
const DATE =
  "(?:19|20)\\d\\d-[01]\\d-[0-3]\\d(?![ .\\-/]?\\d{3})|[0-3]?\\d([./])[0-3]?\\d\\2(?:19|20)\\d\\d(?![ .\\-/]?\\d{3})";

/** Seven digits or more, however they are grouped; of every script. */
const NUMBER = new RegExp(
  `(${UUID}|${DATE})|(?<!\\p{Nd})[+(]{0,2}\\p{Nd}(?:[ \\t\\u00a0().\\-/_\\u2010-\\u2015]{0,3}\\p{Nd}){6,}`,
  "giu",
);

/**
 * Puts something else in the place of e-mail addresses, phone, card and account numbers. What it cannot know by its shape, such
 * as a number in words or one of fewer than seven digits, stays.
 */
export function replacePersonal(text: string, replace: Replace): string {
  return text
    .replace(EMAIL, () => replace("email"))
    .replace(IBAN, (found: string, id: string | undefined) => {
      const length = id === undefined ? ibanLength(found) : 0;
      return length === 0 ? found : replace("account") + found.slice(length);
    })
    .replace(NUMBER, (found: string, kept: string | undefined) =>
      kept === undefined ? replace(kindOfNumber(found)) : found,
    );
}

const digitsOf = (text: string): string => text.replace(/\P{Nd}/gu, "");

/** A card may have more behind it, such as its expiry. */
function kindOfNumber(found: string): PersonalKind {
  if (beginsWithCard(found)) return "card";
  const looksDialled = /^[+(0]|\P{Nd}/u.test(found);
  return looksDialled && digitsOf(found).length <= 15 ? "phone" : "account";
}

function beginsWithCard(found: string): boolean {
  let digits = "";
  for (const [group] of found.matchAll(/\p{Nd}+/gu)) {
    digits += group;
    if (digits.length > 19) return false;
    if (digits.length >= 13 && passesLuhn(digits)) return true;
  }
  return false;
}

/** ISO/IEC 7812: from the right, every second digit counts twice. */
function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

const SHORTEST_IBAN = 15;

/** How much of what was found is an IBAN; words may have been taken for its last groups. */
function ibanLength(found: string): number {
  for (let end = found.length; end >= SHORTEST_IBAN; end--) {
    const endsAGroup = !/[a-z0-9]/i.test(found.charAt(end));
    if (endsAGroup && passesIban(found.slice(0, end).replace(/[ -]/g, ""))) return end;
  }
  return 0;
}

/** ISO 13616: the first four characters behind the others, letters as numbers, modulo 97. */
function passesIban(iban: string): boolean {
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (character) =>
    String(parseInt(character, 36)),
  );
  return (
    Array.from(digits.join("")).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
  );
}
