import assert from "node:assert/strict";
import { Asking } from "./support/asking";
import {
  ARN,
  BUCKET,
  contact,
  INSTANCE,
  MINUTE,
  NOW,
  OTHER_INSTANCE,
  session,
  transcript,
} from "./support/world";

type Json = Readonly<Record<string, unknown>>;

const get = (url: string, asking = new Asking()): Json => {
  const { status, json } = asking.connect("GET", url);
  assert.equal(status, 200, JSON.stringify(json));
  return json;
};

const listOf = (json: Json, name: string): readonly Json[] => json[name] as readonly Json[];

const KEY = "connect/test/ChatTranscripts/2026/05/06/c1_20260506T10:00_UTC.json";

describe("emulator: instances", () => {
  it("lists and describes them", () => {
    const [first] = listOf(get("/instance"), "InstanceSummaryList");
    assert.equal(listOf(get("/instance"), "InstanceSummaryList").length, 2);
    assert.deepEqual([first?.["Id"], first?.["Arn"]], [INSTANCE, ARN]);
    assert.deepEqual([first?.["InstanceAlias"], first?.["InstanceStatus"]], ["alias-1", "ACTIVE"]);
    const described = get(`/instance/${INSTANCE}`)["Instance"];
    assert.deepEqual(described, { ...first, Tags: {} });
  });

  it("tells where chat transcripts are stored, and of nothing else", () => {
    const configs = (instance: string, type: string) =>
      get(`/instance/${instance}/storage-configs?resourceType=${type}`)["StorageConfigs"];
    assert.deepEqual(configs(INSTANCE, "CHAT_TRANSCRIPTS"), [
      {
        AssociationId: "s-1",
        StorageType: "S3",
        S3Config: { BucketName: BUCKET, BucketPrefix: "connect/test/ChatTranscripts" },
      },
    ]);
    assert.deepEqual(configs(INSTANCE, "CALL_RECORDINGS"), []);
    assert.deepEqual(configs(OTHER_INSTANCE, "CHAT_TRANSCRIPTS"), []);
  });
});

describe("emulator: users and queues", () => {
  it("lists and describes users", () => {
    const users = listOf(get(`/users-summary/${INSTANCE}`), "UserSummaryList");
    assert.deepEqual(
      users.map(({ Id, Username }) => [Id, Username]),
      [
        ["a1", "login-a1"],
        ["a2", "login-a2"],
        ["a3", "login-a3"],
      ],
    );
    const user = get(`/users/${INSTANCE}/a2`)["User"] as Json;
    assert.deepEqual(user["IdentityInfo"], { FirstName: "Ada", LastName: "a2" });
    assert.equal(user["Arn"], `${ARN}/agent/a2`);
  });

  it("lists and describes queues", () => {
    const queues = (query = "") =>
      listOf(get(`/queues-summary/${INSTANCE}${query}`), "QueueSummaryList");
    assert.deepEqual(
      queues().map(({ Id, Name, QueueType }) => [Id, Name, QueueType]),
      [
        ["q1", "Billing", "STANDARD"],
        ["q2", "Orders", "STANDARD"],
      ],
    );
    assert.equal(queues("?queueTypes=AGENT&queueTypes=STANDARD").length, 2);
    assert.equal(queues("?queueTypes=AGENT").length, 0);
    const queue = get(`/queues/${INSTANCE}/q1`)["Queue"] as Json;
    assert.deepEqual([queue["Name"], queue["Description"]], ["Billing", "Bills"]);
  });

  it("goes through lists page by page, with tokens that belong to one list", () => {
    const asking = new Asking();
    const names: unknown[] = [];
    let token = "";
    do {
      const query = `maxResults=2${token && `&nextToken=${encodeURIComponent(token)}`}`;
      const page = get(`/users-summary/${INSTANCE}?${query}`, asking);
      names.push(...listOf(page, "UserSummaryList").map(({ Id }) => Id));
      const { NextToken: next = "" } = page;
      if (typeof next === "string") token = next;
      if (token !== "") {
        const other = asking.connect("GET", `/queues-summary/${INSTANCE}?nextToken=${token}`);
        assert.equal(other.status, 400);
      }
    } while (token !== "");
    assert.deepEqual(names, ["a1", "a2", "a3"]);
  });
});

describe("emulator: contacts", () => {
  const describeContact = (id: string, asking = new Asking()): Json =>
    get(`/contacts/${INSTANCE}/${id}`, asking)["Contact"] as Json;

  it("describes an ended contact with its transcript", () => {
    const start = (NOW - 120 * MINUTE) / 1000;
    const end = (NOW - 110 * MINUTE) / 1000;
    assert.deepEqual(describeContact("c1"), {
      Arn: `${ARN}/contact/c1`,
      Id: "c1",
      InitialContactId: "c1",
      InitiationMethod: "API",
      Channel: "CHAT",
      QueueInfo: { Id: "q1", EnqueueTimestamp: (NOW - 119 * MINUTE) / 1000 },
      AgentInfo: { Id: "a1", ConnectedToAgentTimestamp: (NOW - 118 * MINUTE) / 1000 },
      InitiationTimestamp: start,
      DisconnectTimestamp: end,
      LastUpdateTimestamp: end,
      DisconnectReason: "CUSTOMER_DISCONNECT",
      SegmentAttributes: { "connect:Subtype": { ValueString: "connect:Chat" } },
      Attributes: { customer: "Ana", tier: "gold" },
      Tags: { "aws:connect:instanceId": INSTANCE },
      Recordings: [
        {
          StorageType: "S3",
          Location: `${BUCKET}/${KEY}`,
          MediaStreamType: "CHAT",
          StartTimestamp: start,
          StopTimestamp: end,
          Status: "AVAILABLE",
        },
      ],
    });
  });

  it("describes an active contact without an end", () => {
    const active = describeContact("c4");
    for (const name of ["DisconnectTimestamp", "DisconnectReason", "Recordings", "AgentInfo"]) {
      assert.equal(name in active, false, name);
    }
  });

  it("lets a contact end when the clock comes to its end", () => {
    const asking = new Asking({ contacts: [contact({ id: "x", endedAt: NOW + MINUTE })] });
    assert.equal("DisconnectTimestamp" in describeContact("x", asking), false);
    asking.control("POST", "clock", { advanceSeconds: 60 });
    const { DisconnectTimestamp: end } = describeContact("x", asking);
    assert.equal(end, (NOW + MINUTE) / 1000);
  });

  it("lists a transcript once its file is there", () => {
    const asking = new Asking({ objects: [transcript(session()[0]!, "{}", NOW + MINUTE)] });
    assert.equal("Recordings" in describeContact("c1", asking), false);
    asking.control("POST", "clock", { advanceSeconds: 60 });
    assert.equal("Recordings" in describeContact("c1", asking), true);
  });

  it("tells of a transcript that was deleted", () => {
    const asking = new Asking();
    asking.sandbox.state.world.buckets.get(BUCKET)?.delete(KEY);
    const [recording] = describeContact("c1", asking)["Recordings"] as readonly Json[];
    assert.equal(recording?.["Status"], "DELETED");
    assert.equal(typeof recording["DeletionReason"], "string");
  });

  it("lists the contacts of the session of any of its contacts, oldest first", () => {
    for (const id of ["c1", "c2", "c3"]) {
      const json = get(`/contact/associated/${INSTANCE}?contactId=${id}`);
      const contacts = listOf(json, "ContactSummaryList");
      assert.deepEqual(
        contacts.map(({ ContactId, PreviousContactId }) => [ContactId, PreviousContactId]),
        [
          ["c1", undefined],
          ["c2", "c1"],
          ["c3", "c2"],
        ],
      );
    }
  });

  it("tells a contact's attributes", () => {
    const attributes = (id: string) => get(`/contact/attributes/${INSTANCE}/${id}`)["Attributes"];
    assert.deepEqual(attributes("c1"), { customer: "Ana", tier: "gold" });
    assert.deepEqual(attributes("c2"), {});
  });
});

describe("emulator: what is not there", () => {
  const missing = [
    "/instance/nowhere",
    `/instance/${encodeURIComponent(ARN.replace("111122223333", "999999999999"))}`,
    "/instance/nowhere/storage-configs?resourceType=CHAT_TRANSCRIPTS",
    `/contacts/${INSTANCE}/nobody`,
    `/contacts/${OTHER_INSTANCE}/c1`,
    `/contact/associated/${INSTANCE}?contactId=nobody`,
    `/contact/attributes/${INSTANCE}/nobody`,
    `/users/${INSTANCE}/nobody`,
    `/users-summary/nowhere`,
    `/queues/${INSTANCE}/nothing`,
    `/queues-summary/nowhere`,
  ];
  for (const url of missing) {
    it(`answers 404 to ${url}`, () => {
      const { status, headers, json } = new Asking().connect("GET", url);
      assert.deepEqual([status, headers["x-amzn-errortype"]], [404, "ResourceNotFoundException"]);
      assert.match(String(json["Message"]), /does not exist/);
    });
  }

  it("takes an instance's ARN for its id", () => {
    const described = get(`/instance/${encodeURIComponent(ARN)}`)["Instance"] as Json;
    assert.equal(described["Id"], INSTANCE);
  });
});
