// Foreign text in Markdown that we write.

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** A text on one line as code, whatever it has of backticks. */
export function code(text: string): string {
  const ticks = "`".repeat(longestTicks(text) + 1);
  const space = ticks.length > 1 ? " " : "";
  return `${ticks}${space}${oneLine(text)}${space}${ticks}`;
}

const longestTicks = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));

/** A fence longer than any inside. */
export function fenced(text: string, language = ""): string {
  const fence = "`".repeat(Math.max(2, longestTicks(text)) + 1);
  return `${fence}${language}\n${text.replace(/\r\n?/g, "\n")}\n${fence}`;
}

/** The text with everything escaped that Markdown would take for its own; each line stays a line. */
export function plain(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replace(/[\\`*_[\]<>&~|$^]/g, "\\$&")
        .replace(/^(\s*)([#+\-=:]|\d+(?=[.)]))/, (_, space: string, mark: string) =>
          /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
        )
        .replace(/^[ \t]+/, (space) => "\u00a0".repeat(space.length)),
    )
    .join("\\\n");
}
