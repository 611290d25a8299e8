/** What the person must do, in one line; shown without a stack. */
export class SetupError extends Error {}

/**
 * One line of progress.
 * @param {string} line
 */
export const say = (line) => console.log(line);

/**
 * "3.2 s" since a moment of performance.now().
 * @param {number} start
 */
export const since = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/**
 * Runs an entry point; a failure becomes exit code 1, shown as a line or, when it is a bug, with its stack.
 * @param {() => Promise<number | void>} main resolves to the exit code, 0 when nothing is said
 */
export async function entry(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
