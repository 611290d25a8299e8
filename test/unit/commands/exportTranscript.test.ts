import assert from "node:assert/strict";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { exportedOf } from "../../../src/commands/exportTranscript/exported";
import type { ExportFormat } from "../../../src/commands/exportTranscript/formats";
import { exportText } from "../../../src/commands/exportTranscript/formats";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import { Failure } from "../../../src/domain/failure";
import { parseTranscript } from "../../../src/domain/parseTranscript";
import type { TranscriptContent } from "../../../src/domain/transcript";
import type { PanelContent } from "../../../src/panel/content";
import {
  c1,
  continued,
  fileOf,
  lineage,
  names,
  picker,
  sandbox,
  useCase1,
} from "../panel/support/specimens";
import { digits, word } from "../support/secrets";

const formats: readonly ExportFormat[] = ["md", "html", "json", "csv"];
const interactive = "application/vnd.amazonaws.connect.message.interactive";

const content: PanelContent = { connection: sandbox, names, lineage };

const exportOf = (format: ExportFormat, file: TranscriptContent, hidesPersonal = false): string => {
  const conversation = assembleTranscript([{ contact: c1, content: file }]);
  return exportText(exportedOf(content, conversation, hidesPersonal), format);
};

const saying = (text: string) => fileOf(c1, [{ role: "CUSTOMER", name: "Ana", text }]);

interface StoredContact {
  readonly contactId: string;
  readonly transcript: unknown;
}

describe("An exported transcript", () => {
  for (const format of formats)
    it(`has everything that was said, as ${format}`, () => {
      const text = exportText(exportedOf(continued, useCase1, false), format);
      for (const word of ["Alejandro", "order.pdf", "Late or wrong", "released", "مرحبا"])
        assert.ok(text.includes(word), word);
      assert.match(text, /Personal data was not hidden\./);
    });

  it("reads back from JSON as the same items", () => {
    fc.assert(
      fc.property(fc.array(fc.json()), fc.string({ unit: "grapheme" }), (odd, text) => {
        const lines = [...odd, JSON.stringify({ Content: text, ContentType: "text/plain" })];
        const file = parseTranscript(
          `{"Participants":[{"ParticipantId":"p","DisplayName":"Ana"}],"Transcript":[{"ParticipantId":"p"},${lines.join()}]}`,
          c1.id,
        );
        const { contacts } = JSON.parse(exportOf("json", file)) as {
          readonly contacts: readonly StoredContact[];
        };
        const [back] = contacts.map(({ contactId, transcript }) =>
          parseTranscript(JSON.stringify(transcript), contactId),
        );
        assert.ok(file.kind === "transcript" && back?.kind === "transcript");
        const told = ({ raw: _, ...item }: (typeof file.items)[number]) => item;
        const [{ items } = assert.fail()] = assembleTranscript([
          { contact: c1, content: file },
        ]).sections;
        assert.deepEqual(back.items.map(told), items.map(told));
      }),
    );
  });

  it("has no cell that a spreadsheet would take for a formula", () => {
    const start = fc.constantFrom("=", "+", "-", "@", "\t=", "\r", " =", "＝", "\u200b=");
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const said = first + rest;
        const csv = exportOf("csv", saying(said));
        const quoted = said.replace(/"/g, '""');
        assert.ok(csv.includes(`'${quoted}`), csv);
        const cells = Array.from(
          csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/g),
          ([, text]) => text,
        );
        assert.equal(cells.length, 24);
        for (const text of cells) assert.doesNotMatch(text ?? "", /^"?\s*[=+\-@]/);
      }),
    );
  });

  it("stands in Markdown as it was said", () => {
    const said = fc
      .array(fc.constantFrom(..."#*_`[]()<>!&~|\\-+=1.:a> \n\t".split(""), "<b>", "](x:y)", "    "))
      .map((parts) => `x${parts.join("")}x`);
    fc.assert(
      fc.property(said, (text) => {
        const html = new MarkdownIt("default", { html: true, breaks: false }).render(
          exportOf("md", saying(text)).split("\n\n").slice(-1).join(),
        );
        assert.match(html, /^<blockquote>\n<p>(?:[^<]|<br>)*<\/p>\n<\/blockquote>\n$/, html);
        const shown = html.replace(/<br>\n/g, "\n").replace(/<[^>]*>/g, "");
        const plain = new Map([
          ["&lt;", "<"],
          ["&gt;", ">"],
          ["&amp;", "&"],
          ["&quot;", '"'],
        ]);
        assert.equal(
          shown.replace(/&\w+;/g, (entity) => plain.get(entity) ?? entity).replace(/\s/g, ""),
          text.replace(/\s/g, ""),
        );
      }),
    );
  });

  it("says why a part is missing, without saying who asked", () => {
    const failure = new Failure("accessDenied", "GetObject", {
      name: "AccessDenied",
      message: "User arn:aws:iam::111122223333:user/ana@bank.example is not authorized",
    });
    for (const format of ["md", "html", "json"] as const) {
      const text = exportOf(format, { kind: "failure", failure }, true);
      assert.match(text, /could not be read/);
      assert.doesNotMatch(text, /ana@bank|111122223333/);
    }
  });
});

describe("An export without personal data", () => {
  const person = fc.record({ first: word(5), last: word(5) });
  const world = fc.record({
    customer: person,
    agent: person,
    email: fc.tuple(word(3), word(3)).map(([user, host]) => `${user}@${host}.example`),
    phone: digits(8).map((rest) => `+49 171 ${rest}`),
    card: digits(14).map((rest) => `4${rest}`),
    account: digits(12).map((rest) => `7${rest}`),
  });

  it("has none of it in any format, from any field", () => {
    fc.assert(
      fc.property(world, ({ customer, agent, email, phone, card, account }) => {
        const name = `${customer.first} ${customer.last}`;
        const agentName = `${agent.first} ${agent.last}`;
        const all = `${name}, ${email}, ${phone}; ${card} and ${account}. ${agentName}!`;
        const who = { role: "CUSTOMER", name };
        const file = fileOf(c1, [
          { ...who, event: "participant.joined" },
          { ...who, text: all },
          {
            role: "AGENT",
            name: agentName,
            type: "text/markdown",
            text: `**${customer.first}** ${email}`,
          },
          {
            ...who,
            type: "application/json",
            text: { [email]: all, deep: [{ all, n: Number(card) }] },
          },
          {
            role: "SYSTEM",
            name: "BOT",
            type: interactive,
            text: {
              ...picker,
              data: { content: { title: all, elements: [{ title: all, subtitle: all }] } },
            },
          },
          {
            ...who,
            type: `${interactive}.response`,
            text: { templateType: "ListPicker", action: all },
          },
          {
            ...who,
            attachments: [{ AttachmentId: "1", AttachmentName: `${customer.last} ${account}.pdf` }],
          },
          { ...who, type: "application/x-odd", text: all },
        ]);
        const secrets = [
          customer.first,
          customer.last,
          agent.first,
          agent.last,
          email,
          phone,
          phone.slice(-7),
          card,
          account,
        ];
        for (const format of formats) {
          const text = exportOf(format, file, true);
          for (const secret of secrets)
            assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), `${format}: ${secret}`);
          assert.match(text, /Customer 1/);
          assert.match(text, /people: 2/);
          assert.match(text, /may have been missed/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
