import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toolsFolder } from "../setup/paths.mjs";
import { openWorkbenches } from "../workbench.js";

/** After a test that failed: what every open workbench shows and logged, in .vscode-test/failures. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state !== "failed") return;
    const folder = join(toolsFolder, "failures");
    await mkdir(folder, { recursive: true });
    const name = test
      .fullTitle()
      .replace(/[^\w -]/g, "")
      .slice(0, 100);
    for (const [index, workbench] of [...openWorkbenches].entries()) {
      const file = join(folder, `${name}${index === 0 ? "" : ` ${index}`}`);
      await workbench.screenshot(`${file}.png`).catch(() => undefined);
      await writeFile(`${file}.log`, await workbench.server.hostLog());
      console.log(`      see ${file}.png and .log`);
    }
  },
};
