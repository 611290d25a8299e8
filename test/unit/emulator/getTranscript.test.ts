import assert from "node:assert/strict";
import type { GetTranscriptCommandInput, Item } from "@aws-sdk/client-connectparticipant";
import type { ContactRecord, StoredObject } from "../../../src/emulator/world";
import { Asking } from "./support/asking";
import { C1, C2, C3, Chatting, gist, rejected, type Connected } from "./support/chatting";
import { activeContact, contact, INSTANCE, MINUTE, NOW, transcript } from "./support/world";

const BACKWARD = { ScanDirection: "BACKWARD" } as const;
const FORWARD = { ScanDirection: "FORWARD" } as const;
const ASCENDING = { SortOrder: "ASCENDING" } as const;

type Asked = Omit<GetTranscriptCommandInput, "ConnectionToken">;

/** All pages that a question leads to, from the first one on. */
async function pagesOf(reader: Connected, input: Asked): Promise<Item[][]> {
  const pages: Item[][] = [];
  let NextToken: string | undefined;
  do {
    const page = await reader.transcript({ ...input, ...(NextToken && { NextToken }) });
    pages.push(page.Transcript ?? []);
    NextToken = page.NextToken;
  } while (NextToken);
  return pages;
}

const range = (from: number, to: number): string[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, index) =>
    String(from < to ? from + index : from - index),
  );

describe("emulator: GetTranscript in one session", () => {
  let chatting: Chatting;
  let customer: Connected;
  let contactId: string;
  let sent: Item[];
  // The customer's joining and the messages 1 to 24, ten milliseconds apart.
  before(async () => {
    chatting = await Chatting.open();
    ({ customer, ContactId: contactId } = await chatting.chat());
    for (const text of range(1, 24)) {
      await chatting.advance(0.01);
      await customer.say(text);
    }
    sent = (await pagesOf(customer, { MaxResults: 100, ...ASCENDING })).flat();
  });

  after(() => chatting.close());

  const itemOf = (text: string): Item => {
    const item = sent.find(({ Content }) => Content === text);
    assert.ok(item);
    return item;
  };

  it("begins with the ten newest items, the newest first", async () => {
    const { Transcript = [], NextToken, InitialContactId } = await customer.transcript();
    assert.deepEqual(Transcript.map(gist), range(24, 15));
    assert.ok(NextToken);
    assert.equal(InitialContactId, contactId);
  });

  it("says of an item who sent it, when, and during which contact", () => {
    const { AbsoluteTime = "", Id, ...rest } = itemOf("7");
    assert.match(AbsoluteTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.ok(Id);
    assert.deepEqual(rest, {
      Type: "MESSAGE",
      Content: "7",
      ContentType: "text/plain",
      ContactId: contactId,
      DisplayName: "Ana",
      ParticipantId: sent[0]?.ParticipantId,
      ParticipantRole: "CUSTOMER",
    });
  });

  it("turns a page's items over on request, not the choice of items", async () => {
    assert.deepEqual(await customer.page(ASCENDING), range(15, 24));
    assert.deepEqual(await customer.page({ ...BACKWARD, SortOrder: "DESCENDING" }), range(24, 15));
  });

  it("gives as many items as are asked for, ten for 0, and all of them page by page", async () => {
    assert.equal((await customer.page({ MaxResults: 100 })).length, 25);
    assert.equal((await customer.page({ MaxResults: 0 })).length, 10);
    const back = await pagesOf(customer, { MaxResults: 7 });
    assert.deepEqual(
      back.map((page) => page.map(gist)),
      [range(24, 18), range(17, 11), range(10, 4), ["3", "2", "1", "participant.joined"]],
    );
    const on = await pagesOf(customer, { MaxResults: 7, ...FORWARD, ...ASCENDING });
    assert.deepEqual(on.flat().map(gist), back.flat().map(gist).reverse());
  });

  it("goes on where it was, whatever is said in between", async () => {
    const { customer: other } = await chatting.chat();
    for (const text of range(1, 4)) await other.say(text);
    const { NextToken } = await other.transcript({ MaxResults: 2 });
    await other.say("5");
    assert.deepEqual(await other.page({ MaxResults: 2, NextToken }), ["2", "1"]);
  });

  it("scans forward from a start position, backward where that is asked for; the item belongs to both", async () => {
    const StartPosition = { Id: itemOf("12").Id };
    assert.deepEqual(await customer.page({ StartPosition, ...ASCENDING }), range(12, 21));
    assert.deepEqual(await customer.page({ StartPosition, ...BACKWARD }), range(12, 3));
  });

  it("starts at a time", async () => {
    const StartPosition = { AbsoluteTime: itemOf("12").AbsoluteTime };
    assert.deepEqual(await customer.page({ StartPosition, ...ASCENDING }), range(12, 21));
    assert.deepEqual(await customer.page({ StartPosition, ...BACKWARD }), range(12, 3));
    const future = { AbsoluteTime: new Date(Date.now() + 3_600_000).toISOString() };
    assert.deepEqual(await customer.page({ StartPosition: future }), []);
    assert.deepEqual(await customer.page({ StartPosition: future, ...BACKWARD }), range(24, 15));
  });

  it("starts so many items from the end", async () => {
    const StartPosition = { MostRecent: 3 };
    assert.deepEqual(await customer.page({ StartPosition }), range(24, 22));
    assert.deepEqual(await customer.page({ StartPosition, ...BACKWARD }), range(22, 13));
    assert.deepEqual(await customer.page({ StartPosition: { MostRecent: 0 } }), []);
    const more = await customer.page({ StartPosition: { MostRecent: 100 }, ...ASCENDING });
    assert.equal(more[0], "participant.joined");
  });

  it("takes a start position with nothing in it for none, as chat clients send it", async () => {
    assert.deepEqual(await customer.page({ StartPosition: {} }), range(24, 15));
  });

  it("refuses two start positions, and a time that is none", async () => {
    const both = customer.page({ StartPosition: { Id: itemOf("1").Id, MostRecent: 1 } });
    await assert.rejects(both, rejected("ValidationException", /one of/));
    const never = customer.page({ StartPosition: { AbsoluteTime: "yesterday" } });
    await assert.rejects(never, rejected("ValidationException", /ISO 8601/));
  });

  it("finds nothing at an item that is not there", async () => {
    const { Transcript, NextToken } = await customer.transcript({ StartPosition: { Id: "none" } });
    assert.deepEqual([Transcript, NextToken], [[], undefined]);
  });

  it("keeps to one contact on request, and finds nothing for one of another session", async () => {
    assert.deepEqual(await customer.page({ ContactId: contactId }), range(24, 15));
    assert.deepEqual(await customer.page({ ContactId: C1 }), []);
  });

  it("takes a token for its own connection and question only", async () => {
    const started = await chatting.start();
    const [one, other] = [
      await chatting.join(started.ParticipantToken),
      await chatting.join(started.ParticipantToken),
    ];
    for (const text of range(1, 3)) await one.say(text);
    const { NextToken } = await one.transcript({ MaxResults: 1 });
    assert.deepEqual(await one.page({ NextToken, MaxResults: 1 }), ["2"]);
    const refused = rejected("ValidationException", /NextToken/);
    await assert.rejects(other.page({ NextToken }), refused);
    await assert.rejects(one.page({ NextToken, ...FORWARD }), refused);
    await assert.rejects(one.page({ NextToken, ContactId: started.ContactId }), refused);
    await assert.rejects(one.page({ NextToken: "made up" }), refused);
  });

  it("is denied once the chat has ended", async () => {
    const { customer: other, ContactId } = await chatting.continued(C2, "FROM_SEGMENT");
    const { NextToken } = await other.transcript();
    assert.ok(NextToken);
    await chatting.stop(ContactId);
    const isDenied = (error: Error & { $metadata?: { httpStatusCode?: number } }): boolean =>
      error.name === "AccessDeniedException" && error.$metadata?.httpStatusCode === 403;
    await assert.rejects(other.page(), isDenied);
    await assert.rejects(other.page({ NextToken }), isDenied);
  });
});

describe("emulator: GetTranscript across a rehydrated chat", () => {
  let chatting: Chatting;
  before(async () => {
    chatting = await Chatting.open();
  });
  beforeEach(() => chatting.emulator.reset());
  after(() => chatting.close());

  /** The stored items of these contacts, newest first, as GetTranscript is to tell them. */
  const storedOf = async (...contactIds: readonly string[]): Promise<Item[]> => {
    const files = contactIds.map(async (RelatedContactId) =>
      (await chatting.stored(RelatedContactId))
        .toReversed()
        .map((item) => ({ ...item, RelatedContactId })),
    );
    return (await Promise.all(files)).flat();
  };

  /** The past items, page by page; no page mixes them with those of the current session. */
  const pastOf = async (reader: Connected, MaxResults = 10): Promise<Item[]> => {
    const pages = await pagesOf(reader, { ...BACKWARD, MaxResults });
    for (const page of pages) {
      const kinds = new Set(page.map(({ RelatedContactId: id }) => id === undefined));
      assert.deepEqual([kinds.size, page.length <= MaxResults], [1, true]);
    }
    return pages.flat().filter(({ RelatedContactId: id }) => id !== undefined);
  };

  it("begins with the current session alone, though the page has room, and leads on", async () => {
    const { customer, ContactId } = await chatting.continued(C2, "FROM_SEGMENT");
    await customer.say("I am back");
    const { Transcript = [], NextToken } = await customer.transcript();
    assert.deepEqual(Transcript.map(gist), ["I am back", "chat.rehydrated", "participant.joined"]);
    for (const item of Transcript) {
      assert.deepEqual([item.ContactId, item.RelatedContactId], [ContactId, undefined]);
    }
    assert.ok(NextToken);
  });

  it("leads nowhere without a past", async () => {
    const { customer } = await chatting.chat();
    assert.equal((await customer.transcript()).NextToken, undefined);
    const { customer: related } = await chatting.chat({ RelatedContactId: C1 });
    assert.equal((await related.transcript()).NextToken, undefined);
  });

  it("FROM_SEGMENT: tells the items of C2 and C1, each with its RelatedContactId, and nothing of C3", async () => {
    const { customer } = await chatting.continued(C2, "FROM_SEGMENT");
    assert.deepEqual(await pastOf(customer), await storedOf(C2, C1));
  });

  it("ENTIRE_PAST_SESSION: tells the items of C3, C2 and C1", async () => {
    const { customer } = await chatting.continued(C1, "ENTIRE_PAST_SESSION");
    for (const size of [1, 7, 100]) {
      assert.deepEqual(await pastOf(customer, size), await storedOf(C3, C2, C1));
    }
  });

  it("turns past pages over on request, too", async () => {
    const { customer } = await chatting.continued(C2, "FROM_SEGMENT");
    const { NextToken } = await customer.transcript();
    const page = await customer.transcript({ NextToken, ...BACKWARD, ...ASCENDING, MaxResults: 5 });
    assert.deepEqual(page.Transcript, (await storedOf(C2)).slice(0, 5).reverse());
  });

  it("tells the same after an association that is made during the chat", async () => {
    const { customer, ContactId } = await chatting.chat();
    await chatting.associate(ContactId, C2, "FROM_SEGMENT");
    assert.deepEqual(await customer.page(), ["chat.rehydrated", "participant.joined"]);
    assert.deepEqual(await pastOf(customer), await storedOf(C2, C1));
  });

  it("goes on into what the past chat was itself continued from", async () => {
    const between = await chatting.continued(C2, "FROM_SEGMENT");
    await between.customer.say("Only to say hello");
    await between.customer.disconnect();
    await chatting.advance(61);
    const { customer } = await chatting.continued(between.ContactId, "ENTIRE_PAST_SESSION");
    assert.deepEqual(await pastOf(customer), await storedOf(between.ContactId, C2, C1));
  });

  it("takes no start position and no contact of the past", async () => {
    const { customer, ContactId } = await chatting.continued(C2, "FROM_SEGMENT");
    const [item] = await storedOf(C2);
    for (const input of [
      { StartPosition: { Id: item?.Id } },
      { StartPosition: { Id: item?.Id }, ...BACKWARD },
      { StartPosition: { AbsoluteTime: item?.AbsoluteTime }, ...BACKWARD },
      { ContactId: C2 },
    ]) {
      const { Transcript, NextToken } = await customer.transcript(input);
      assert.deepEqual([Transcript, NextToken], [[], undefined]);
    }
    assert.equal((await customer.transcript({ ContactId })).NextToken, undefined);
  });

  it("does not lead into the past when it scans forward", async () => {
    const { customer } = await chatting.continued(C2, "FROM_SEGMENT");
    const pages = await pagesOf(customer, FORWARD);
    assert.deepEqual(pages.flat().map(gist), ["chat.rehydrated", "participant.joined"]);
  });

  it("forgets a token that leads into the past with its connection", async () => {
    const { customer, ParticipantToken } = await chatting.continued(C2, "FROM_SEGMENT");
    const { NextToken } = await customer.transcript();
    const again = await chatting.join(ParticipantToken);
    await assert.rejects(
      again.page({ NextToken, ...BACKWARD }),
      rejected("ValidationException", /NextToken/),
    );
    assert.deepEqual(await pastOf(again), await storedOf(C2, C1));
  });
});

describe("emulator: GetTranscript at the edges of what is stored", () => {
  const chatAt = (id: string, minutesAgo: number, past?: string): ContactRecord =>
    contact({
      id,
      initiatedAt: NOW - minutesAgo * MINUTE,
      endedAt: NOW - (minutesAgo - 1) * MINUTE,
      ...(past !== undefined && { relatedContactId: past, persistent: true }),
    });

  const current = activeContact({ id: "now", relatedContactId: "past 1", persistent: true });

  const fileOf = (record: ContactRecord): StoredObject => {
    const AbsoluteTime = new Date(record.initiatedAt).toISOString();
    const item = { AbsoluteTime, Id: `item of ${record.id}`, Type: "MESSAGE", Content: "Hello" };
    return transcript(record, JSON.stringify({ Transcript: [item] }));
  };

  /** The contacts of all past items, read by a custom bot. */
  const readIn = (contacts: readonly ContactRecord[], objects: readonly StoredObject[]) => {
    const asking = new Asking({ contacts: [current, ...contacts], objects });
    const added = asking.connect("POST", "/contact/create-participant", {
      InstanceId: INSTANCE,
      ContactId: "now",
      ParticipantDetails: { ParticipantRole: "CUSTOM_BOT" },
    }).json["ParticipantCredentials"] as { ParticipantToken: string };
    const { json } = asking.participant("connection", added.ParticipantToken, {
      Type: ["CONNECTION_CREDENTIALS"],
    });
    const { ConnectionToken } = json["ConnectionCredentials"] as { ConnectionToken: string };
    const read: string[] = [];
    let NextToken: unknown;
    do {
      const page = asking.participant("transcript", ConnectionToken, {
        MaxResults: 30,
        ...(NextToken !== undefined && { NextToken }),
      }).json;
      read.push(...(page["Transcript"] as Item[]).flatMap((item) => item.RelatedContactId ?? []));
      ({ NextToken } = page);
    } while (NextToken !== undefined);
    return read;
  };

  it("follows 100 past contacts back, and not one more", () => {
    const lineage = Array.from({ length: 101 }, (_, index) =>
      chatAt(`past ${index + 1}`, 100 + index, index < 100 ? `past ${index + 2}` : undefined),
    );
    const hundred = lineage.slice(0, 100);
    const names = hundred.map(({ id }) => id);
    assert.deepEqual(readIn(hundred, hundred.map(fileOf)), names);
    assert.deepEqual(readIn(lineage, lineage.map(fileOf)), names);
  });

  it("passes over a transcript that is missing, not written yet or not readable", () => {
    const lineage = Array.from({ length: 6 }, (_, index) =>
      chatAt(`past ${index + 1}`, 100 + index, `past ${index + 2}`),
    ) as [ContactRecord, ContactRecord, ContactRecord, ContactRecord, ContactRecord, ContactRecord];
    const [one, , three, four, five, six] = lineage;
    const objects = [
      fileOf(one),
      { ...fileOf(three), availableAt: NOW + MINUTE },
      transcript(four, "<!doctype html>"),
      transcript(five, '{"Transcript":{}}'),
      fileOf(six),
    ];
    assert.deepEqual(readIn(lineage, objects), ["past 1", "past 6"]);
  });

  it("survives links that lead round in a circle", () => {
    const circle = [chatAt("past 1", 100, "past 2"), chatAt("past 2", 101, "past 1")];
    assert.deepEqual(readIn(circle, circle.map(fileOf)), ["past 1", "past 2"]);
  });
});
