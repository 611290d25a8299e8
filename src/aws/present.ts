/** The fields that are there, each with a value. */
export type Present<Fields> = { readonly [Key in keyof Fields]?: NonNullable<Fields[Key]> };

/** Leaves out every field that is undefined or null (the wire has both), so that neither leaks inward. */
export const present = <Fields extends object>(fields: Fields): Present<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Present<Fields>;

/** A text that says something. */
export const nonEmpty = (text: string | undefined): string | undefined =>
  text === "" ? undefined : text;
