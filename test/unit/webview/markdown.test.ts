import assert from "node:assert/strict";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import type { PanelContent } from "../../../src/panel/content";
import { c1, fileOf, lineageOf, names, sandbox } from "../panel/support/specimens";
import type { Opened } from "./support/opened";
import { pagesOfSuite } from "./support/pages";

describe("a markdown message", function () {
  this.timeout(120_000);
  const pages = pagesOfSuite();

  async function show(...texts: readonly string[]): Promise<Opened> {
    const lines = texts.map((text) => ({
      role: "CUSTOMER",
      name: "Ana",
      text,
      type: "text/markdown",
    }));
    const conversation = assembleTranscript([{ contact: c1, content: fileOf(c1, lines) }]);
    const content: PanelContent = {
      connection: sandbox,
      names,
      lineage: lineageOf(c1),
      conversation: { kind: "ready", conversation },
    };
    return pages.show(content, { height: 4000 });
  }

  const urlsSent = ({ sent }: Opened): readonly string[] =>
    sent.flatMap((message) => (message.type === "open" ? [message.url] : []));

  it("is drawn with its emphasis, lists, quotes and code", async () => {
    const { page } = await show(
      "# Card\n\nIt is **blocked**, *really*, ~~gone~~:\n\n3. call `0800`\n4. wait\n\n- a\n- b\n\n> said\n\n```\n<b>x</b>\n```",
    );
    const drawn = page.locator(".markdown");
    assert.equal(await drawn.locator("p.strong").innerText(), "Card");
    assert.equal(await drawn.locator("strong").innerText(), "blocked");
    assert.equal(await drawn.locator("em").innerText(), "really");
    assert.equal(await drawn.locator("ol").getAttribute("start"), "3");
    assert.deepEqual(await drawn.locator("ul > li").allInnerTexts(), ["a", "b"]);
    assert.equal(await drawn.locator("blockquote").innerText(), "said");
    assert.equal((await drawn.locator("pre").innerText()).trim(), "<b>x</b>");
  });

  it("shows where a link leads, and asks the extension to go there", async () => {
    const shown = await show(
      '[your bank](https://evil.example/?a=1 "Safe") or https://bank.example/x',
    );
    const { page } = shown;
    assert.equal(
      await page.locator(".markdown").innerText(),
      "your bank (https://evil.example/?a=1) “Safe” or https://bank.example/x",
    );
    await page.getByRole("link", { name: "your bank" }).click();
    await page.getByRole("link", { name: "https://bank.example/x" }).press("Enter");
    assert.deepEqual(urlsSent(shown), ["https://evil.example/?a=1", "https://bank.example/x"]);
    assert.equal(page.url(), "http://panel.test/");
  });

  it("shows the real name of a host that is written to look like another", async () => {
    const { page } = await show("[x](https://аpple.example)");
    assert.match(await page.locator(".markdown").innerText(), /https:\/\/xn--/);
  });

  it("loads no image: it is a link with its description", async () => {
    const shown = await show(
      "![a picture](https://tracker.example/p.png)",
      "![](http://t.example/q)",
      "![x](data:image/gif;base64,R0lGODlhAQABAAAAACw=)",
    );
    assert.equal(await shown.page.locator("img").count(), 0);
    assert.deepEqual((await shown.page.locator(".markdown").allInnerTexts()).slice(0, 2), [
      "a picture (https://tracker.example/p.png)",
      "http://t.example/q",
    ]);
    assert.equal(await shown.page.getByRole("link").count(), 2);
  });

  const refused = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](javascript&colon;alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](command:workbench.action.quit)",
    "[x](vscode://file/etc/passwd)",
    "[x](//evil.example)",
    "[x](\\\\evil.example\\share)",
    "[x](../../secret)",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](javascript:alert(1))",
    "[![x](javascript:alert(1))](javascript:alert(2))",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "[x]\n\n[x]: data:text/html,<script>alert(1)</script>",
    '[x](javascript:alert(1) "title")',
    "[a](javascript:alert(1)\"onmouseover='alert(1)')",
  ];
  it("leads nowhere else, however a link is written", async () => {
    const { page } = await show(...refused);
    assert.equal(await page.locator(".markdown").count(), refused.length);
    assert.deepEqual(await page.getByRole("link").allInnerTexts(), []);
    assert.equal(await page.locator(".rows :is(a, img, script, iframe)").count(), 0);
  });

  const html = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<!-- hidden -->",
    "<style>*{display:none}</style>",
    "<?php hidden ?>",
    "<![CDATA[hidden]]>",
    "<details open ontoggle=alert(1)>x</details>",
    "&lt;img src=x onerror=alert(1)&gt;",
  ];
  it("shows HTML as text, in prose and in code", async () => {
    const { page } = await show(...html, ...html.map((text) => `\`\`\`\n${text}\n\`\`\``));
    const shown = (await page.locator(".markdown").allInnerTexts()).map((text) => text.trim());
    const asText = (text: string) => text.replace("&lt;", "<").replace("&gt;", ">");
    assert.deepEqual(shown, [...html.map(asText), ...html]);
  });

  it("hides nothing that was written", async () => {
    const { page } = await show(
      "[//]: # (a comment)",
      "[unused]: https://evil.example 'a title'",
      `${"> ".repeat(60)}deep`,
      `${"- ".repeat(60)}deep`,
      "| a | b |\n|---|---|\n| 1 | 2 |",
    );
    const texts = await page.locator(".bubble").allInnerTexts();
    for (const [index, word] of ["a comment", "a title", "deep", "deep", "| 1 | 2 |"].entries())
      assert.ok(texts[index]?.includes(word), texts[index]);
  });

  it("stays within its row and the window, whatever is nested in it", async () => {
    const { page } = await show(
      `${"> ".repeat(9)}${"W".repeat(5000)}`,
      `[${"x".repeat(5000)}](https://e.example/${"y".repeat(5000)})`,
      `\`\`\`\n${"z".repeat(5000)}\n\`\`\``,
      `${"*".repeat(3000)}a${"*".repeat(3000)}`,
    );
    await page.setViewportSize({ width: 320, height: 4000 });
    assert.ok(
      await page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    );
  });
});
