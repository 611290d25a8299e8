import type { Workbench } from "../host/workbench";
import { eventually } from "../host/workbench/eventually";
import { Panel } from "./support/panel";
import {
  c2,
  c3,
  c4,
  c5,
  expandReferenceChain,
  idOf,
  openProduct,
  referenceChain,
  referenceContacts,
} from "./support/product";

const pictures = "media/pictures";

/** Half a desktop, so that text stays readable where README and marketplace show the pictures. */
const window = { viewport: { width: 1180, height: 760 }, timeZone: "Europe/London" };

const say = (text: string): void => console.log(text);

/** Both use cases of AWS's worked example, as a person does them, with a picture of each step. */
async function tour(workbench: Workbench): Promise<void> {
  await expandReferenceChain(workbench, "Sandbox");
  const contacts = await referenceContacts(workbench);
  say(`The past chat:\n${contacts.map((row) => `  ${row.label}  ${row.description}`).join("\n")}`);

  await workbench.tree.contextMenu(["Sandbox", referenceChain, c2], "Continue a Past Chat…");
  await workbench.quickInput.pick(idOf(c4));
  const types = await eventually("both types with their messages", async () => {
    const items = await workbench.quickInput.items();
    return items.every(({ description }) => description.includes("messages")) && items.length > 1
      ? items
      : undefined;
  });
  await shoot(workbench, "rehydration-types");
  say(
    `What each type would do:\n${types.map((item) => `  ${item.label} (${item.description}): ${item.detail}`).join("\n")}`,
  );
  await workbench.quickInput.pick(/From segment/);
  await reportOf(workbench, c2, "use-case-1");

  await workbench.tree.contextMenu(["Sandbox", referenceChain, c3], "Continue a Past Chat…");
  await workbench.quickInput.pick(idOf(c5));
  await workbench.quickInput.pick(/Entire past session/);
  await reportOf(workbench, c3, "use-case-2");

  await workbench.tree.contextMenu(["Sandbox", referenceChain, c2], "Continue a Past Chat…");
  await workbench.quickInput.pick(idOf(c4));
  await workbench.quickInput.pick(/From segment/);
  const refused = await Panel.titled(workbench, /not continued|refused|failed/i);
  await refused.says("InvalidRequestException");
  await refused.quiet();
  await shoot(workbench, "failure");
  say(`A second association on ${c4} is refused.`);

  await workbench.tree.contextMenu(["Sandbox", referenceChain], "Open Transcript");
  await (await Panel.titled(workbench, /Transcript/)).quiet();
  await shoot(workbench, "transcript");
}

/** Without the mouse over anything. */
async function shoot(workbench: Workbench, name: string): Promise<void> {
  await workbench.page.mouse.move(window.viewport.width / 2, 4);
  await workbench.page
    .locator(".workbench-hover-container .monaco-hover")
    .waitFor({ state: "hidden" });
  await workbench.screenshot(`${pictures}/${name}.png`);
}

async function reportOf(
  workbench: Workbench,
  continuedFrom: string,
  picture: string,
): Promise<void> {
  const panel = await Panel.titled(workbench, `Continued from ${continuedFrom}`);
  await panel.says("The answer agrees with the plan.");
  await panel.says("was due last Thursday");
  await shoot(workbench, picture);
  const [carried, leftOut, transcript] = [
    await panel.listed("carried"),
    await panel.listed("leftOut"),
    await panel.transcript(),
  ];
  say(
    `Continued from ${continuedFrom}: carries ${carried.join(", ")}; leaves out ${leftOut.join(", ") || "nothing"}; ${transcript.split("\n").length} lines of transcript.`,
  );
  await panel.quiet();
}

const workbench = await openProduct(window);
try {
  await tour(workbench);
  say(`Pictures are in ${pictures}.`);
} finally {
  await workbench.close();
}
