import { createBucket } from "../bucket";
import type { ObjectSource } from "../bucket";
import { createContactStore } from "../contactStore";
import type {
  ContactRecord,
  ContactStore,
  FlowRecord,
  InstanceRecord,
  QueueRecord,
  StoredObject,
  TranscriptStorage,
  UserRecord,
  World,
} from "../world";
import { INBOUND_FLOW } from "./flows";

/** The Sandbox's fixed names, which tests outside this project rely on. */
export const ACCOUNT_ID = "111122223333";
export const REGION = "us-east-1";
export const INSTANCE_ID = "a0000000-0000-4000-8000-000000000001";
export const INSTANCE_ALIAS = "sandbox";

export const STORAGE: TranscriptStorage = {
  associationId: "5a000000-0000-4000-8000-000000000001",
  bucket: "sandbox-transcripts",
  prefix: "connect/sandbox/ChatTranscripts",
};

const user = (number: number, firstName: string, lastName: string): UserRecord => ({
  id: `b0000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  username: `${firstName}.${lastName}`.toLowerCase().replaceAll(" ", "-"),
  firstName,
  lastName,
});

/** Agents by first name; the reference example's a1 is `mia`, its a2 `jonas`. */
export const AGENTS = {
  mia: user(1, "Mia", "Keller"),
  jonas: user(2, "Jonas", "Weber"),
  priya: user(3, "Priya", "Raman"),
  lea: user(4, "Lea", "Dubois"),
  samir: user(5, "Samir", "Haddad"),
  yuki: user(6, "Yuki", "Tanaka"),
  tomas: user(7, "Tomas", "Okafor"),
  maximiliane: user(8, "Maximiliane", "von Hohenstein-Rosenthal"),
} as const;

export type AgentName = keyof typeof AGENTS;

const queue = (number: number, name: string, description: string): QueueRecord => ({
  id: `e0000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  name,
  description,
});

export const QUEUES = {
  orders: queue(1, "Orders and Delivery", "Where is my parcel, returns, refunds"),
  broadband: queue(2, "Broadband Support", "Faults, routers, line tests"),
  billing: queue(3, "Billing", "Invoices, payments, direct debit"),
  loyalty: queue(4, "Loyalty", "Cancellations and renewals"),
  messaging: queue(5, "Messaging", "SMS, WhatsApp and Apple Messages for Business"),
} as const;

export type QueueName = keyof typeof QUEUES;

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

export const USERS_BY_ID = byId<UserRecord>(Object.values(AGENTS));
const QUEUES_BY_ID = byId<QueueRecord>(Object.values(QUEUES));
const FLOWS_BY_ID = byId<FlowRecord>([INBOUND_FLOW]);

/** The Sandbox's only instance, with these contacts and with what its transcript bucket has of them. */
export const sandboxWorld = (
  contacts: Iterable<ContactRecord>,
  contentOf: (contacts: ContactStore) => Iterable<StoredObject> | ObjectSource,
  saidBefore: World["saidBefore"] = () => [],
): World => {
  const store = createContactStore(contacts);
  const instance: InstanceRecord = {
    id: INSTANCE_ID,
    alias: INSTANCE_ALIAS,
    createdAt: Date.UTC(2024, 2, 11, 9, 24),
    transcriptStorage: STORAGE,
    enabled: new Set(["INBOUND_CALLS", "OUTBOUND_CALLS", "CONTACTFLOW_LOGS", "CONTACT_LENS"]),
    users: USERS_BY_ID,
    queues: QUEUES_BY_ID,
    flows: FLOWS_BY_ID,
    contacts: store,
  };
  return {
    accountId: ACCOUNT_ID,
    region: REGION,
    instances: new Map([[instance.id, instance]]),
    buckets: new Map([[STORAGE.bucket, createBucket(STORAGE.bucket, contentOf(store))]]),
    saidBefore,
  };
};
