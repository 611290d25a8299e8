import assert from "node:assert/strict";
import { pageHtml } from "../../../src/panel/pageHtml";
import { parseFromPage, parseToPage } from "../../../src/panel/protocol";

describe("messages", () => {
  const good: readonly unknown[] = [
    { type: "ready" },
    { type: "copy", page: 1, what: { kind: "transcript" } },
    { type: "copy", page: 1, what: { kind: "row", index: 7 } },
    { type: "act", page: 1, act: { action: "retry" } },
    { type: "act", page: 1, act: { action: "continuePastChat", contactId: "c1" } },
    { type: "open", page: 1, url: "https://bank.example/a?b=c" },
    { type: "open", page: 1, url: "mailto:ana@example.com" },
  ];
  for (const message of good)
    it(`from the page: ${JSON.stringify(message)}`, () => {
      assert.equal(parseFromPage(message).kind, "read");
    });

  const bad: readonly unknown[] = [
    undefined,
    "ready",
    { type: "run", command: "workbench.action.terminal.new" },
    { type: "act", page: 1, act: { action: "deleteEverything" } },
    { type: "act", page: 1, act: { action: "openTranscript" } },
    { type: "copy", page: 1, what: { kind: "text", text: "x" } },
    { type: "copy", page: "1", what: { kind: "transcript" } },
    { type: "open", page: 1, url: "javascript:alert(1)" },
    { type: "open", page: 1, url: "command:workbench.action.quit" },
    { type: "open", page: 1, url: "file:///etc/passwd" },
    { type: "open", page: 1, url: "https://bank.example/ x" },
    { type: "open", page: 1, url: " https://bank.example/" },
  ];
  for (const message of bad)
    it(`not from the page: ${JSON.stringify(message)}`, () => {
      const parsed = parseFromPage(message);
      assert.equal(parsed.kind, "unreadable");
      assert.ok(parsed.problem.length > 0);
    });

  it("to the page: nothing that is not a view", () => {
    assert.equal(parseToPage({ type: "view", page: 1, view: {} }).kind, "unreadable");
  });
});

describe("the page's HTML", () => {
  const html = pageHtml({
    cspSource: "https://w.test",
    nonce: "abc",
    script: 'https://w.test/"><script>alert(1)</script>',
    style: "https://w.test/panel.css",
  });

  it("lets in nothing but one script and one stylesheet", () => {
    assert.match(html, /default-src &#39;none&#39;; script-src &#39;nonce-abc&#39;; style-src/);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /<style|style=|onload|unsafe/);
  });

  it("keeps addresses inside their attribute", () => {
    assert.doesNotMatch(html, /<script>alert/);
  });
});
