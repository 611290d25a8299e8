/**
 * Texts as literals of a language. What does not show, or changes how code looks (controls, direction marks, lone surrogates),
 * never stands there as it is.
 */
type Literal = (text: string) => string;

/** Letters, numbers, punctuation, symbols and the plain space. */
const visible = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** A lone surrogate can't be sent in UTF-8. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

const utf16 = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${hex(character.charCodeAt(index), 4)}`,
  ).join("");

const codePoint = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
};

/** Java reads `\u…` before it reads the literal, so that a line break written so would end the line. */
const javaEscape = (character: string): string => {
  const code = character.charCodeAt(0);
  return code < 0x80 ? `\\${code.toString(8).padStart(3, "0")}` : utf16(character);
};

const quoted =
  (escape: (character: string) => string, special = /["\\]/): Literal =>
  (text) =>
    `"${Array.from(wellFormed(text), (character) => {
      if (special.test(character)) return `\\${character}`;
      return visible.test(character) ? character : escape(character);
    }).join("")}"`;

export const javaScriptLiteral = quoted(utf16);
export const pythonLiteral = quoted(codePoint);
export const javaLiteral = quoted(javaEscape);
export const cSharpLiteral = quoted(utf16);
export const goLiteral = quoted(codePoint);
/** A `$` would begin a template. */
export const kotlinLiteral = quoted(utf16, /["\\$]/);

/** JSON, with what does not show escaped. */
export const jsonLiteral = (value: unknown, indent: number | string = 0): string =>
  JSON.stringify(
    value,
    (_, each: unknown) => (typeof each === "string" ? wellFormed(each) : each),
    indent,
  ).replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} \n\t]/gu, utf16);

/** One word of a POSIX shell, which has no escapes: what does not show becomes what shows that something was there. */
export const shellLiteral: Literal = (text) =>
  /^[\w+:./-]+$/.test(text)
    ? text
    : `'${text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} \n]/gu, "\uFFFD").replaceAll("'", "'\\''")}'`;
