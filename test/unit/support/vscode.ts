/** What pure code uses of `vscode` (words and the user's language), for unit tests: esbuild.mjs puts it in its place. */

type Arguments =
  readonly (string | number | boolean)[] | readonly [Readonly<Record<string, string>>];

const fill = (message: string, args: Arguments): string =>
  message.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const [first] = args;
    const value =
      typeof first === "object" ? first[name] : (args[Number(name)] as string | number | undefined);
    return value === undefined ? hole : String(value);
  });

export const l10n = { t: (message: string, ...args: Arguments): string => fill(message, args) };

export const env = { language: "en" };

/** Is never called: what shows something runs in an editor only. */
export const window = {};
