import type { AskedAssociation } from "../../../src/domain/doctor/evidence";
import type { FindingId } from "../../../src/domain/doctor/finding";
import type { Check } from "../../../src/domain/checks";
import { transcriptKey } from "../../../src/emulator/records";
import {
  ACCOUNT_ID,
  INSTANCE_ID,
  sandboxWorld,
  STORAGE,
} from "../../../src/emulator/seed/organization";
import {
  asBody,
  buildTranscript,
  hasEnd,
  transcriptObject,
} from "../../../src/emulator/seed/transcript";
import { CHAT_ENDED, joins, says } from "../../../src/emulator/seed/turns";
import type {
  ContactRecord,
  FlowRecord,
  InstanceRecord,
  StoredObject,
  World,
} from "../../../src/emulator/world";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When the worlds are looked at. */
export const NOW = Date.UTC(2026, 8, 27, 13, 0, 0);

const id = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000001`;

/** The chat that lacks its history, and the past chat: two contacts, the first of which handed over to the second. */
export const CHAT = id("a");
export const FIRST = id("1");
export const LAST = id("2");
const OTHER = id("3");

type Given = Partial<ContactRecord>;

const contact = (given: Given & Pick<ContactRecord, "id">): ContactRecord => ({
  initialContactId: given.id,
  channel: "CHAT",
  subtype: "connect:Chat",
  initiationMethod: "API",
  initiatedAt: NOW - 3 * HOUR,
  endedAt: NOW - 3 * HOUR + 10 * MINUTE,
  attributes: {},
  persistent: false,
  ...given,
});

const active = (record: ContactRecord): ContactRecord => {
  const { endedAt, ...rest } = record;
  return endedAt === undefined ? record : rest;
};

/** Active, and its attribute names the past chat. */
export const chat = (given: Given = {}): ContactRecord =>
  active(
    contact({
      id: CHAT,
      initiatedAt: NOW - 5 * MINUTE,
      attributes: { customerName: "Ana", previousContactId: FIRST },
      ...given,
    }),
  );

const ended = (record: ContactRecord): ContactRecord => ({ ...record, endedAt: NOW - MINUTE });

const linked = (to: string, given: Given = {}): ContactRecord =>
  chat({ relatedContactId: to, persistent: true, attributes: {}, ...given });

const first = (given: Given = {}): ContactRecord => contact({ id: FIRST, ...given });

const last = (given: Given = {}): ContactRecord =>
  contact({
    id: LAST,
    initialContactId: FIRST,
    previousContactId: FIRST,
    initiationMethod: "TRANSFER",
    initiatedAt: NOW - 3 * HOUR + 10 * MINUTE,
    endedAt: NOW - 2 * HOUR,
    ...given,
  });

const past = (): readonly ContactRecord[] => [first(), last()];

/** Sessions of one contact, each continued by the next; the first that is returned is the newest. */
const continued = (count: number): readonly ContactRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const idOf = (place: number) => `${String(place).padStart(8, "0")}-0000-4000-8000-000000000002`;
    return contact({
      id: idOf(index),
      initiatedAt: NOW - (index + 3) * HOUR,
      endedAt: NOW - (index + 3) * HOUR + 10 * MINUTE,
      ...(index + 1 < count && { relatedContactId: idOf(index + 1), persistent: true }),
    });
  });

/** What is wrong: a finding, or the rule that it is held to. */
type Wrong = Exclude<FindingId, "rule"> | Check["id"];

export interface PreparedWorld {
  readonly name: string;
  readonly contacts: readonly ContactRecord[];
  readonly asked?: AskedAssociation;
  readonly wrong: Wrong | undefined;
  /** Of the finding, as the report has it: field, contact where one is named, value. */
  readonly exhibit?: string;
  /** Where the bucket has something else than a transcript of a contact: another text, or why there is none. */
  readonly files?: Readonly<Record<string, string>>;
  readonly hasStorage?: boolean;
  /** What the block of the instance's flow reads the past contact's id from; the usual attribute unless given. */
  readonly flowReads?: string;
  /** Refused in S3's or Connect's way. */
  readonly denied?: string;
  /** A second bucket, which the emulator can't have. */
  readonly secondBucket?: boolean;
}

const asked = (
  rehydrationType: AskedAssociation["rehydrationType"],
  sourceContactId: string,
): AskedAssociation => ({ rehydrationType, sourceContactId });

/** Each with one thing wrong. */
export const worlds: readonly PreparedWorld[] = [
  {
    name: "a voice call",
    contacts: [chat({ channel: "VOICE", subtype: "connect:Telephony" }), ...past()],
    wrong: "currentIsChat",
    exhibit: `Channel ${CHAT} VOICE`,
  },
  {
    name: "a contact that this instance does not know",
    contacts: past(),
    wrong: "contactIsKnown",
    exhibit: `ContactId ${CHAT}`,
  },
  {
    name: "a chat that nobody continued anything in",
    contacts: [chat({ attributes: { customerName: "Ana" } }), ...past()],
    wrong: "chatIsLinked",
    exhibit: `RelatedContactId ${CHAT} -`,
  },
  {
    name: "an ended chat whose flow had the id and did not use it",
    contacts: [ended(chat()), ...past()],
    wrong: "chatIsLinked",
    exhibit: `RelatedContactId ${CHAT} -`,
  },
  {
    name: "an attribute that holds no contact id",
    contacts: [chat({ attributes: { previousContactId: "undefined" } }), ...past()],
    wrong: "attributeNamesContact",
    exhibit: "$.Attributes.previousContactId undefined",
  },
  {
    name: "a flow whose own attribute holds no contact id, whatever another one holds",
    contacts: [chat({ attributes: { previousContactId: FIRST, fromApp: "null" } }), ...past()],
    flowReads: "$.Attributes.fromApp",
    wrong: "attributeNamesContact",
    exhibit: "$.Attributes.fromApp null",
  },
  {
    name: "an attribute that names a contact of another instance",
    contacts: [chat({ attributes: { previousContactId: OTHER } }), ...past()],
    wrong: "contactIsKnown",
    exhibit: `ContactId ${OTHER}`,
  },
  {
    name: "a past contact that is a call",
    contacts: [chat(), first({ channel: "VOICE", subtype: "connect:Telephony" })],
    wrong: "sourceIsChat",
    exhibit: `Channel ${FIRST} VOICE`,
  },
  {
    name: "a past chat that goes on",
    contacts: [chat(), active(first())],
    wrong: "sourceHasEnded",
    exhibit: `DisconnectTimestamp ${FIRST} -`,
  },
  {
    name: "a link to a contact whose record is gone",
    contacts: [linked(OTHER)],
    wrong: "contactIsKnown",
    exhibit: `ContactId ${OTHER}`,
  },
  {
    name: "a transcript that was deleted",
    contacts: [linked(LAST), ...past()],
    files: { [LAST]: "deleted" },
    wrong: "transcriptIsThere",
    exhibit: "Recordings.Status DELETED",
  },
  {
    name: "a transcript that is not where it was stored",
    contacts: [linked(LAST), ...past()],
    files: { [LAST]: "gone" },
    wrong: "transcriptIsThere",
    exhibit: `DisconnectTimestamp ${LAST} ${new Date(NOW - 2 * HOUR).toISOString()}`,
  },
  {
    name: "a transcript that is not written yet",
    contacts: [chat(), first({ endedAt: NOW - MINUTE / 2 })],
    wrong: "transcriptIsThere",
    exhibit: `DisconnectTimestamp ${FIRST} ${new Date(NOW - MINUTE / 2).toISOString()}`,
  },
  {
    name: "a transcript larger than 5 MB",
    contacts: [linked(LAST), ...past()],
    files: { [LAST]: " ".repeat(5 * 1024 * 1024 + 1) },
    wrong: "transcriptIsThere",
    exhibit: "Content-Length 5242881",
  },
  {
    name: "a transcript that is no transcript",
    contacts: [linked(LAST), ...past()],
    files: { [LAST]: "<html>" },
    wrong: "transcriptIsThere",
    exhibit: "Content-Length 6",
  },
  {
    name: "an instance that stores no chat transcripts",
    contacts: [chat(), ...past()],
    hasStorage: false,
    wrong: "transcriptsAreStoredOnce",
    exhibit: "StorageConfigs -",
  },
  {
    name: "an instance that stores chat transcripts in two buckets",
    contacts: [linked(LAST), ...past()],
    secondBucket: true,
    wrong: "transcriptsAreStoredOnce",
    exhibit: "S3Config.BucketName elsewhere",
  },
  {
    name: "a transcript that these credentials may not read",
    contacts: [linked(LAST), ...past()],
    denied: "GetObject",
    wrong: "callsAreAllowed",
    exhibit: "GetObject AccessDenied",
  },
  {
    name: "a contact that these credentials may not read",
    contacts: [linked(LAST), ...past()],
    denied: "DescribeContact",
    wrong: "callsAreAllowed",
    exhibit: "DescribeContact AccessDeniedException",
  },
  {
    name: "a history of more than 100 contacts",
    contacts: [linked(continued(1)[0]?.id ?? ""), ...continued(101)],
    wrong: "historyIsWithinLimit",
    exhibit: "Contacts 101",
  },
  {
    name: "an association that was asked for too late",
    contacts: [ended(chat({ attributes: {} })), ...past()],
    asked: asked("ENTIRE_PAST_SESSION", FIRST),
    wrong: "currentIsActive",
    exhibit: `DisconnectTimestamp ${CHAT} ${new Date(NOW - MINUTE).toISOString()}`,
  },
  {
    name: "an association of a chat that continues another one already",
    contacts: [linked(OTHER), contact({ id: OTHER }), ...past()],
    asked: asked("FROM_SEGMENT", LAST),
    wrong: "currentIsNotPersistent",
    exhibit: `RelatedContactId ${CHAT} ${OTHER}`,
  },
  {
    name: "an entire past session asked for by another contact than its first",
    contacts: [chat(), ...past()],
    asked: asked("ENTIRE_PAST_SESSION", LAST),
    wrong: "idIsRightForType",
    exhibit: `InitialContactId ${LAST} ${FIRST}`,
  },
  {
    name: "an association of a chat with its own session",
    contacts: [
      chat({ initialContactId: FIRST, previousContactId: FIRST, attributes: {} }),
      first(),
    ],
    asked: asked("FROM_SEGMENT", FIRST),
    wrong: "currentIsAnotherChat",
    exhibit: `InitialContactId ${CHAT} ${FIRST}`,
  },
];

/** Worlds in which nothing is wrong that could be known. */
export const healthyWorlds: readonly PreparedWorld[] = [
  { name: "a chat that is linked", contacts: [linked(LAST), ...past()], wrong: undefined },
  {
    name: "a linked chat that has ended",
    contacts: [ended(linked(LAST)), ...past()],
    wrong: undefined,
  },
  {
    name: "a chat whose flow may still come to its block",
    contacts: [chat(), ...past()],
    wrong: undefined,
  },
  {
    name: "a chat whose flow reads another attribute than what its name would tell",
    contacts: [chat({ attributes: { previousContactId: OTHER, fromApp: FIRST } }), ...past()],
    flowReads: "$.Attributes['fromApp']",
    wrong: undefined,
  },
  {
    name: "an association that breaks no rule",
    contacts: [chat(), ...past()],
    asked: asked("FROM_SEGMENT", LAST),
    wrong: undefined,
  },
  {
    name: "a history of exactly 100 contacts",
    contacts: [linked(continued(1)[0]?.id ?? ""), ...continued(100)],
    wrong: undefined,
  },
  {
    name: "a transcript of exactly 5 MB",
    contacts: [linked(LAST), ...past()],
    files: { [LAST]: '{"Transcript":[]}'.padEnd(5 * 1024 * 1024) },
    wrong: undefined,
  },
];

const customer = { role: "CUSTOMER", name: "Ana" } as const;

function objectsOf({ contacts, files = {} }: PreparedWorld): readonly StoredObject[] {
  const owner = { accountId: ACCOUNT_ID, instanceId: INSTANCE_ID };
  return contacts
    .filter(hasEnd)
    .filter((each) => each.channel === "CHAT" && files[each.id] !== "gone")
    .map((each) => {
      const turns = [joins(customer), says(customer, "Hello"), CHAT_ENDED];
      const text = files[each.id];
      return transcriptObject(STORAGE, each, () =>
        text === undefined ? asBody(buildTranscript(owner, each, turns)) : Buffer.from(text),
      );
    });
}

/** The same with a flow that takes the past contact's id from elsewhere. */
function withFlow(world: World, source: string): World {
  const changed = ({ content, ...flow }: FlowRecord): FlowRecord => ({
    ...flow,
    content: content.replace("$.Attributes.previousContactId", source),
  });
  const instances = [...world.instances].map(([key, instance]): [string, InstanceRecord] => {
    const flows = [...instance.flows].map(([id, flow]): [string, FlowRecord] => [
      id,
      changed(flow),
    ]);
    return [key, { ...instance, flows: new Map(flows) }];
  });
  return { ...world, instances: new Map(instances) };
}

/** The Sandbox's instance as the prepared world has it. */
export function worldOf(prepared: PreparedWorld): World {
  const { contacts, files = {}, hasStorage = true, flowReads } = prepared;
  const whole = sandboxWorld(structuredClone([...contacts]), () => objectsOf(prepared));
  const world = flowReads === undefined ? whole : withFlow(whole, flowReads);
  for (const each of contacts)
    if (files[each.id] === "deleted")
      world.buckets.get(STORAGE.bucket)?.delete(transcriptKey(STORAGE, each));
  if (hasStorage) return world;
  const [instance] = [...world.instances.values()];
  if (instance === undefined) throw new Error("The world has no instance.");
  const { transcriptStorage: _, ...without } = instance;
  return { ...world, instances: new Map<string, InstanceRecord>([[instance.id, without]]) };
}
