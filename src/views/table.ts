import { MarkdownString } from "vscode";

/** Two columns; values come from outside, so they are added as text and not as markdown. */
export function table(rows: readonly (readonly [string, string])[]): MarkdownString {
  const markdown = new MarkdownString();
  for (const [name, value] of rows) {
    markdown.appendMarkdown(`**${name}**  `);
    markdown.appendText(value);
    markdown.appendMarkdown("\n\n");
  }
  return markdown;
}
