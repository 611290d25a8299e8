import assert from "node:assert/strict";
import fc from "fast-check";
import { type CodeLanguage, codeLanguages, codeOf } from "../../../src/domain/code";
import type { CodeCall } from "../../../src/domain/code/call";
import {
  cSharpLiteral,
  goLiteral,
  javaLiteral,
  javaScriptLiteral,
  jsonLiteral,
  kotlinLiteral,
  pythonLiteral,
  wellFormed,
} from "../../../src/domain/code/literals";
import { type FindMistakes, loadGrammars } from "./grammars";
import {
  associate,
  CLIENT_TOKEN,
  CURRENT,
  INSTANCE,
  languagesOf,
  PAST,
  requestOf,
  start,
} from "./requests";

/** What has ended, begun or hidden something in one language or another. */
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        ..."\"'`\\$#\n\r\t\0\u2028\u2029\u202E\uFEFF\uD800\u{1F600}{}()%!-".split(/(?:)/u),
        "\\u0022",
        "\\u000a",
        "${x}",
        "$(id)",
        "'''",
        '"""',
        "*/",
        "//",
        "</script>",
        "\r\n",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

describe("code", () => {
  let grammars: Readonly<Record<CodeLanguage, FindMistakes>>;
  before(async () => {
    grammars = await loadGrammars();
  });

  it("is found wrong by its language's parser where it is wrong", () => {
    for (const language of codeLanguages.filter((each) => each !== "flow")) {
      const code = codeOf(language, requestOf(associate));
      const broken = language === "cli" || language === "curl" ? `${code} '` : `${code} "`;
      assert.notDeepEqual(grammars[language](broken), [], language);
    }
  });

  for (const call of [associate, start])
    for (const language of languagesOf(call))
      it(`is understood by the language's parser: ${language}, ${call.operation}`, () => {
        for (const profile of [{}, { profile: "my profile" }])
          for (const endpoint of [{}, { endpointUrl: "http://127.0.0.1:4599" }]) {
            const code = codeOf(language, requestOf(call, { ...profile, ...endpoint }));
            assert.deepEqual(grammars[language](code), []);
          }
      });

  it("names the ids, the type and the Region, and has one token for all attempts", () => {
    for (const call of [associate, start])
      for (const language of languagesOf(call).filter((each) => each !== "flow")) {
        const code = codeOf(language, requestOf(call));
        const known = call === associate ? [CURRENT] : ["CONTACT_FLOW_ID", "Customer"];
        for (const part of [...known, PAST, INSTANCE, "us-east-1"])
          assert.ok(code.includes(part), `${language} lacks ${part}`);
        const type =
          call === associate ? /ENTIRE_PAST_SESSION|EntirePastSession/ : /FROM_SEGMENT|FromSegment/;
        assert.match(code, type);
        const tokens = code.match(/randomUUID\(\)|uuid4\(\)|NewGuid\(\)|NewString\(\)/g) ?? [];
        assert.equal(tokens.length + code.split(CLIENT_TOKEN).length - 1, 1, language);
      }
  });

  /** Where the code gives the token and the source to the call, and where it takes a failure up. */
  const parts: Readonly<Partial<Record<CodeLanguage, readonly RegExp[]>>> = {
    python: [
      /ClientToken=client_token,/,
      source(/"?SourceContactId"?(?:=|: )/),
      /except ClientError as error:/,
    ],
    javascript: [/ClientToken: clientToken,/, source(/SourceContactId: /), /} catch \(error\) {/],
    java: [
      /\.clientToken\(clientToken\)/,
      source(/\.sourceContactId\(/),
      /} catch \(ConnectException error\) {/,
    ],
    csharp: [
      /ClientToken = clientToken,/,
      source(/SourceContactId = /),
      /catch \(AmazonConnectException error\)/,
    ],
    go: [
      /ClientToken: +aws\.String\(clientToken\),/,
      source(/SourceContactId: +aws\.String\(/),
      /answer, err := client[^]*if err != nil {[^]*log\.Fatal\(err\)/,
    ],
    kotlin: [
      /clientToken = token/,
      source(/sourceContactId = /),
      /} catch \(error: ConnectException\) {/,
    ],
  };
  for (const [language, wanted] of Object.entries(parts) as [CodeLanguage, readonly RegExp[]][])
    it(`sends its token and the past contact, and says why a call failed: ${language}`, () => {
      for (const call of [associate, start])
        for (const part of wanted) assert.match(codeOf(language, requestOf(call)), part);
    });

  it("reads the past contact of a flow's block from an attribute, in the exported shape", () => {
    const block = JSON.parse(codeOf("flow", requestOf(associate))) as Record<string, unknown>;
    assert.deepEqual(Object.keys(block), ["Identifier", "Type", "Parameters", "Transitions"]);
    assert.deepEqual(block["Parameters"], {
      RehydrationType: "ENTIRE_PAST_SESSION",
      SourceContactId: "$.Attributes.previousContactId",
    });
  });

  it("stays one call of the language, whatever ids and names are", () => {
    const strings = fc.tuple(hostile, hostile, hostile, hostile);
    fc.assert(
      fc.property(strings, ([one, two, three, four]) => {
        const calls: readonly CodeCall[] = [
          { ...associate, currentContactId: one, sourceContactId: two },
          { ...start, contactFlowId: one, sourceContactId: two, displayName: three },
        ];
        const more = { instanceId: three, region: four, profile: one };
        for (const call of calls)
          for (const language of languagesOf(call)) {
            const code = codeOf(language, requestOf(call, more));
            assert.deepEqual(grammars[language](code), [], `${language}: ${code}`);
            assert.doesNotMatch(code, /[\0-\x08\x0b-\x1f\u2028\u2029\u202a-\u202e\ufeff]/u);
          }
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it("has literals that mean the text", () => {
    const evaluate = (code: string): unknown => (0, eval)(code);
    fc.assert(
      fc.property(hostile, (text) => {
        const meant = wellFormed(text);
        assert.equal(evaluate(javaScriptLiteral(text)), meant);
        assert.equal(JSON.parse(jsonLiteral(text)), meant);
        // What these have beyond JavaScript's escapes, in its own.
        const codePoints = /\\U([0-9a-f]{8})/g;
        for (const literal of [goLiteral, pythonLiteral])
          assert.equal(evaluate(unescaped(literal(text), codePoints, "\\u{$1}")), meant);
        assert.equal(evaluate(cSharpLiteral(text)), meant);
        assert.equal(evaluate(kotlinLiteral(text)), meant);
        assert.equal(evaluate(unescaped(javaLiteral(text), /\\([0-3][0-7]{2})/g, octal)), meant);
      }),
      { numRuns: 500 },
    );
  });
});

/** A past contact's id right after the member's name. */
function source(member: RegExp): RegExp {
  return new RegExp(`${member.source}"${PAST}"`);
}

const octal = (_: string, digits: string): string =>
  `\\u${Number.parseInt(digits, 8).toString(16).padStart(4, "0")}`;

/** Replaces an escape sequence, but not what follows an escaped backslash. */
function unescaped(
  literal: string,
  sequence: RegExp,
  by: string | ((all: string, digits: string) => string),
): string {
  return literal
    .split("\\\\")
    .map((part) =>
      typeof by === "string" ? part.replace(sequence, by) : part.replace(sequence, by),
    )
    .join("\\\\");
}
