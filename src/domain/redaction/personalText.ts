import { ADDRESSES } from "./addresses";
import { BIRTHDAY, FULL_DATE } from "./dates";
import { LABELLED } from "./labelledNumbers";
import { UUID } from "./uuid";

/** What is looked for in a text besides the names of the participants. */
export type PersonalKind =
  | "email"
  | "phone"
  | "card"
  | "account"
  | "address"
  /** A day with its month and year, or somebody's birthday. */
  | "date"
  /** A number that words say to be a PIN, a customer number and the like. */
  | "code";

/** Says what stands in the place of what was found. */
export type Replace = (kind: PersonalKind) => string;

/** The parts have a greatest length, so that a word of 20,000 letters costs no more than its length. */
const EMAIL =
  /[\p{L}\p{M}\p{N}.!#$'*+^_`{|}~\\-]{1,64}(?:@|%40)[\p{L}\p{M}\p{N}-]{1,63}(?:\.[\p{L}\p{M}\p{N}-]{1,63}){1,8}/giu;

const IBAN = new RegExp(`(${UUID})|\\b[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]){11,30}\\b`, "giu");

const CURRENCY = "(?:€|\\$|£|EUR|USD|GBP|CHF)";

/** Figures that count or name something else, however many there are. */
const IMPERSONAL = [
  // The day of a machine's time.
  "(?:19|20)\\d\\d-[01]\\d-[0-3]\\d(?=T\\d)",
  "(?:19|20)\\d\\d ?[-–/] ?(?:19|20)\\d\\d(?![-./ ]?\\d)",
  // Sums.
  "[1-9]\\d{0,2}(?:\\.\\d{3}){2,5}(?:,\\d{1,2})?(?![-.\\d])",
  `[1-9]\\d{0,2}(?:[ '\\u00a0]\\d{3}){1,5}(?:[.,]\\d{1,2})? ?${CURRENCY}`,
  `[1-9]\\d{0,8}(?:[.,]\\d{1,2})? ?${CURRENCY}`,
  `(?<=${CURRENCY} ?)[1-9]\\d{0,8}(?!\\d| \\d)`,
  "(?:0|[1-9]\\d{0,3})\\.\\d{2}(?: ?[-–/ ] ?(?:0|[1-9]\\d{0,3})\\.\\d{2}){1,9}(?![-.\\d])",
  // Versions.
  "(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){2}(?![-.\\d])",
  "(?<=(?<!\\p{L})(?:v|version|build|release|chrome|firefox|safari|edge|windows|ios|android|macos)[ /]?)\\d{1,6}(?:\\.\\d{1,6}){1,4}",
].join("|");

/** Seven digits or more, however they are grouped; of every script. */
const NUMBER = new RegExp(
  `(\\(?${UUID}|(?<![\\p{Nd}+]|\\p{Nd}[ .\\-/])\\(?(?:${IMPERSONAL}))|(?<!\\p{Nd})[+(]{0,2}\\p{Nd}(?:[ \\t\\u00a0().\\-/_\\\\\\u2010-\\u2015]{0,3}\\p{Nd}){6,}`,
  "giu",
);

/**
 * Puts something else in the place of e-mail and postal addresses, full dates, phone, card and account numbers, and of shorter
 * numbers that words beside them say to be somebody's. What it cannot know by its shape, such as a number in words, stays.
 */
export function replacePersonal(text: string, replace: Replace): string {
  const rest = /@|%40/.test(text) ? text.replace(EMAIL, () => replace("email")) : text;
  return /\p{Nd}/u.test(rest) ? replaceFigures(rest, replace) : rest;
}

/** The longest shapes come first, so that none is taken for a part of another. */
function replaceFigures(text: string, replace: Replace): string {
  const withoutAccounts = text.replace(IBAN, (found: string, id: string | undefined) => {
    const length = id === undefined ? ibanLength(found) : 0;
    return length === 0 ? found : replace("account") + found.slice(length);
  });
  const withoutDates = withoutAccounts
    .replace(FULL_DATE, () => replace("date"))
    .replace(BIRTHDAY, (_, words: string) => words + replace("date"));
  return ADDRESSES.reduce(
    (rest, address) => rest.replace(address, () => replace("address")),
    withoutDates,
  )
    .replace(NUMBER, (found: string, kept: string | undefined) => {
      if (kept !== undefined) return found;
      const opening = /^\([^)]*$/.test(found) ? "(" : "";
      return opening + replace(kindOfNumber(found.slice(opening.length)));
    })
    .replace(
      LABELLED,
      (_, strong: string | undefined, code: string | undefined, weak: string | undefined) =>
        `${strong ?? code ?? weak ?? ""}${replace("code")}`,
    );
}

const digitsOf = (text: string): string => text.replace(/\P{Nd}/gu, "");

/** Of the United States. */
const SOCIAL_SECURITY = /^\d{3}-\d{2}-\d{4}$/;
/** An address of the internet. */
const DOTTED = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** A card may have more behind it, such as its expiry. */
function kindOfNumber(found: string): PersonalKind {
  if (beginsWithCard(found)) return "card";
  if (SOCIAL_SECURITY.test(found)) return "code";
  if (DOTTED.test(found)) return "account";
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
