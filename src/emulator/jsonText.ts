/** Texts of objects that don't change: undefined until somebody asks for them. */
const texts = new WeakMap<object, string | undefined>();
const bodies = new WeakMap<object, Buffer>();

/** Promises that the object won't change, so that its text need be made only once. */
export const unchanging = <Value extends object>(value: Value): Value => {
  texts.set(value, undefined);
  return value;
};

const textOf = (item: unknown): string => {
  if (typeof item !== "object" || item === null || !texts.has(item)) return JSON.stringify(item);
  const known = texts.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(item);
  texts.set(item, text);
  return text;
};

const memberText = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(textOf).join(",")}]` : JSON.stringify(value);

/** The same as `JSON.stringify`, for an object whose lists may hold unchanging ones: most of a large answer is those. */
const jsonText = (content: object): string =>
  `{${Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${memberText(value)}`)
    .join(",")}}`;

/** The object as JSON for an answer's body. */
export const jsonBody = (content: object): string | Buffer => {
  if (!texts.has(content)) return jsonText(content);
  const known = bodies.get(content);
  if (known) return known;
  const body = Buffer.from(jsonText(content));
  bodies.set(content, body);
  return body;
};
