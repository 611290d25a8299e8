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
  ];
  for (const [text, expected] of cases)
    it(`is found in “${text}”`, () => assert.equal(marked(text), expected));

  for (const text of [
    "c1000000-0000-4000-8000-000000000001",
    "on 2026-11-29 at 12:30, or 29.11.2026",
    "2026-09-27T12:00:00.000Z",
    "room 123456",
    "1\n2\n3\n4\n5\n6\n7\n8",
    "me@home",
  ])
    it(`is not taken for it: “${text.replace(/\n/g, " ")}”`, () =>
      assert.equal(marked(text), text));

  it("takes time in proportion to the text, whatever it is made of", () => {
    for (const piece of ["a", "1", "a.", "1 ", "DE89", "@", "a@", " -"]) {
      const start = performance.now();
      marked(piece.repeat(200_000 / piece.length));
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
