import assert from "node:assert/strict";
import { c1, fileOf, names, reading } from "../panel/support/specimens";
import { showAll } from "./support/opened";
import { pagesOfSuite } from "./support/pages";
import { hostileTexts } from "./support/hostileTexts";

const interactive = "application/vnd.amazonaws.connect.message.interactive";

/** The text in every field that a customer, an agent or a bot controls. */
const linesWith = (text: string) => [
  { role: "CUSTOMER", name: text, text },
  { role: "CUSTOMER", name: text, text, type: "text/markdown" },
  { role: "AGENT", name: text, text: { [text]: text }, type: "application/json" },
  { role: "AGENT", name: text, text, type: "application/json" },
  { role: text, name: text, text, type: text },
  { role: "CUSTOMER", name: text, event: "participant.joined" },
  { role: "CUSTOMER", name: text, event: text },
  {
    role: "SYSTEM",
    name: "BOT",
    type: interactive,
    text: {
      templateType: text,
      version: text,
      data: {
        content: { title: text, subtitle: text, elements: [{ title: text, subtitle: text }] },
      },
    },
  },
  { role: "SYSTEM", name: "BOT", type: interactive, text },
  { role: "CUSTOMER", name: text, text: { action: text }, type: `${interactive}.response` },
  {
    role: "CUSTOMER",
    name: text,
    attachments: [{ AttachmentId: "1", AttachmentName: text, ContentType: text, Status: text }],
  },
];

/** Runs in the page: elements and attributes that no text may bring about. */
function intruders(): readonly string[] {
  const elements =
    "img, iframe, frame, object, embed, style, script, a, form, meta, link, base, math, foreignObject, animate, set, audio, video, marquee, template, textarea, title, portal";
  const attributes = ["href", "src", "srcdoc", "action", "formaction", "xlink:href"];
  const isAllowed = (element: Element): boolean =>
    !element.matches(elements) &&
    !element.matches(".row [style]") &&
    [...element.attributes].every(
      ({ name }) => !name.startsWith("on") && !attributes.includes(name),
    );
  return [...document.querySelectorAll("main *")]
    .filter((element) => !isAllowed(element))
    .map(({ outerHTML }) => outerHTML.slice(0, 200));
}

const inOnePage = 15;

const chunks = Array.from({ length: Math.ceil(hostileTexts.length / inOnePage) }, (_, index) =>
  hostileTexts.slice(index * inOnePage, (index + 1) * inOnePage),
);

describe("hostile text", function () {
  this.timeout(120_000);
  const pages = pagesOfSuite();

  it("comes in at least 300 different kinds", () => {
    assert.ok(new Set(hostileTexts).size >= 300);
    assert.equal(new Set(hostileTexts).size, hostileTexts.length);
  });

  chunks.forEach((texts, index) =>
    it(`runs nothing, asks for nothing and stays in its row: ${index * inOnePage + 1} to ${index * inOnePage + texts.length}`, async () => {
      const lines = texts.flatMap(linesWith);
      const content = reading(fileOf(c1, lines));
      const agents = new Map([["a1", texts[0] ?? ""]]);
      const opened = await pages.show({ ...content, names: { ...names, agents } });
      const { page } = opened;
      await page.locator(".row").first().waitFor();
      await showAll(opened);
      await page.locator(`.row[data-index="${lines.length}"]`).waitFor();
      assert.deepEqual(await page.evaluate(intruders), []);
      const rows = await page
        .locator(".rows .row")
        .evaluateAll((all) => all.map((row) => row.parentElement?.closest(".row") === null));
      assert.equal(rows.length, lines.length + 1);
      assert.ok(rows.every(Boolean));
      assert.deepEqual(opened.breaches, []);
    }),
  );
});
