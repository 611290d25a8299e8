import assert from "node:assert/strict";
import fc from "fast-check";
import { deepLinkPath, linkTargetOf } from "../../../src/commands/deepLink";

const contactId = "c1000000-0000-4000-8000-000000000001";

/** As VS Code takes a link apart. */
const linkOf = (text: string) => {
  const { pathname, search } = new URL(`vscode://contact-chains.contact-chains/${text}`);
  return { path: pathname, query: search.slice(1) };
};

describe("a deep link", () => {
  it("leads to the contact that it was made for, whatever the connection is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (connection) => {
        const target = { connection, contactId };
        assert.deepEqual(linkTargetOf(linkOf(deepLinkPath(target))), target);
      }),
    );
  });

  it("leads nowhere where it names anything but a contact", () => {
    for (const text of [
      "contact?connection=sandbox&id=rm",
      `contact?id=${contactId}`,
      `associate?connection=sandbox&id=${contactId}`,
      "contact",
      `contact/../x?connection=sandbox&id=${contactId}`,
    ])
      assert.equal(linkTargetOf(linkOf(text)), undefined, text);
  });
});
