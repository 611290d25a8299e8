const MONTHS =
  "jan(?:uary|uar)?|jän(?:ner)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|may|mai|june?|juni?|july?|juli?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const YEAR = "(?:19|20)\\d\\d";

/** Neither part of a longer number or word before it, nor of a version or a sum behind it. */
const START = "(?<![\\p{L}\\p{Nd}_]|\\d[.,/:-])";
const END = "(?![\\p{L}\\p{Nd}_]|[.,/-]\\d)";

const NAMED = [
  `${DAY}(?:st|nd|rd|th|\\.)?[ -]{0,2}(?:of )?(?:${MONTHS})\\.?,?[ -]{0,2}${YEAR}`,
  `(?:${MONTHS})\\.? {1,2}${DAY}(?:st|nd|rd|th)?,? {1,2}${YEAR}`,
];

const NUMBERED = [
  // What has a time of day behind it was written by a machine.
  `${YEAR}([-/.])${MONTH}\\1${DAY}(?!T\\d)`,
  `${DAY}([./-])${MONTH}\\2${YEAR}|${MONTH}([./-])${DAY}\\3${YEAR}`,
];

/** A day with its month and year, in figures or with the month's name, English or German. */
export const FULL_DATE = new RegExp(
  `${START}(?:${[...NUMBERED, ...NAMED].join("|")})${END}`,
  "giu",
);

const BIRTH =
  "born|birth ?(?:day|date)|date of birth|d\\.?o\\.?b\\.?|geboren|geb\\.|geburts(?:tag|datum)";

/** What is not a full date, but is said to be somebody's birthday: without its year, or with two figures of it. */
export const BIRTHDAY = new RegExp(
  `(${START}(?:${BIRTH})[\\s:=]{0,3}(?:(?:is|was|on|the|my|am|ist|war|der|den)[\\s:]{1,2}){0,3})(?:${DAY}[./-]${MONTH}[./-]\\d\\d|${MONTH}[./-]${DAY}[./-]\\d\\d|${DAY}(?:st|nd|rd|th|\\.)? {0,2}(?:of )?(?:${MONTHS})|(?:${MONTHS})\\.? {1,2}${DAY}(?:st|nd|rd|th)?)${END}`,
  "giu",
);
