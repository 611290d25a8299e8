/** Means nothing to any shell. */
const harmless = /^\w[\w+:./-]*$/;

/** Read by one shell or another even inside quotes, or by the program as the beginning of an option. */
const unsafe = /^-|[\\\p{Cc}]/u;

/**
 * One argument of a command line for the shell at this path. Undefined where the text can't be passed safely.
 */
export function shellQuote(text: string, shellPath: string): string | undefined {
  if (harmless.test(text)) return text;
  if (text === "" || unsafe.test(text)) return undefined;
  const shell = shellPath.toLowerCase();
  if (/(?:powershell|pwsh)(?:\.exe)?$/.test(shell)) return `'${text.replaceAll("'", "''")}'`;
  if (/cmd(?:\.exe)?$/.test(shell)) return /["%!^&|<>]/.test(text) ? undefined : `"${text}"`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
