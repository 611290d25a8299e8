import assert from "node:assert/strict";
import type { Contact } from "../../../src/domain/contact";
import { Failure, type FailureKind } from "../../../src/domain/failure";
import type { ConnectGateway } from "../../../src/domain/gateway";
import { type Emulated, emulated } from "./support/emulated";
import { signal } from "./support/target";

const C1 = "c1000000-0000-4000-8000-000000000001";
const window = { from: 0, to: Date.now() };
const NOT_WRITTEN = "d1000000-0000-4000-8000-000000000005";

const contact = (storedTranscript: Contact["storedTranscript"]): Contact => ({
  id: NOT_WRITTEN,
  initialContactId: NOT_WRITTEN,
  channel: "CHAT",
  initiationMethod: "API",
  initiatedAt: Date.now(),
  attributes: {},
  storedTranscript,
});

/** What calls each operation of AWS. */
const operations: Readonly<Record<string, (gateway: ConnectGateway) => Promise<unknown>>> = {
  SearchContacts: (gateway) => gateway.searchChats({ window }, signal()),
  DescribeContact: (gateway) => gateway.describeContact(C1, signal()),
  ListAssociatedContacts: (gateway) => gateway.associatedContacts(C1, signal()),
  CreatePersistentContactAssociation: (gateway) =>
    gateway.associate(
      {
        currentContactId: "c4000000-0000-4000-8000-000000000004",
        sourceContactId: C1,
        rehydrationType: "ENTIRE_PAST_SESSION",
        clientToken: "one-wish",
      },
      signal(),
    ),
  DescribeContactFlow: (gateway) =>
    gateway.flowContent("f1000000-0000-4000-8000-000000000001", signal()),
  ListUsers: (gateway) => gateway.agentNames(signal()),
  ListQueues: (gateway) => gateway.queueNames(signal()),
  ListContactReferences: (gateway) =>
    gateway.serviceRecord({ kind: "references", contactId: C1 }, signal()),
  ListRealtimeContactAnalysisSegmentsV2: (gateway) => gateway.liveChat(C1, signal()),
  DescribeInstance: (gateway) => gateway.describeInstance(signal()),
  ListInstanceStorageConfigs: (gateway) =>
    gateway.transcriptFile(contact({ kind: "notListed" }), signal()),
  ListObjectsV2: (gateway) => gateway.transcriptFile(contact({ kind: "notListed" }), signal()),
  GetObject: (gateway) =>
    gateway.transcriptFile(
      contact({ kind: "stored", bucket: "sandbox-transcripts", key: "x.json" }),
      signal(),
    ),
};

/** What each of the emulator's faults ends in, when it comes at every attempt. */
const faults: Readonly<Record<string, FailureKind>> = {
  accessDenied: "accessDenied",
  throttled: "throttled",
  serverError: "serviceError",
  notFound: "notFound",
  expiredToken: "expiredCredentials",
  invalidToken: "credentials",
  badSignature: "wrongSignature",
  clockSkew: "clockSkew",
  html: "badAnswer",
  notJson: "badAnswer",
  emptyBody: "invalidRequest",
  reset: "offline",
  answerLost: "offline",
  truncated: "offline",
  slow: "offline",
  hung: "offline",
};

/** The listing of a bucket comes after that of the storage, so it has to have a world where the latter works. */
const groups = [
  ["ListObjectsV2"],
  Object.keys(operations).filter((operation) => operation !== "ListObjectsV2"),
];

/** These take the client's patience, the others none of it. */
const late = new Set(["slow", "hung"]);

/** What is no failure but a value, by its kind. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GetObject: {
    // A key that is not there is what a person can wait for.
    notFound: "missing",
    // The file is passed on as it is.
    notJson: "text",
  },
  ListRealtimeContactAnalysisSegmentsV2: { notFound: "notAnalysed" },
};

const valueOf = (operation: string, fault: string): string | undefined =>
  values[operation]?.[fault];

const outcomeOf = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    (value) => value,
    (error: unknown) => error,
  );

describe("every fault of every operation", function () {
  this.timeout(60_000);
  const outcomes = new Map<string, Promise<unknown>>();
  const worlds: Emulated[] = [];

  // All at once, since nearly all of the time is the SDK's waiting between attempts.
  before(async () => {
    const timeouts = { connectionMs: 1000, requestMs: 400 };
    for (const fault of Object.keys(faults)) {
      const target = late.has(fault) ? { timeouts } : {};
      for (const group of groups) {
        const world = await emulated(target, { seed: "empty" });
        worlds.push(world);
        for (const operation of group) await world.fault(operation, fault, 20);
        for (const operation of group) {
          const act = operations[operation];
          if (act) outcomes.set(`${fault} ${operation}`, outcomeOf(act(world.gateway)));
        }
      }
    }
    await Promise.all(outcomes.values());
  });
  after(() => Promise.all(worlds.map((world) => world.close())));

  for (const fault of Object.keys(faults)) {
    for (const operation of Object.keys(operations)) {
      const value = valueOf(operation, fault);
      const kind = value ?? faults[fault];
      it(`${fault} of ${operation} is ${kind ?? "nothing"}`, async () => {
        const outcome = await outcomes.get(`${fault} ${operation}`);
        if (value !== undefined) {
          assert.equal((outcome as { readonly kind: string }).kind, value);
          return;
        }
        assert.ok(outcome instanceof Failure, String(outcome));
        assert.deepEqual([outcome.kind, outcome.operation], [kind, operation], String(outcome));
        assert.notEqual(outcome.answer.name, "");
      });
    }
  }
});
