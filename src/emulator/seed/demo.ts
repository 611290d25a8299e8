import { transcriptKey } from "../records";
import type { ContactRecord, Seed, StoredObject, World } from "../world";
import { DAY, LINEAGES, ODD_CHATS, specimens } from "./day";
import { otherChannels, toLineage, toSession, type DemoSession } from "./daySessions";
import { ACCOUNT_ID, INSTANCE_ID, sandboxWorld, STORAGE } from "./organization";
import { redactedObject } from "./redacted";
import { REFERENCE, referenceContacts, referenceTurns } from "./reference";
import { scriptOf, scriptSoFar } from "./script";
import { asBody, buildTranscript, hasEnd, transcriptObject, type EndedContact } from "./transcript";
import { says, type Speaker, type Turn } from "./turns";

const OWNER = { accountId: ACCOUNT_ID, instanceId: INSTANCE_ID };

/** What Contact Lens redacted: not the survey, so that something is missing. */
const REDACTED: ReadonlySet<string> = new Set([REFERENCE.c1, REFERENCE.c2]);

/** What makes a transcript of almost 6 MB, above the limit of 5. */
const MANY = 16_000;

const monitor: Speaker = { role: "CUSTOM_BOT", name: "Line monitor" };

const endlessTurns = (turns: readonly Turn[]): Turn[] => [
  ...turns.slice(0, -1),
  ...Array.from({ length: MANY }, (_, index) =>
    says(
      monitor,
      `Reading ${index + 1}: attenuation ${20 + (index % 17)} dB, noise margin ${6 + (index % 5)} dB, errored seconds ${index % 60}, no retrain needed, next reading follows.`,
    ),
  ),
  ...turns.slice(-1),
];

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const bodyOf = (contact: EndedContact, turns: () => readonly Turn[]): (() => Buffer) => {
  const build = (): Buffer => asBody(buildTranscript(OWNER, contact, turns()));
  switch (contact.id) {
    case specimens.transcriptNotJson:
      return () => Buffer.from("<!doctype html>\n<title>502 Bad Gateway</title>\n");
    case specimens.transcriptEmpty:
      return () => Buffer.alloc(0);
    case specimens.transcriptTooLarge:
      // Its length is asked for more often than its text, so it is kept.
      return once(() => asBody(buildTranscript(OWNER, contact, endlessTurns(turns()))));
    default:
      return build;
  }
};

const transcriptsOf = ({ contacts, topic, customer }: DemoSession): StoredObject[] =>
  contacts.flatMap((contact, position) => {
    if (!hasEnd(contact)) return [];
    const next = contacts[position + 1]?.initiationMethod;
    const turns = (): Turn[] => scriptOf({ contact, topic, customer, next });
    return [transcriptObject(STORAGE, contact, bodyOf(contact, turns))];
  });

const referenceTranscripts = (contacts: readonly ContactRecord[]): StoredObject[] =>
  contacts.flatMap((contact) => {
    const turns = referenceTurns(contact);
    if (turns === undefined || !hasEnd(contact)) return [];
    const transcript = () => buildTranscript(OWNER, contact, turns);
    return [
      transcriptObject(STORAGE, contact, () => asBody(transcript())),
      ...(REDACTED.has(contact.id) ? [redactedObject(contact, transcript)] : []),
    ];
  });

const sessionsOf = (now: number): DemoSession[] => [
  ...DAY.map((chat) => toSession(now, chat)),
  ...ODD_CHATS.map((chat) => toSession(now, chat)),
  ...LINEAGES.flatMap((chats) => toLineage(now, chats)),
];

/** What the chats that go on have said so far. */
const talksOf = (now: number, sessions: readonly DemoSession[]): World["saidBefore"] => {
  const demo = new Map(
    sessions.flatMap((session) => session.contacts.map((contact) => [contact.id, session])),
  );
  return (contact) => {
    const session = demo.get(contact.id);
    const turns = session
      ? scriptSoFar({ ...session, contact, next: undefined })
      : referenceTurns(contact);
    return turns ? buildTranscript(OWNER, { ...contact, endedAt: now }, turns).Transcript : [];
  };
};

const deleteSpecimen = ({ instances, buckets }: World): void => {
  const contact = instances.get(INSTANCE_ID)?.contacts.get(specimens.transcriptDeleted);
  if (contact) buckets.get(STORAGE.bucket)?.delete(transcriptKey(STORAGE, contact));
};

/**
 * A believable day: the API documentation's worked example with two new chats of its customer, about 35 chats around
 * them, and among these the odd ones of {@link specimens}.
 */
export const demoSeed: Seed = (now) => {
  const reference = referenceContacts(now);
  const sessions = sessionsOf(now);
  const world = sandboxWorld(
    [
      ...reference,
      ...sessions.flatMap(({ contacts }) => contacts),
      ...otherChannels(now, specimens),
    ],
    () => [...referenceTranscripts(reference), ...sessions.flatMap(transcriptsOf)],
    talksOf(now, sessions),
  );
  deleteSpecimen(world);
  return world;
};
