/** A text of the extension with numbers of the page in its holes `{0}` and `{1}`. */
export const worded = (text: string, ...values: readonly (number | string)[]): string =>
  text.replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
