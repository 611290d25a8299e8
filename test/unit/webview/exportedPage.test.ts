import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { exportedOf } from "../../../src/commands/exportTranscript/exported";
import { exportText } from "../../../src/commands/exportTranscript/formats";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import { launchBrowser } from "../../host/browser";
import { c1, fileOf, lineage, names, picker, sandbox } from "../panel/support/specimens";

const interactive = "application/vnd.amazonaws.connect.message.interactive";

describe("An exported page in Chromium", () => {
  let browser: Browser;
  before(async () => (browser = await launchBrowser()));
  after(() => browser.close());

  const hostile = [
    "<script>window.ran=1</script>",
    "<img src=https://evil.example/x onerror=window.ran=1>",
    `"><svg onload="window.ran=1">`,
    "<style>body{background:url(https://evil.example/y)}</style>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<iframe srcdoc='<script>top.ran=1</script>'></iframe>",
    "</p></div><a href='javascript:window.ran=1' autofocus onfocus=window.ran=1>x</a>",
    "</title></style></script><b onmouseover=window.ran=1>",
  ];

  it("shows hostile text as text: nothing runs, nothing is asked for, and its own style is let in", async () => {
    const file = fileOf(c1, [
      ...hostile.map((text) => ({ role: "CUSTOMER", name: text, text })),
      ...hostile.map((text) => ({ role: text, name: text, type: text, text })),
      {
        role: "CUSTOMER",
        attachments: hostile.map((name) => ({
          AttachmentName: name,
          ContentType: name,
          Status: name,
        })),
      },
      {
        role: "SYSTEM",
        type: interactive,
        text: {
          ...picker,
          templateType: hostile[0],
          data: {
            content: {
              title: hostile[1],
              subtitle: hostile[2],
              elements: hostile.map((title) => ({ title, subtitle: title })),
            },
          },
        },
      },
    ]);
    const conversation = assembleTranscript([{ contact: c1, content: file }]);
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on("console", (message) => wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.route("**", (route) => {
      if (route.request().url() === "http://export.test/")
        return route.fulfill({
          contentType: "text/html",
          body: exportText(
            exportedOf({ connection: sandbox, names, lineage }, conversation, false),
            "html",
          ),
        });
      wrong.push(route.request().url());
      return route.abort();
    });
    await page.goto("http://export.test/");
    const seen = await page.evaluate(() => ({
      ran: "ran" in window,
      odd: document.querySelectorAll("script, img, svg, iframe, a, body style, body meta").length,
      text: document.body.innerText,
      border: getComputedStyle(document.querySelector(".message")!).borderTopStyle,
    }));
    assert.deepEqual([seen.ran, seen.odd, seen.border, wrong], [false, 0, "solid", []]);
    for (const text of hostile) assert.ok(seen.text.includes(text), text);
    await page.close();
  });
});
