import { TryFiles } from "../../../../src/connections/notebook/tryFiles";
import { tried } from "../../support/tries";

/**
 * What another window does: `node notes.process.mjs FOLDER FIRST STEP COUNT` notes so many tries, at these minutes, one as soon as
 * the one before it is in its file, and prints each one's id then.
 */
const [folder = "", ...numbers] = process.argv.slice(2);
const [first = 0, step = 1, count = 0] = numbers.map(Number);

const files = new TryFiles(folder);
for (let index = 0; index < count; index += 1) {
  const { plan, ...each } = tried({ minute: first + index * step });
  // As large as a plan can be, so that writing takes its time.
  const carried = Array.from({ length: 100 }, () => plan.carried).flat();
  await files.write({ ...each, plan: { ...plan, carried } });
  console.log(each.id);
}
