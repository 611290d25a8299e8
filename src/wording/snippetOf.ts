import { SnippetString } from "vscode";
import { placeholders } from "../domain/code/call";

/** Words of a code, each with what may stand in its place, the word itself first. */
export type Alternatives = Readonly<Record<string, readonly string[]>>;

/** Code in which the tab key leads to what has to be replaced, and to words that have alternatives, which are offered. */
export function snippetOf(code: string, alternatives: Alternatives = {}): SnippetString {
  const words = [...placeholders, ...Object.keys(alternatives)];
  const snippet = new SnippetString();
  // A pattern in brackets is among the parts, at every second place.
  code.split(new RegExp(`\\b(${words.join("|")})\\b`)).forEach((part, index) => {
    const choices = alternatives[part] ?? [];
    if (index % 2 === 0) snippet.appendText(part);
    else if (choices.length > 1) snippet.appendChoice([...choices]);
    else snippet.appendPlaceholder(part);
  });
  return snippet;
}
