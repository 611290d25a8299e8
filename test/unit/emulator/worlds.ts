import fc from "fast-check";
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
  type EndedContact,
} from "../../../src/emulator/seed/transcript";
import { CHAT_ENDED, joins, says, type Speaker } from "../../../src/emulator/seed/turns";
import type { ContactRecord, StoredObject, World } from "../../../src/emulator/world";

const MINUTE = 60_000;

/** When the worlds of {@link worlds} are looked at. */
export const WORLD_NOW = Date.UTC(2026, 8, 27, 13, 0, 0);

/** What may be odd about a contact. */
type Oddity =
  /** No `previousContactId`, as search windows and old records have it. */
  | "unlinked"
  /** It ends after the contacts behind it. */
  | "endsLate"
  /** It ends together with the contact before it. */
  | "endsTogether"
  /** It has not ended, wherever it is in the session. */
  | "stillActive"
  | "task"
  | "noTranscript";

interface Step {
  readonly minutes: number;
  readonly method: "TRANSFER" | "QUEUE_TRANSFER" | "DISCONNECT";
  readonly oddity?: Oddity | undefined;
}

/** A session to be, of a lineage to be. */
interface Chat {
  readonly steps: readonly Step[];
  /** From which of the earlier session's contacts it continues, as a share of them; absent where it does not. */
  readonly continues?: number | undefined;
  /** Which contact got the link, as a share of them; mostly the first. */
  readonly linkAt: number;
  readonly active: boolean;
  /** How many of the first contacts are gone: their records were deleted, those behind them still name them. */
  readonly cut: number;
}

type Lineage = readonly Chat[];

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/** Lineage, session and position can be read in the id. */
const idOf = (lineage: number, session: number, position: number): string =>
  `${hex(lineage, 8)}-${hex(session, 4)}-4000-8000-${hex(position, 12)}`;

const at = <T>(items: readonly T[], share: number): T | undefined =>
  items[Math.min(items.length - 1, Math.floor(share * items.length))];

const endOf = (begun: number, { minutes, oddity }: Step, previousEnd?: number): number => {
  if (oddity === "endsTogether" && previousEnd !== undefined) return Math.max(previousEnd, begun);
  return begun + (oddity === "endsLate" ? 10 : 1) * minutes * MINUTE;
};

const toContact = (
  step: Step,
  ids: { readonly id: string; readonly initialContactId: string },
  previous: ContactRecord | undefined,
  begun: number,
): ContactRecord => {
  const isTask = step.oddity === "task";
  return {
    ...ids,
    channel: isTask ? "TASK" : "CHAT",
    subtype: isTask ? "connect:Task" : "connect:Chat",
    initiationMethod: previous ? step.method : "API",
    initiatedAt: begun,
    attributes: step.oddity === "noTranscript" ? { transcript: "none" } : {},
    persistent: false,
    ...(previous && step.oddity !== "unlinked" && { previousContactId: previous.id }),
    ...(step.oddity !== "stillActive" && { endedAt: endOf(begun, step, previous?.endedAt) }),
  };
};

/** The contacts of a session that begins at a time; where it continues from is set by {@link toContacts}. */
const toSession = (
  chat: Chat,
  lineage: number,
  session: number,
  start: number,
): ContactRecord[] => {
  const contacts: ContactRecord[] = [];
  const initialContactId = idOf(lineage, session, 0);
  let begun = start;
  chat.steps.forEach((step, position) => {
    const ids = { id: idOf(lineage, session, position), initialContactId };
    contacts.push(toContact(step, ids, contacts.at(-1), begun));
    begun += step.minutes * MINUTE;
  });
  const last = contacts.at(-1);
  if (last && chat.active) delete last.endedAt;
  return contacts;
};

const minutesOf = ({ steps }: Chat): number => steps.reduce((sum, { minutes }) => sum + minutes, 0);

/** Between two sessions, and between the last one's last contact and now: longer than a late end and a transcript take. */
const PAUSE = 200;

const link = (source: ContactRecord | undefined, target: ContactRecord | undefined): void => {
  if (!source || !target) return;
  target.relatedContactId = source.id;
  target.persistent = true;
};

const toContacts = (chats: Lineage, lineage: number): ContactRecord[] => {
  const whole = chats.reduce((sum, chat) => sum + minutesOf(chat) + PAUSE, 0);
  let start = WORLD_NOW - whole * MINUTE;
  let earlier: readonly ContactRecord[] = [];
  const all: ContactRecord[] = [];
  chats.forEach((chat, index) => {
    const contacts = toSession(chat, lineage, index, start);
    if (chat.continues !== undefined) link(at(earlier, chat.continues), at(contacts, chat.linkAt));
    earlier = contacts.slice(Math.min(chat.cut, contacts.length - 1));
    all.push(...earlier);
    start += (minutesOf(chat) + PAUSE) * MINUTE;
  });
  return all;
};

const share = (): fc.Arbitrary<number> => fc.double({ min: 0, max: 0.99, noNaN: true });

/** Mostly nothing, sometimes one of these. */
const rarely = <T>(weight: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: 20 - weight, arbitrary: fc.constant(undefined) },
    { weight, arbitrary: value },
  );

const step = (): fc.Arbitrary<Step> =>
  fc.record({
    minutes: fc.integer({ min: 1, max: 15 }),
    method: fc.constantFrom("TRANSFER", "QUEUE_TRANSFER", "DISCONNECT"),
    oddity: rarely(
      2,
      fc.constantFrom<Oddity>(
        "unlinked",
        "endsLate",
        "endsTogether",
        "stillActive",
        "task",
        "noTranscript",
      ),
    ),
  });

const chat = (): fc.Arbitrary<Chat> =>
  fc.record({
    steps: fc.array(step(), { minLength: 1, maxLength: 6 }),
    continues: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0.99) },
      { weight: 3, arbitrary: share() },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
    linkAt: rarely(3, share()).map((value) => value ?? 0),
    active: rarely(2, fc.constant(true)).map((value) => value ?? false),
    cut: rarely(1, fc.integer({ min: 1, max: 3 })).map((value) => value ?? 0),
  });

const usualLineage = (): fc.Arbitrary<Lineage> => fc.array(chat(), { minLength: 1, maxLength: 5 });

/** Around and over the service's limit of 100 past contacts (domain.md §1.5): one pattern of lengths, over and over. */
const longLineage = (): fc.Arbitrary<Lineage> =>
  fc
    .record({
      total: fc.integer({ min: 98, max: 130 }),
      lengths: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
    })
    .map(({ total, lengths }) => {
      const chats: Chat[] = [];
      for (let contacts = 0; contacts < total;) {
        const length = lengths[chats.length % lengths.length] ?? 1;
        const steps = Array.from({ length }, (): Step => ({ minutes: 5, method: "TRANSFER" }));
        chats.push({ steps, continues: 0.99, linkAt: 0, active: false, cut: 0 });
        contacts += length;
      }
      return chats;
    });

/** A chat that is under way and not persistent: there is always one that may be continued in. */
const CURRENT: Chat = {
  steps: [{ minutes: 1, method: "TRANSFER" }],
  linkAt: 0,
  active: true,
  cut: 0,
};

/** Id of the chat under way that every world has, and that is not persistent. */
export const CURRENT_ID = idOf(0, 0, 0);

/**
 * Contacts of one instance as of {@link WORLD_NOW}: lineages of sessions of one to six contacts, some of them cut, odd, still
 * active or over the service's limit, and the chat under way {@link CURRENT_ID}. In order of initiation within a lineage.
 */
export const worlds = (): fc.Arbitrary<readonly ContactRecord[]> =>
  fc
    .array(
      fc.oneof({ weight: 9, arbitrary: usualLineage() }, { weight: 1, arbitrary: longLineage() }),
      { minLength: 1, maxLength: 4 },
    )
    .map((lineages) => [[CURRENT], ...lineages].flatMap(toContacts));

const someone: Speaker = { role: "CUSTOMER", name: "Somebody" };

/** A short transcript, whose text names its contact. */
const toObject = (contact: EndedContact): StoredObject => {
  const owner = { accountId: ACCOUNT_ID, instanceId: INSTANCE_ID };
  const turns = [joins(someone), says(someone, `Said in ${contact.id}.`), CHAT_ENDED];
  return transcriptObject(STORAGE, contact, () => asBody(buildTranscript(owner, contact, turns)));
};

const hasTranscript = ({ channel, attributes }: ContactRecord): boolean =>
  channel === "CHAT" && attributes["transcript"] !== "none";

/**
 * The Sandbox's instance with copies of these contacts and the transcripts of those that have ended by then, but for contacts
 * whose attribute `transcript` is `none`.
 */
export const worldOf = (contacts: readonly ContactRecord[], now = WORLD_NOW): World =>
  sandboxWorld(structuredClone([...contacts]), () =>
    contacts
      .filter(hasEnd)
      .filter((contact) => contact.endedAt <= now && hasTranscript(contact))
      .map(toObject),
  );
