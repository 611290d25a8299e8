const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

const escaped = (text: string): string =>
  text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);

/** An element with text in it, or nothing where there is no text. */
export const element = (name: string, text: string | number | boolean | undefined): string =>
  text === undefined ? "" : `<${name}>${escaped(String(text))}</${name}>`;

/** An element with elements in it, left as they are. */
export const parent = (name: string, children: readonly string[], namespace = ""): string =>
  `<${name}${namespace && ` xmlns="${namespace}"`}>${children.join("")}</${name}>`;

export const xmlDocument = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
