import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @param {string} folder @returns {string} */
const upToManifest = (folder) =>
  existsSync(join(folder, "package.json")) ? folder : upToManifest(dirname(folder));

/** The repository. Looked for upwards, since this file also runs from inside a bundle in out/. */
export const root = upToManifest(dirname(fileURLToPath(import.meta.url)));

/** Everything the harness downloads or leaves behind; git ignores it. */
export const toolsFolder = join(root, ".vscode-test");

/** The extension as a user installs it, made by `npm run package`. */
export const vsixFile = join(root, "contact-chains.vsix");

/** @param {...string} path below the folder of the built tests */
export const built = (...path) => join(root, "out", "test", ...path);
