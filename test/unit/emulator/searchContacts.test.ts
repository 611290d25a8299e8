import assert from "node:assert/strict";
import { Asking } from "./support/asking";
import { activeContact, contact, INSTANCE, MINUTE, NOW, session } from "./support/world";

type Json = Readonly<Record<string, unknown>>;

const seconds = (milliseconds: number): number => milliseconds / 1000;

const range = (type: string, from: number, to: number): Json => ({
  Type: type,
  StartTime: seconds(from),
  EndTime: seconds(to),
});

const DAY = range("INITIATION_TIMESTAMP", NOW - 1440 * MINUTE, NOW + 1);

/** The sample session, a call and a task. */
const mixed = () => [
  ...session(),
  contact({ id: "call", channel: "VOICE", initiationMethod: "INBOUND" }),
  contact({
    id: "task",
    channel: "TASK",
    initiatedAt: NOW - 10 * MINUTE,
    attributes: { tier: "silver" },
  }),
];

interface Found {
  readonly ids: readonly unknown[];
  readonly total: unknown;
  readonly token: unknown;
}

const search = (asking: Asking, request: Json = {}): Found => {
  const { status, json } = asking.connect("POST", "/search-contacts", {
    InstanceId: INSTANCE,
    TimeRange: DAY,
    ...request,
  });
  assert.equal(status, 200, JSON.stringify(json));
  const contacts = json["Contacts"] as readonly Json[];
  return {
    ids: contacts.map(({ Id }) => Id),
    total: json["TotalCount"],
    token: json["NextToken"],
  };
};

const found = (criteria: Json, parts = mixed()): readonly unknown[] =>
  search(new Asking({ contacts: parts }), { SearchCriteria: criteria }).ids.toSorted();

describe("emulator: SearchContacts", () => {
  it("answers newest first, with the total", () => {
    const { ids, total, token } = search(new Asking({ contacts: mixed() }));
    assert.deepEqual(ids, ["c5", "c4", "task", "c3", "c2", "call", "c1"]);
    assert.equal(total, 7);
    assert.equal(token, undefined);
  });

  it("tells of a contact what AWS's summary tells, without the persistent link", () => {
    const contacts = [...session().slice(0, 2), contact({ id: "linked", relatedContactId: "c2" })];
    const { json } = new Asking({ contacts }).connect("POST", "/search-contacts", {
      InstanceId: INSTANCE,
      TimeRange: DAY,
    });
    const [second, linked, first] = json["Contacts"] as readonly Json[];
    assert.deepEqual(first, {
      Arn: `arn:aws:connect:us-east-1:111122223333:instance/${INSTANCE}/contact/c1`,
      Id: "c1",
      InitialContactId: "c1",
      InitiationMethod: "API",
      Channel: "CHAT",
      QueueInfo: { Id: "q1", EnqueueTimestamp: seconds(NOW - 119 * MINUTE) },
      AgentInfo: { Id: "a1", ConnectedToAgentTimestamp: seconds(NOW - 118 * MINUTE) },
      InitiationTimestamp: seconds(NOW - 120 * MINUTE),
      DisconnectTimestamp: seconds(NOW - 110 * MINUTE),
      SegmentAttributes: { "connect:Subtype": { ValueString: "connect:Chat" } },
    });
    assert.equal(second?.["PreviousContactId"], "c1");
    assert.equal("RelatedContactId" in linked!, false);
  });

  it("includes the start of the range and leaves its end out", () => {
    const asking = new Asking();
    const at = NOW - 110 * MINUTE;
    const within = (from: number, to: number) =>
      search(asking, { TimeRange: range("INITIATION_TIMESTAMP", from, to) }).ids;
    assert.deepEqual(within(at, at + 1), ["c2"]);
    assert.deepEqual(within(at - 1, at), []);
    assert.deepEqual(within(at, at), []);
  });

  const times: readonly (readonly [string, number, readonly string[]])[] = [
    ["CONNECTED_TO_AGENT_TIMESTAMP", NOW - 118 * MINUTE, ["c1"]],
    ["DISCONNECT_TIMESTAMP", NOW - 100 * MINUTE, ["c2"]],
    ["ENQUEUE_TIMESTAMP", NOW - 119 * MINUTE, ["c1"]],
    ["SCHEDULED_TIMESTAMP", NOW - 119 * MINUTE, []],
  ];
  for (const [type, at, ids] of times) {
    it(`searches a range of ${type}`, () => {
      assert.deepEqual(search(new Asking(), { TimeRange: range(type, at, at + 1) }).ids, ids);
    });
  }

  it("filters by channel, one and several", () => {
    assert.deepEqual(found({ Channels: ["CHAT"] }), ["c1", "c2", "c3", "c4", "c5"]);
    assert.deepEqual(found({ Channels: ["VOICE", "TASK"] }), ["call", "task"]);
    assert.deepEqual(found({ Channels: ["EMAIL"] }), []);
    assert.equal(found({ Channels: [] }).length, 7);
  });

  it("filters by agent, queue and initiation method", () => {
    assert.deepEqual(found({ AgentIds: ["a1", "a2"] }), ["c1", "c2"]);
    assert.deepEqual(found({ AgentIds: ["a2"], QueueIds: ["q1"] }), ["c2"]);
    assert.deepEqual(found({ QueueIds: ["q2"] }), []);
    assert.deepEqual(found({ InitiationMethods: ["TRANSFER", "DISCONNECT"] }), ["c2", "c3"]);
  });

  it("filters by contact attributes with each match type", () => {
    const attributes = (match: string | undefined, ...criteria: readonly Json[]) =>
      found({ SearchableContactAttributes: { Criteria: criteria, MatchType: match } });
    const gold = { Key: "tier", Values: ["gold"] };
    const silver = { Key: "tier", Values: ["silver", "bronze"] };
    const ana = { Key: "customer", Values: ["Ana"] };
    assert.deepEqual(attributes(undefined, gold, ana), ["c1"]);
    assert.deepEqual(attributes("MATCH_ALL", gold, silver), []);
    assert.deepEqual(attributes("MATCH_ANY", gold, silver), ["c1", "task"]);
    assert.deepEqual(attributes("MATCH_EXACT", gold), ["c1"]);
    assert.deepEqual(attributes("MATCH_NONE", gold, silver), ["c2", "c3", "c4", "c5", "call"]);
    assert.deepEqual(attributes(undefined, { Key: "toString", Values: ["x"] }), []);
    assert.equal(attributes("MATCH_ANY").length, 7);
  });

  it("filters by subtype", () => {
    const subtype = (key: string) =>
      found({
        SearchableSegmentAttributes: { Criteria: [{ Key: key, Values: ["connect:SMS"] }] },
      });
    assert.deepEqual(subtype("connect:Subtype"), ["c4"]);
    assert.deepEqual(subtype("connect:Direction"), []);
  });

  it("finds the active ones as those without a disconnect time", () => {
    const condition = { Type: "DISCONNECT_TIMESTAMP", ConditionType: "NOT_EXISTS" };
    const criteria = {
      AdditionalTimeRange: {
        Criteria: [{ TimestampCondition: condition }],
        MatchType: "MATCH_ALL",
      },
    };
    assert.deepEqual(found(criteria), ["c4", "c5"]);
    const ending = [activeContact({ id: "x" }), contact({ id: "y", endedAt: NOW + MINUTE })];
    const asking = new Asking({ contacts: ending });
    assert.deepEqual(search(asking, { SearchCriteria: criteria }).ids, ["y", "x"]);
    asking.control("POST", "clock", { advanceSeconds: 60 });
    assert.deepEqual(search(asking, { SearchCriteria: criteria }).ids, ["x"]);
  });

  it("filters by a second time range", () => {
    const ended = range("DISCONNECT_TIMESTAMP", NOW - 105 * MINUTE, NOW);
    assert.deepEqual(
      found({ AdditionalTimeRange: { Criteria: [{ TimeRange: ended }], MatchType: "MATCH_ALL" } }),
      ["c2", "c3"],
    );
  });

  const orders: readonly (readonly [string, string, readonly string[]])[] = [
    ["INITIATION_TIMESTAMP", "ASCENDING", ["c1", "call", "c2", "c3", "task", "c4", "c5"]],
    ["DISCONNECT_TIMESTAMP", "DESCENDING", ["c3", "c2", "task", "call", "c1", "c5", "c4"]],
    ["CONNECTED_TO_AGENT_TIMESTAMP", "ASCENDING", ["c1", "call", "c2", "c3", "task", "c4", "c5"]],
    ["CHANNEL", "DESCENDING", ["call", "task", "c5", "c4", "c3", "c2", "c1"]],
    ["INITIATION_METHOD", "ASCENDING", ["c1", "task", "c4", "c5", "c3", "call", "c2"]],
    ["EXPIRY_TIMESTAMP", "ASCENDING", ["c1", "call", "c2", "c3", "task", "c4", "c5"]],
    ["SCHEDULED_TIMESTAMP", "DESCENDING", ["c5", "c4", "task", "c3", "c2", "call", "c1"]],
  ];
  for (const [field, order, ids] of orders) {
    it(`sorts by ${field}, ${order.toLowerCase()}; what lacks it comes last`, () => {
      const contacts = mixed().map((record) =>
        record.id === "task" ? { ...record, endedAt: NOW - 105 * MINUTE } : record,
      );
      const sort = { FieldName: field, Order: order };
      assert.deepEqual(search(new Asking({ contacts }), { Sort: sort }).ids, ids);
    });
  }

  const walk = (request: Json, size: number): readonly unknown[] => {
    const asking = new Asking({ contacts: mixed() });
    const ids: unknown[] = [];
    let token: unknown;
    do {
      const page = search(asking, {
        ...request,
        MaxResults: size,
        ...(token !== undefined && { NextToken: token }),
      });
      assert.equal(page.ids.length <= size, true);
      ids.push(...page.ids);
      token = page.token;
    } while (token !== undefined);
    return ids;
  };

  for (const size of [1, 2, 3, 7, 100]) {
    it(`gives the same contacts in pages of ${size}`, () => {
      const criteria = { InitiationMethods: ["API", "TRANSFER", "INBOUND"] };
      for (const request of [
        {},
        { SearchCriteria: criteria },
        { SearchCriteria: { Channels: ["CHAT"] } },
        { Sort: { FieldName: "INITIATION_TIMESTAMP", Order: "ASCENDING" } },
      ]) {
        const whole = search(new Asking({ contacts: mixed() }), request).ids;
        assert.deepEqual(walk(request, size), whole);
      }
    });
  }

  it("answers later pages as the first one found them", () => {
    const criteria = {
      SearchCriteria: {
        AdditionalTimeRange: {
          Criteria: [
            { TimestampCondition: { Type: "DISCONNECT_TIMESTAMP", ConditionType: "NOT_EXISTS" } },
          ],
          MatchType: "MATCH_ALL",
        },
      },
      MaxResults: 1,
    };
    const contacts = [activeContact({ id: "x" }), contact({ id: "y", endedAt: NOW + MINUTE })];
    const asking = new Asking({ contacts });
    const first = search(asking, criteria);
    asking.control("POST", "clock", { advanceSeconds: 60 });
    assert.deepEqual(search(asking, { ...criteria, NextToken: first.token }).ids, ["x"]);
  });

  it("shows a contact's end as soon as it has ended, also on a page that was answered before", () => {
    const asking = new Asking({ contacts: [contact({ id: "x", endedAt: NOW + MINUTE })] });
    const endOf = (): unknown => {
      const request = { InstanceId: INSTANCE, TimeRange: DAY };
      const { json } = asking.connect("POST", "/search-contacts", request);
      return (json["Contacts"] as readonly Json[])[0]?.["DisconnectTimestamp"];
    };
    assert.deepEqual([endOf(), endOf()], [undefined, undefined]);
    asking.control("POST", "clock", { advanceSeconds: 60 });
    assert.equal(endOf(), seconds(NOW + MINUTE));
  });

  const refused = (request: Json): string => {
    const { status, headers, json } = new Asking({ contacts: mixed() }).connect(
      "POST",
      "/search-contacts",
      {
        InstanceId: INSTANCE,
        TimeRange: DAY,
        ...request,
      },
    );
    assert.equal(status, 400);
    assert.equal(headers["x-amzn-errortype"], "InvalidRequestException");
    return String(json["Message"]);
  };

  it("refuses a token of another search, and what is no token", () => {
    const { token } = search(new Asking({ contacts: mixed() }), { MaxResults: 1 });
    assert.match(
      refused({ NextToken: token, SearchCriteria: { Channels: ["CHAT"] } }),
      /NextToken/,
    );
    assert.match(refused({ NextToken: "nonsense" }), /NextToken/);
  });

  it("refuses a range that ends before it starts", () => {
    assert.match(refused({ TimeRange: range("INITIATION_TIMESTAMP", NOW, NOW - 1) }), /TimeRange/);
  });

  const unknown: readonly Json[] = [
    { Name: { SearchText: ["x"], MatchType: "MATCH_ALL" } },
    { AgentHierarchyGroups: {} },
    { ContactAnalysis: {} },
    { RoutingCriteria: {} },
    { ActiveRegions: ["us-east-1"] },
    { ContactTags: {} },
    { AiAgents: {} },
  ];
  for (const criteria of unknown) {
    const [name = ""] = Object.keys(criteria);
    it(`says that it does not know the criterion ${name}`, () => {
      assert.match(refused({ SearchCriteria: criteria }), new RegExp(name));
    });
  }
});
