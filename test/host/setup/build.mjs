import { say, since } from "./console.mjs";
import { npm, run } from "./process.mjs";

/** Builds the extension and everything below test/. */
export const build = () => timed("Built", ["run", "build"]);

/** Builds the extension as users get it and packs it into the .vsix. */
export const packageExtension = () => timed("Packaged the .vsix", ["run", "package"]);

/** @param {string} done @param {readonly string[]} args of npm */
async function timed(done, args) {
  const start = performance.now();
  await run(npm(...args));
  say(`${done} (${since(start)}).`);
}
