import assert from "node:assert/strict";
import fc from "fast-check";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import { Failure } from "../../../src/domain/failure";
import type { PanelContent } from "../../../src/panel/content";
import { copyText } from "../../../src/panel/copyText";
import { PageFeed } from "../../../src/panel/pageFeed";
import { drawPage } from "../../../src/panel/panelView";
import type { MessageRow, Row, ToPage } from "../../../src/panel/protocol";
import {
  c1,
  c2,
  continued,
  fileOf,
  ids,
  lineageOf,
  names,
  picker,
  previewOf,
  production,
  reading,
  reportOf,
  sandbox,
} from "./support/specimens";
import { chatting, continuedChat, proven } from "./support/testChats";
import { digits, word } from "../support/secrets";

const nothing: ReadonlySet<string> = new Set();
const interactive = "application/vnd.amazonaws.connect.message.interactive";

const rowsOf = (content: PanelContent, revealed = nothing): readonly Row[] => {
  const { rows } = drawPage(content, undefined, revealed);
  return rows.slice(0, rows.length);
};

const messagesOf = (content: PanelContent, revealed = nothing): readonly MessageRow[] =>
  rowsOf(content, revealed).flatMap((row) => (row.kind === "message" ? [row] : []));

/** Everything that the page is told, and everything that can be copied from it. */
async function everythingOf(content: PanelContent): Promise<string> {
  const sent: ToPage[] = [];
  const feed = new PageFeed((message) => {
    sent.push(message);
    return Promise.resolve(true);
  });
  const drawn = drawPage(content, undefined, nothing);
  await feed.ready();
  await feed.show(drawn);
  const copied = [
    { kind: "transcript" },
    { kind: "request" },
    { kind: "response" },
    { kind: "failure" },
    { kind: "contactPart", contactId: c1.id },
    { kind: "row", index: 3 },
  ] as const;
  return JSON.stringify([sent, copied.map((what) => copyText(what, drawn))]);
}

describe("A page that hides personal data", () => {
  const secrets = fc.record({
    customer: word(5),
    agent: word(5),
    listed: word(5),
    handler: word(5),
    email: fc.tuple(word(3), word(3)).map(([user, host]) => `${user}@${host}.example`),
    phone: digits(8).map((rest) => `+49 171 ${rest}`),
    card: digits(14).map((rest) => `4${rest}`),
  });
  type Secrets = typeof secrets extends fc.Arbitrary<infer Value> ? Value : never;

  /** Says it in every field that a person or a service can fill. */
  function conversationWith({ customer, agent, listed, handler, email, phone, card }: Secrets) {
    const all = `${customer} ${agent} ${email}, ${phone}; ${card}!`;
    const who = { role: "CUSTOMER", name: customer };
    const file = fileOf(c1, [
      { ...who, event: "participant.joined" },
      { ...who, text: all },
      { role: "AGENT", name: agent, type: "text/markdown", text: `**${customer}** ${email}` },
      { ...who, type: "application/json", text: { [email]: all, deep: [{ all }] } },
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
      { ...who, attachments: [{ AttachmentId: "1", AttachmentName: `${customer} ${card}.pdf` }] },
      { ...who, type: "application/x-odd", text: all },
    ]);
    const failure = new Failure("accessDenied", "GetObject", {
      name: "AccessDenied",
      message: `User ${email} (${phone}) is not authorized`,
    });
    const agents = new Map([
      ["a1", listed],
      ["a2", handler],
    ]);
    return { file, failure, named: { ...names, agents }, all };
  }

  /** The pages on which it can stand. */
  function pagesWith(world: Secrets): readonly PanelContent[] {
    const { file, failure, named, all } = conversationWith(world);
    const base = { connection: sandbox, names: named };
    const conversation = assembleTranscript([
      { contact: c1, content: file },
      { contact: c2, content: { kind: "failure", failure } },
    ]);
    const {
      sections: [{ items } = assert.fail()],
    } = conversation;
    const gaps = [{ contactId: "c0000000-0000-4000-8000-000000000001", failure }];
    const chat = chatting(2, {
      displayName: world.customer,
      typing: items[2]!,
      line: { kind: "lost", failure },
      outgoing: [{ message: { text: all, clientToken: "t" }, failure }],
      proof: {
        kind: "ready",
        isFinal: true,
        proof: { ...proven, missing: items, unpredicted: items, misplaced: items },
      },
    });
    return [
      {
        ...base,
        lineage: { ...lineageOf(c1, c2), gaps },
        conversation: { kind: "ready", conversation },
      },
      { ...base, lineage: lineageOf(c1, c2), conversation: { kind: "loading", done: 0, total: 2 } },
      { ...base, lineage: lineageOf(c1, c2), conversation: { kind: "failed", failure } },
      { ...continued, names: named },
      {
        ...base,
        connection: production,
        association: reportOf("FROM_SEGMENT", ids.c2, { failure }),
      },
      { ...previewOf(), names: named },
      { ...chat, names: named },
      { ...continuedChat(proven), names: named },
    ];
  }

  it("tells the page nothing of it, whatever the page shows", async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (world) => {
        for (const content of pagesWith(world)) {
          const told = (await everythingOf(content)).toLowerCase();
          for (const [name, secret] of Object.entries(world))
            assert.ok(!told.includes(secret.toLowerCase()), `${name}: ${secret} in ${told}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("calls an agent the same before and after the transcript was read, in rows and in the picture", () => {
    const page = { connection: sandbox, names, lineage: lineageOf(c1, c2) };
    const content = fileOf(c1, [{ role: "AGENT", name: "Alejandro", text: "Jane will help" }]);
    const read = drawPage(
      {
        ...page,
        conversation: {
          kind: "ready",
          conversation: assembleTranscript([{ contact: c1, content }]),
        },
      },
      undefined,
      nothing,
    );
    const loading = drawPage(page, undefined, nothing);
    const handlers = ({ view }: typeof read) =>
      view.map?.chains.flatMap(({ nodes }) => nodes.map(({ handledBy }) => handledBy));
    assert.deepEqual(handlers(loading), ["Agent 1", "Agent 2"]);
    assert.deepEqual(handlers(read), handlers(loading));
    const [heading, said] = read.rows.slice(0, 2);
    assert.ok(heading?.kind === "heading" && said?.kind === "message");
    assert.deepEqual(
      [heading.title, said.name, said.body],
      ["Agent 1", "Agent 1", { kind: "text", text: "Agent 2 will help" }],
    );
  });

  it("offers to reveal a message in which something was hidden, and only that message changes", () => {
    const content = reading(
      fileOf(c1, [
        { role: "CUSTOMER", name: "Ana", text: "Call me: 0171 1234567" },
        { role: "AGENT", name: "Jane", text: "Thank you" },
        { role: "CUSTOMER", name: "Ana", text: "ana@mail.example too" },
      ]),
    );
    const hidden = messagesOf(content);
    assert.deepEqual(
      hidden.map(({ name, body, reveal }) => [name, "text" in body && body.text, reveal?.label]),
      [
        ["Customer 1", "Call me: [phone number]", "Reveal"],
        ["Agent 1", "Thank you", undefined],
        ["Customer 1", "[e-mail address] too", "Reveal"],
      ],
    );
    const shown = messagesOf(content, new Set([`${c1.id}-0`]));
    assert.deepEqual(shown.slice(1), hidden.slice(1));
    const [{ name, body, reveal } = assert.fail()] = shown;
    assert.deepEqual(
      [name, body, reveal],
      [
        "Ana",
        { kind: "text", text: "Call me: 0171 1234567" },
        { label: "Hide Again", revealed: true },
      ],
    );
  });

  it("marks the option that was chosen, also where several read the same", () => {
    const option = (title: string) => ({ title });
    const content = reading(
      fileOf(c1, [
        {
          role: "SYSTEM",
          name: "BOT",
          type: interactive,
          text: {
            ...picker,
            data: {
              content: {
                title: "Call which?",
                elements: [option("0171 1234567"), option("0171 7654321")],
              },
            },
          },
        },
        {
          role: "CUSTOMER",
          name: "Ana",
          type: `${interactive}.response`,
          text: { templateType: "ListPicker", action: "0171 7654321" },
        },
      ]),
    );
    const [{ body } = assert.fail()] = messagesOf(content);
    assert.ok(body.kind === "interactive");
    assert.deepEqual(
      body.options.map(({ title, chosen }) => [title, chosen]),
      [
        ["[phone number]", false],
        ["[phone number]", true],
      ],
    );
  });

  it("leaves everything that is no personal data as it is", () => {
    const withoutPeople: PanelContent = {
      ...previewOf(),
      names: { agents: new Map(), queues: new Map() },
    };
    const { view } = drawPage(withoutPeople, undefined, nothing);
    const said = JSON.stringify(view)
      .replace(/Agent 1/g, "a1")
      .replace(/Agent 2/g, "a2");
    assert.equal(said, JSON.stringify(drawPage(withoutPeople).view));
  });

  it("sends a page's rows anew when hiding begins, and once while nothing changes", () => {
    const shown = drawPage(continued);
    const hidden = drawPage(continued, shown, nothing);
    assert.equal(hidden.rows.continues, undefined);
    assert.equal(hidden.rows.length, shown.rows.length);
    assert.equal(drawPage({ ...continued }, hidden, nothing).rows, hidden.rows);
    assert.equal(drawPage(continued, hidden).rows.continues, undefined);
  });

  it("goes on in a chat from what was sent, until somebody new comes in", () => {
    const first = drawPage(chatting(4), undefined, nothing);
    assert.equal(drawPage(chatting(6), first, nothing).rows.continues?.source, first.rows);
    const other = chatting(6, { displayName: "Anabel" });
    assert.equal(drawPage(other, first, nothing).rows.continues, undefined);
  });
});
