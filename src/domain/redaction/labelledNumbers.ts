import { UUID } from "./uuid";

/** Says of any number behind it that it is somebody's own. */
const STRONG = [
  "pins?|pin codes?|tans?|cvv2?|cvc2?|cv2|otp|ssn|social security(?: number)?|passcode|zip(?: code)?|post ?codes?|postal code|plz|postleitzahl",
  "(?:security|verification|confirmation|access|activation|one-time|card verification|sicherheits|bestätigungs|zugangs|prüf|freischalt)[ -]?(?:codes?|numbers?|nummer|ziffer|zahl)",
  "(?:order|customer|client|account|acct|card|invoice|contract|policy|member|membership|booking|reservation|reference|passport|licen[cs]e|tracking|ticket|case|claim|patient|employee|tax) ?(?:numbers?|no\\.?|nr\\.?|ids?|ref\\.?|#)",
  "(?:bestell|auftrags?|kunden|konto|karten|rechnungs?|vertrags?|versicherungs|versichertens?|mitglieds|buchungs|reservierungs|referenz|ausweis|pass|sendungs|vorgangs|ticket|fall|schadens?|patienten|personal|steuer)[ -]?(?:nummer|nr\\.?|id|kennung)",
  "last (?:four|4|3|three) ?(?:digits|numbers)?|letzten? (?:vier|4|drei|3) ?(?:ziffern|stellen)?",
  "(?:card|account|karte|konto)(?: is| that)? (?:ending|ends|endet|endend)(?: in| with| auf| mit)?",
];

/** Of these only a long number is somebody's own: there are 3 orders, and 20 codes. */
const WEAK = "order|account|customer|invoice|booking|bestellung|auftrag|konto|rechnung|buchung";

const CODE =
  "(?<!(?:error|status|exit|result|response|source|area|country|fehler|http)[ -]?)codes?";

const BETWEEN =
  "[\\s:=#.\"'()-]{0,4}(?:(?:is|was|are|of|for|on|in|the|my|your|this|that|card|account|order|ist|war|lautet|sind|von|für|der|die|das|meiner?|ihrer?|karte|kontos?|it's|its)[\\s:=#\"'-]{1,3}){0,4}";

/** At least so many figures, with letters and dashes among them; no id of a contact. */
const value = (figures: number): string =>
  `(?!${UUID})(?=(?:[\\p{L}-]{0,4}\\d){${figures}})[\\p{L}\\d]{1,16}(?:-[\\p{L}\\d]{1,12}){0,5}(?![\\p{L}\\d])`;

const UNIT =
  "(?! ?(?:[€$£%]|eur|usd|gbp|chf|euros?|dollars?|pounds?|points?|punkte|times|mal|units?|items?|pieces?|stück|gb|mb|kb|am|pm|uhr|days?|minutes?|hours?)|[.,:]\\d)";

/** A number of any length that a word before it says to be a PIN, a customer number and the like; the words are its first group. */
export const LABELLED = new RegExp(
  `((?<![\\p{L}\\d])(?:(?:${STRONG.join("|")})${BETWEEN}))(?:${value(3)})${UNIT}|` +
    `((?<![\\p{L}\\d])${CODE}${BETWEEN})(?:\\d{4,8}(?![\\p{L}\\d]))${UNIT}|` +
    `((?<![\\p{L}\\d])(?:${WEAK})[ :]{1,2}#?)(?:${value(5)})${UNIT}`,
  "giu",
);
