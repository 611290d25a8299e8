import assert from "node:assert/strict";
import {
  ListAssociatedContactsCommand,
  SearchContactsCommand,
  type ContactSearchSummary,
} from "@aws-sdk/client-connect";
import type { Item } from "@aws-sdk/client-connectparticipant";
import { startEmulator } from "../../../src/emulator/server";
import { C2, Chatting, gist, InstanceId, type Connected } from "./support/chatting";
import { Listening } from "./support/listening";

const [MIA, JONAS] = [1, 2].map((number) => `b0000000-0000-4000-8000-00000000000${number}`);

describe("emulator: the flow and the agents of a chat", () => {
  let chatting: Chatting;
  before(async () => {
    chatting = await Chatting.open();
  });
  beforeEach(() => chatting.emulator.reset());
  after(() => chatting.close());

  /** Who said what, or what happened: the whole session, oldest first. */
  const said = async (customer: Connected): Promise<string[]> => {
    const { Transcript = [] } = await customer.transcript({
      MaxResults: 100,
      SortOrder: "ASCENDING",
    });
    return Transcript.map(told);
  };

  const told = (item: Item): string =>
    item.DisplayName === undefined ? gist(item) : `${item.DisplayName}: ${gist(item)}`;

  const toAgent = async (more = {}) => {
    const chat = await chatting.chat(more);
    await chatting.advance(7);
    return chat;
  };

  const sayAndWait = async (customer: Connected, text: string): Promise<void> => {
    await customer.say(text);
    await chatting.advance(2);
  };

  const contactsOf = async (ContactId: string) => {
    const command = new ListAssociatedContactsCommand({ InstanceId, ContactId });
    const { ContactSummaryList = [] } = await chatting.connect.send(command);
    return ContactSummaryList;
  };

  const summaryOf = async (contactId: string): Promise<ContactSearchSummary | undefined> => {
    const now = Date.now();
    const { Contacts = [] } = await chatting.connect.send(
      new SearchContactsCommand({
        InstanceId,
        TimeRange: {
          Type: "INITIATION_TIMESTAMP",
          StartTime: new Date(now - 3_600_000),
          EndTime: new Date(now + 3_600_000),
        },
        MaxResults: 100,
      }),
    );
    return Contacts.find(({ Id }) => Id === contactId);
  };

  it("greet the customer, queue the chat, and take it, each at its time", async () => {
    const { customer } = await chatting.chat();
    const expected = [
      [0, "Ana: participant.joined"],
      [1, /^BOT: Hello/],
      [1, /^SYSTEM_MESSAGE: Thank you/],
      [4, "Mia Keller: participant.joined"],
      [1, /^Mia Keller: Hello Ana, this is Mia Keller\. Write “transfer”/],
    ] as const;
    for (const [index, [seconds, text]] of expected.entries()) {
      await chatting.advance(seconds);
      const items = await said(customer);
      assert.equal(items.length, index + 1);
      const last = items.at(-1) ?? "";
      if (typeof text === "string") assert.equal(last, text);
      else assert.match(last, text);
    }
  });

  it("wait for the customer to join", async () => {
    const { ContactId, ParticipantToken } = await chatting.start();
    await chatting.advance(60);
    assert.equal((await chatting.describe(ContactId)).AgentInfo, undefined);
    const customer = await chatting.join(ParticipantToken);
    assert.deepEqual(await said(customer), ["Ana: participant.joined"]);
  });

  it("show in the contact's record and in searches, as they come", async () => {
    const { ContactId } = await chatting.chat();
    assert.equal((await summaryOf(ContactId))?.QueueInfo, undefined);
    await chatting.advance(2);
    const queued = await summaryOf(ContactId);
    assert.deepEqual([!!queued?.QueueInfo?.EnqueueTimestamp, queued?.AgentInfo], [true, undefined]);
    await chatting.advance(4);
    const taken = await summaryOf(ContactId);
    assert.ok(taken);
    assert.equal(taken.AgentInfo?.Id, MIA);
    const { AgentInfo, QueueInfo } = await chatting.describe(ContactId);
    assert.equal(AgentInfo?.Id, MIA);
    assert.deepEqual(
      AgentInfo?.ConnectedToAgentTimestamp,
      taken.AgentInfo?.ConnectedToAgentTimestamp,
    );
    assert.deepEqual(QueueInfo, taken.QueueInfo);
  });

  it("answer the customer, though not in the queue", async () => {
    const { customer } = await chatting.chat();
    await sayAndWait(customer, "Is anybody there?");
    await chatting.advance(5);
    const before = await said(customer);
    assert.match(before.at(-1) ?? "", /^Mia Keller: Hello/);
    for (const text of ["My parcel", "Send it again", "Thanks", "And my bill"]) {
      await sayAndWait(customer, text);
    }
    const answers = (await said(customer))
      .slice(before.length)
      .filter((_, index) => index % 2 === 1);
    assert.equal(answers.length, 4);
    assert.equal(new Set(answers).size, 3);
    for (const answer of answers) assert.match(answer, /^Mia Keller: /);
  });

  it("say that they see the history, where there is one", async () => {
    const PersistentChat = { SourceContactId: C2, RehydrationType: "FROM_SEGMENT" } as const;
    const { customer } = await toAgent({ PersistentChat });
    assert.match(
      (await said(customer)).at(-1) ?? "",
      /I can see what we wrote to each other before/,
    );
  });

  it("pass the chat on to a colleague: a new contact, begun by TRANSFER", async () => {
    const { customer, ContactId } = await toAgent();
    await sayAndWait(customer, "Please transfer me");
    await chatting.advance(5);
    const items = await said(customer);
    assert.deepEqual(
      items.slice(-6, -1).map((text) => text.replace(/: One moment.*/, ": …")),
      [
        "Ana: Please transfer me",
        "Mia Keller: …",
        "Mia Keller: participant.left",
        "transfer.succeeded",
        "Jonas Weber: participant.joined",
      ],
    );
    assert.match(items.at(-1) ?? "", /^Jonas Weber: .*I have read/);

    const [first, second] = await contactsOf(ContactId);
    assert.ok(first?.ContactId === ContactId && second?.ContactId);
    assert.deepEqual([second.PreviousContactId, second.InitiationMethod], [ContactId, "TRANSFER"]);
    assert.deepEqual(first.DisconnectTimestamp, second.InitiationTimestamp);
    assert.equal(second.DisconnectTimestamp, undefined);
    const record = await chatting.describe(second.ContactId);
    assert.equal(record.AgentInfo?.Id, JONAS);
    assert.notEqual(record.QueueInfo?.Id, (await chatting.describe(ContactId)).QueueInfo?.Id);

    const { Transcript = [] } = await customer.transcript({ MaxResults: 3 });
    assert.deepEqual(
      Transcript.map((item) => item.ContactId),
      [second.ContactId, second.ContactId, ContactId],
    );
    assert.equal((await customer.page({ ContactId: second.ContactId })).length, 2);
  });

  /** C1, C2 and C3 of the API documentation's example, played through. */
  const playThrough = async () => {
    const { customer, ContactId } = await toAgent();
    await sayAndWait(customer, "transfer");
    await chatting.advance(5);
    await sayAndWait(customer, "Goodbye");
    const [c1, c2, c3] = (await contactsOf(ContactId)).map(({ ContactId: id = "" }) => id);
    assert.ok(c1 && c2 && c3);
    return { customer, contacts: [c1, c2, c3] as const };
  };

  it("end the chat with a survey: a new contact, begun by DISCONNECT", async () => {
    const { customer, contacts } = await playThrough();
    const records = await Promise.all(contacts.map((id) => chatting.describe(id)));
    assert.deepEqual(
      records.map(({ InitiationMethod, DisconnectReason }) => [InitiationMethod, DisconnectReason]),
      [
        ["API", undefined],
        ["TRANSFER", "AGENT_DISCONNECT"],
        ["DISCONNECT", undefined],
      ],
    );
    assert.match((await said(customer)).at(-1) ?? "", /^BOT: .*QuickReply/);
    await sayAndWait(customer, "It was all right");
    const [, , c3] = contacts;
    assert.equal((await chatting.describe(c3)).DisconnectReason, "CONTACT_FLOW_DISCONNECT");
    await assert.rejects(customer.transcript(), { name: "AccessDeniedException" });
  });

  it("leave a transcript of each contact a minute after its own end", async () => {
    const { customer, contacts } = await playThrough();
    const [c1, c2, c3] = contacts;
    await sayAndWait(customer, "It was all right");
    await chatting.advance(58);
    assert.equal((await chatting.describe(c3)).Recordings, undefined);
    await chatting.advance(2);
    const files = await Promise.all([c1, c2, c3].map((id) => chatting.stored(id)));
    assert.deepEqual(
      files.map((items) => [items[0], items.at(-1)].map((item) => item && told(item))),
      [
        ["Ana: participant.joined", "transfer.succeeded"],
        ["Jonas Weber: participant.joined", "Jonas Weber: participant.left"],
        [told(files[2]?.[0] ?? {}), "chat.ended"],
      ],
    );
  });

  it("leave a session that is continued with either type, as the documentation's example is", async () => {
    const { customer, contacts } = await playThrough();
    const [c1, c2, c3] = contacts;
    await sayAndWait(customer, "Very satisfied");
    await chatting.advance(61);
    for (const [source, type, expected] of [
      [c2, "FROM_SEGMENT", [c2, c1]],
      [c1, "ENTIRE_PAST_SESSION", [c3, c2, c1]],
    ] as const) {
      const again = await chatting.continued(source, type);
      assert.equal(again.ContinuedFromContactId, expected[0]);
      const { NextToken } = await again.customer.transcript();
      const { Transcript = [] } = await again.customer.transcript({ NextToken, MaxResults: 100 });
      assert.deepEqual(
        [...new Set(Transcript.map(({ RelatedContactId }) => RelatedContactId))],
        expected,
      );
    }
  });

  it("read the action of a choice as they read words", async () => {
    const { customer, contacts } = await playThrough();
    const content = JSON.stringify({
      templateType: "QuickReply",
      version: "1.0",
      action: "Satisfied",
    });
    await customer.say(content, "application/vnd.amazonaws.connect.message.interactive.response");
    await chatting.advance(2);
    const [, , c3] = contacts;
    assert.equal((await chatting.describe(c3)).DisconnectReason, "CONTACT_FLOW_DISCONNECT");
  });

  it("close a survey that is not answered within two minutes", async () => {
    const { contacts } = await playThrough();
    const [, , c3] = contacts;
    await chatting.advance(119);
    assert.equal((await chatting.describe(c3)).DisconnectTimestamp, undefined);
    await chatting.advance(1);
    assert.equal((await chatting.describe(c3)).DisconnectReason, "CONTACT_FLOW_DISCONNECT");
  });

  it("ask nothing of a customer who has gone, and say nothing to a chat that has ended", async () => {
    const { customer, ContactId } = await toAgent();
    await customer.say("transfer");
    await customer.disconnect();
    await chatting.advance(200);
    assert.equal((await contactsOf(ContactId)).length, 1);
    assert.deepEqual((await chatting.stored(ContactId)).slice(-4).map(told), [
      "Ana: transfer",
      "Ana: participant.left",
      "Mia Keller: participant.left",
      "chat.ended",
    ]);
  });

  it("are heard over the websocket, typing too, without anybody asking", async () => {
    const emulator = await startEmulator({ seed: "empty", quotas: false });
    const own = Chatting.on(emulator);
    const { customer } = await own.chat();
    const line = await Listening.toChat(customer.url);
    // By the real clock: nothing but time makes the flow greet.
    await line.until(() => line.news.length > 0);
    assert.match(gist(line.news[0] ?? {}), /^Hello/);
    line.close();
    await own.close();

    const chat = await toAgent();
    const other = await Listening.toChat(chat.customer.url);
    await sayAndWait(chat.customer, "Hello Mia");
    await other.until(() => other.news.length === 3);
    assert.equal(told(other.news[1] ?? {}), "Mia Keller: typing");
    other.close();
  });
});
