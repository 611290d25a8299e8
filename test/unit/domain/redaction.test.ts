import assert from "node:assert/strict";
import fc from "fast-check";
import { replacePersonal } from "../../../src/domain/redaction/personalText";
import type { RedactionWords } from "../../../src/domain/redaction/redact";
import { redactConversation, redactorOf } from "../../../src/domain/redaction/redact";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import type { Conversation } from "../../../src/domain/transcript";
import { parseTranscript } from "../../../src/domain/parseTranscript";
import { contact } from "./support";

const marked = (text: string): string => replacePersonal(text, (kind) => `<${kind}>`);

const words: RedactionWords = {
  person: (role, number) => `${role} ${number}`,
  name: "<name>",
  email: "<email>",
  phone: "<phone>",
  card: "<card>",
  account: "<account>",
  address: "<address>",
  date: "<date>",
  code: "<code>",
};

interface Line {
  readonly role: string;
  readonly name?: string;
  readonly participant?: string;
  readonly text?: string;
  readonly type?: string;
}

/** A chat of contacts with agents; each is a list of what was said on it. */
function chatOf(...contacts: readonly { agentId?: string; lines: readonly Line[] }[]) {
  return assembleTranscript(
    contacts.map(({ agentId, lines }, place) => {
      const of = contact({
        id: `C${place + 1}`,
        initialContactId: "C1",
        ...(agentId && { agentId }),
      });
      const Transcript = lines.map(
        ({ role, name, participant, text, type = "text/plain" }, index) => ({
          Id: `${of.id}-${index}`,
          Type: "MESSAGE",
          ContentType: type,
          Content: text ?? "",
          ParticipantRole: role,
          ParticipantId: participant ?? Buffer.from(`${role} ${name ?? ""}`).toString("hex"),
          DisplayName: name,
        }),
      );
      return { contact: of, content: parseTranscript(JSON.stringify({ Transcript }), of.id) };
    }),
  );
}

function redacted(chat: Conversation, agents: Readonly<Record<string, string>> = {}) {
  const redactor = redactorOf(chat.sections, {
    agentNames: new Map(Object.entries(agents)),
    words,
  });
  return { ...redactConversation(chat, redactor), agentNames: redactor.agentNames };
}

const said = (chat: Conversation): readonly string[] =>
  chat.sections.flatMap(({ items }) =>
    items.map((item) => `${item.displayName ?? "-"}: ${"content" in item ? item.content : ""}`),
  );

describe("Personal data in a text", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["write to Ana.Lima+x@mail.example.co.uk, please", "write to <email>, please"],
    ["https://x.example/?m=ana%40mail.example&z", "https://x.example/?m=<email>&z"],
    ["jürgen@exämple.de", "<email>"],
    ["card 4111 1111 1111 1111 12/27 123", "card <card>"],
    ["4111-1111-1111-1111.", "<card>."],
    ["4111111111111112", "<account>"],
    ["DE89 3704 0044 0532 0130 00 is mine", "<account> is mine"],
    ["my iban is gb82west12345698765432", "my iban is <account>"],
    ["+49 (0)171 / 123 45 67", "<phone>"],
    ["0171-1234567", "<phone>"],
    ["(555) 010-9999", "<phone>"],
    ["٠١٢٣٤٥٦٧٨٩", "<account>"],
    ["customer ACC12345678", "customer ACC<account>"],
    ["born 03.04.1980, 3/14/1980 or 1980-04-03", "born <date>, <date> or <date>"],
    ["on the 3rd of March, 1980", "on the <date>"],
    ["am 3. März 1980 und March 3, 1980", "am <date> und <date>"],
    ["date of birth: 3.4.80", "date of birth: <date>"],
    ["my birthday is March 3rd", "my birthday is <date>"],
    ["I live at 12 Oak Street, Springfield, IL 62704.", "I live at <address>."],
    ["221b baker street", "<address>"],
    ["10 Downing Street, London SW1A 2AA", "<address>"],
    ["350 Fifth Ave Apt 4B", "<address>"],
    ["Musterstraße 12a, 80331 München!", "<address>!"],
    ["Unter den Linden 77, 10117 Berlin", "<address>"],
    ["Frankfurter Allee 5", "<address>"],
    ["hauptstr. 7", "<address>"],
    ["PO Box 1234", "<address>"],
    ["My PIN is 4829 and the CVV 123", "My PIN is <code> and the CVV <code>"],
    ["order number NW-58213", "order number <code>"],
    ["Kundennummer: 4711", "Kundennummer: <code>"],
    ["the last four digits of my card are 1234", "the last four digits of my card are <code>"],
    ["order 58213", "order <code>"],
    ["the code is 482913", "the code is <code>"],
    ["123-45-6789", "<code>"],
    ["PLZ 80331", "PLZ <code>"],
    ["card number 4111 1111 1111 1111", "card number <card>"],
    ["ana\\_lima@mail.example", "<email>"],
  ];
  for (const [text, expected] of cases)
    it(`is found in “${text}”`, () => assert.equal(marked(text), expected));

  for (const text of [
    "c1000000-0000-4000-8000-000000000001",
    "for 120.50 EUR, $1,234,567.89 or 1.234.567,89 €",
    "12.50 - 15.90, 10.00 15.00 20.00",
    "between 10:30 and 12:45, 10:30-12:45 on Tuesday 12",
    "version 10.0.19045.4291, Chrome 101.0.4951.67 and 12.104.331",
    "ticket id c1000000-0000-4000-8000-000000000001",
    "error code 50312, 3 orders, order 10000 units, 15000 Euro",
    "Posten 3, 15000 Euro, Sitzplatz 12",
    "20 minutes in the long way, 2 blocks down the road",
    "20 GB about 300 m from your home, 2019-2021",
    "from 1 to 5: 5",
    "1.31980 and 1/2",
    "2026-09-27T12:00:00.000Z",
    "room 123456",
    "1\n2\n3\n4\n5\n6\n7\n8",
    "me@home",
  ])
    it(`is not taken for it: “${text.replace(/\n/g, " ")}”`, () =>
      assert.equal(marked(text), text));

  const digits = (least: number, most = least) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
      .map((all) => all.join(""));
  const two = (min: number, max: number) =>
    fc.integer({ min, max }).map((value) => String(value).padStart(2, "0"));
  const name = fc.constantFrom("Oak", "Elm Park", "Queen's", "Saint Mary", "Linden");
  /** What is said around it. */
  const around = fc.constantFrom("", "Hello, ", "so it is ", "Also: ", "ja, ", "(");

  const personal: Readonly<Record<string, fc.Arbitrary<readonly [string, string]>>> = {
    "a date in figures": fc
      .tuple(two(1, 28), two(1, 12), fc.integer({ min: 1900, max: 2026 }), fc.nat(3))
      .map(([day, month, year, form]) => {
        const forms = [
          `${day}.${month}.${year}`,
          `${month}/${day}/${year}`,
          `${year}-${month}-${day}`,
          `${day}-${month}-${year}`,
        ];
        return [forms[form] ?? "", String(year)];
      }),
    "a date with its month's name": fc
      .tuple(
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom("January", "Sept.", "März", "december", "Oct"),
        fc.integer({ min: 1900, max: 2026 }),
      )
      .map(([day, month, year]) => [`${day} ${month} ${year}`, String(year)]),
    "a street": fc
      .tuple(fc.integer({ min: 1, max: 9999 }), name, fc.constantFrom("Street", "road", "Avenue"))
      .map(([number, of, kind]) => [`${number} ${of} ${kind}`, of]),
    "a German street": fc
      .tuple(
        fc.constantFrom("Linden", "Goethe", "Rosen"),
        fc.constantFrom("straße", "weg", "allee", "gasse"),
        fc.integer({ min: 1, max: 399 }),
      )
      .map(([of, kind, number]) => [`${of}${kind} ${number}`, of]),
    "a number with words that say what it is": fc
      .tuple(
        fc.constantFrom("my PIN is", "CVV:", "order number", "Kundennr.", "account no.", "SSN"),
        digits(3, 6),
      )
      .map(([words, number]) => [`${words} ${number}`, number]),
    "a social security number": fc
      .tuple(digits(3), digits(2), digits(4))
      .map(([area, group, serial]) => [`${area}-${group}-${serial}`, `${group}-${serial}`]),
  };

  for (const [what, generated] of Object.entries(personal))
    it(`is gone, whatever is said around it: ${what}`, () =>
      fc.assert(
        fc.property(around, generated, around, (before, [text, secret], after) => {
          const said = marked(`${before}${text}. ${after}`);
          assert.ok(!said.includes(secret), said);
          assert.ok(said.startsWith(before) && said.endsWith(after), said);
        }),
      ));

  const cents = digits(2);
  const innocent: Readonly<Record<string, fc.Arbitrary<string>>> = {
    "a price": fc
      .tuple(fc.integer({ min: 1, max: 9_999_999 }), cents, fc.constantFrom("EUR", "€", "USD"))
      .map(([sum, rest, currency]) => `${sum}.${rest} ${currency}`),
    "a price in thousands": fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.array(digits(3), { minLength: 1, maxLength: 3 }))
      .map(([first, rest]) => `${[first, ...rest].join(".")},00 €`),
    "a time": fc.tuple(two(0, 23), two(0, 59)).map(([hour, minute]) => `${hour}:${minute}`),
    "a machine's time": fc
      .date({ min: new Date(0), max: new Date(Date.UTC(2099, 0)), noInvalidDate: true })
      .map((date) => date.toISOString()),
    "a version": fc
      .array(fc.integer({ min: 0, max: 999 }), { minLength: 2, maxLength: 3 })
      .map((parts) => `v${parts.join(".")}`),
    "a quantity": fc
      .tuple(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom("times", "GB", "minutes", "points", "pieces", "Stück"),
      )
      .map(([count, unit]) => `${count} ${unit}`),
    "a contact's id": fc.uuid(),
  };

  for (const [what, generated] of Object.entries(innocent))
    it(`is not seen in ${what}`, () =>
      fc.assert(
        fc.property(around, generated, (before, text) => {
          const said = `${before}${text}, thank you`;
          assert.equal(marked(said), said);
        }),
      ));

  it("takes time in proportion to the text, whatever it is made of", () => {
    const pieces = [
      ...["a", "1", "a.", "1 ", "DE89", "@", "a@", " -", "1.", "1.1.", "1-"],
      ...["12 Main ", "Main 12 ", "strasse", "Am Weg ", "a street ", "12345 Berlin ", "1 street"],
      ...["PIN ", "order number ", "PIN is the ", "code", "born on the ", "3 March ", "$1", "v1."],
    ];
    for (const piece of pieces) {
      const start = performance.now();
      marked(piece.repeat(1 + 200_000 / piece.length));
      assert.ok(performance.now() - start < 4_000, piece);
    }
  });
});

describe("Redaction", () => {
  it("gives one person one pseudonym, on every contact and wherever they are spoken of", () => {
    const { conversation, agentNames, hidden } = redacted(
      chatOf(
        {
          agentId: "a1",
          lines: [
            { role: "CUSTOMER", name: "Ana Lima", text: "Hi, Ana here" },
            { role: "AGENT", name: "José", text: "Hello ANA LIMA, jose\u0301 here" },
          ],
        },
        {
          agentId: "a2",
          lines: [
            { role: "AGENT", name: "Mia", text: "José told me of Ms. lima's call" },
            { role: "CUSTOMER", name: "ana  lima", text: "Anatomy, Limassol" },
          ],
        },
      ),
      { a1: "jose.silva", a2: "mia.k" },
    );
    assert.deepEqual(said(conversation), [
      "customer 1: Hi, customer 1 here",
      "agent 1: Hello customer 1, agent 1 here",
      "agent 2: agent 1 told me of Ms. customer 1's call",
      "customer 1: Anatomy, Limassol",
    ]);
    assert.deepEqual(
      [...agentNames],
      [
        ["a1", "agent 1"],
        ["a2", "agent 2"],
      ],
    );
    assert.deepEqual([hidden.person, hidden.name], [3, 5]);
  });

  it("knows who changed their display name by the participant", () => {
    const { conversation } = redacted(
      chatOf({
        lines: [
          { role: "CUSTOMER", participant: "p", name: "Guest", text: "a guest writes" },
          { role: "CUSTOMER", participant: "p", name: "李伟", text: "我是李伟你好" },
        ],
      }),
    );
    assert.deepEqual(said(conversation), [
      "customer 1: a guest writes",
      "customer 1: 我是customer 1你好",
    ]);
  });

  it("does not guess whom a shared name means, and leaves machines their names", () => {
    const { conversation } = redacted(
      chatOf({
        lines: [
          { role: "CUSTOMER", name: "Ana Lima", text: "Lima?" },
          { role: "AGENT", name: "Rui Lima", text: "Rui!" },
          { role: "SYSTEM", name: "BOT", text: "bot" },
        ],
      }),
    );
    assert.deepEqual(said(conversation), ["customer 1: <name>?", "agent 1: agent 1!", "BOT: bot"]);
  });

  it("reaches into JSON, whatever its escapes, its numbers and its field names", () => {
    const text =
      '{"who":"J\\u00fcrgen","account":123456789012,"a@b.example":[{"n":"0171 1234567"}]}';
    const { conversation } = redacted(
      chatOf({ lines: [{ role: "CUSTOMER", name: "Jürgen", type: "application/json", text }] }),
    );
    assert.deepEqual(JSON.parse(said(conversation)[0]!.slice("customer 1: ".length)), {
      who: "customer 1",
      account: "<account>",
      "<email>": [{ n: "<phone>" }],
    });
    assert.doesNotMatch(JSON.stringify(conversation), /Jürgen|123456789012|a@b/);
  });

  it("changes nothing but texts: ids, times and order stay", () => {
    const line = fc.record({
      role: fc.constantFrom("CUSTOMER", "AGENT", "SYSTEM"),
      name: fc.string(),
      text: fc.string({ unit: "grapheme" }),
    });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const chat = chatOf({ lines });
        const { conversation } = redacted(chat);
        const shape = ({ sections }: Conversation) =>
          sections.map(({ items }) =>
            items.map(({ id, time, kind, role }) => [id, time, kind, role]),
          );
        assert.deepEqual(shape(conversation), shape(chat));
      }),
    );
  });
});
