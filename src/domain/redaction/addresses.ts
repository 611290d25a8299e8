/** A letter or figure before it would make it a part of something else. */
const START = "(?<![\\p{L}\\p{Nd}_.,/-])";

/** Words that follow a number, but begin no name of a street: quantities and what is said of a way. */
const NO_NAME =
  "a|an|the|this|that|my|your|our|on|in|of|at|to|for|from|per|and|or|down|up|blocks?|miles?|km|minutes?|mins?|hours?|days?|weeks?|times|more|people|cars?|ways?|euros?|dollars?|usd|eur|gbp|pm|am|uhr";

const UNIT =
  "(?:,? {0,2}(?:[Aa]pt|[Aa]partment|[Ss]uite|[Uu]nit|[Ff]loor|#)\\.? {0,2}#?[\\p{L}\\d-]{1,6})";

const STATE =
  "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]";

const TOWN_US = `\\p{Lu}[\\p{L}.'-]{1,20}(?: \\p{Lu}[\\p{L}.'-]{1,20}){0,2}, {0,2}(?:${STATE}) {1,2}\\d{5}(?:-\\d{4})?(?!\\d)`;
const TOWN_UK =
  "(?:\\p{Lu}[\\p{L}'-]{1,20}(?: \\p{Lu}[\\p{L}'-]{1,20}){0,2},? {1,2})?[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}(?![\\p{L}\\d])";
const TOWN_DE =
  "(?:D-)?\\d{5} {1,2}(?!(?:euro?|usd|gbp|chf|dollars?|punkte|points|stück|units?|mal|times)(?!\\p{L}))(?!(?:Euro?|EUR|USD|GBP|CHF|Dollars?|Punkte|Points|Stück|Units?)(?!\\p{L}))\\p{Lu}[\\p{L}.-]{2,30}(?: (?:am|an der|im) \\p{Lu}\\p{L}{1,20})?";

/** The town that may stand behind a street. */
const TOWN = `(?:,?\\s{1,2}(?:${TOWN_US}|${TOWN_UK}|${TOWN_DE}))?`;

/** Whatever its letters: no other word ends so behind a number and a name. */
const STREET_EN = `${START}\\d{1,5}[a-z]? {1,2}(?:(?!(?:${NO_NAME}) )[\\p{L}\\d.'-]{1,20} {1,2}){1,3}(?:street|avenue|road|boulevard|blvd)(?!\\p{L})`;

/** Of these the capital tells that they are part of a name: `Drive`, `Way`. */
const STREET_EN_NAMED = `${START}\\d{1,5}[A-Za-z]? {1,2}(?:\\p{Lu}[\\p{L}.'-]{1,20} {1,2}){1,3}(?:St|Ave|Rd|Ln|Lane|Dr|Drive|Ct|Court|Sq|Square|Pl|Place|Ter|Terrace|Way|Close|Crescent|Hwy|Highway|Pkwy|Parkway)\\b\\.?`;

/** Places that are no streets. */
const NO_STREET =
  "(?:arbeits|fenster|fest|lager|liege|park|sitz|speicher|spiel|steck|steh|stell)platz";

const NUMBER_DE = "\\d{1,4}(?: ?[a-h])?(?: ?- ?\\d{1,4}[a-h]?)?(?![\\p{L}\\d]|[.,]\\d)";

const STREET_DE = `(?<!\\p{L})(?!${NO_STREET})(?:\\p{L}{2,30}(?:straße|strasse|str\\.|gasse|weg|allee|platz|damm|ufer|chaussee|steig)|\\p{L}{2,30}[ -](?:straße|strasse|str\\.|allee|platz|ring|damm|ufer|weg)) {0,2}${NUMBER_DE}`;

/** With its town any name is one of a street: `Unter den Linden 77, 10117 Berlin`. */
const STREET_WITH_TOWN_DE = `(?<!\\p{L})\\p{Lu}[\\p{L}.-]{1,30}(?: [\\p{L}.-]{1,20}){0,3} ${NUMBER_DE},? {0,2}\\n?${TOWN_DE}`;

const BOX = `(?<!\\p{L})(?:P\\.? ?O\\.? box|Postfach) {1,2}\\d{1,3}(?: ?\\d{1,3})?(?!\\d)`;

/** English and German; those in which a capital counts come second. */
export const ADDRESSES: readonly RegExp[] = [
  new RegExp(`(?:${STREET_EN}|${BOX})${UNIT}?${TOWN}`, "giu"),
  new RegExp(`(?:${STREET_EN_NAMED})${UNIT}?${TOWN}`, "gu"),
  new RegExp(`${STREET_DE}${TOWN}`, "giu"),
  new RegExp(`${STREET_WITH_TOWN_DE}|(?<!\\p{L})${TOWN_US}`, "gu"),
];
