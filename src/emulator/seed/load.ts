import type { ContactRecord, Seed } from "../world";
import { drawLength, drawSessions, drawSteps } from "./loadShapes";
import { loadTalks, loadTranscripts } from "./loadTranscripts";
import { sandboxWorld } from "./organization";
import { createRandom, type Random } from "./random";
import { buildSession, DAY, HOUR, MINUTE, SECOND } from "./session";
import { CUSTOMERS } from "./customers";
import { TOPICS, type TopicName } from "./topics";
import { createIdSource } from "./uuids";

export const MAX_LOAD = 5_000_000;

/** The ended chats began in these days, and long enough ago to have ended. */
const SPREAD = 14 * DAY;
const ENDED_BEFORE = 2 * HOUR;
/** No session of six contacts lasts longer. */
const LONGEST_SESSION = 85 * MINUTE;

const TOPIC_NAMES = Object.keys(TOPICS) as [TopicName, ...TopicName[]];
const SUBTYPES = ["Chat", "Chat", "Chat", "Chat", "Chat", "SMS", "WhatsApp", "Apple"] as const;

/** The sessions of one customer, each continued from the one before it: how many contacts each has. */
type Lineage = readonly number[];

/** Lineages at the service's limit of 100 past contacts (domain.md §1.5), at one more, and far over it. */
const DEEP: readonly Lineage[] = [
  Array.from({ length: 101 }, () => 1),
  Array.from({ length: 102 }, () => 1),
  Array.from({ length: 50 }, (_, index) => (index % 3) + 2),
];

const contactsIn = (lineage: Lineage): number => lineage.reduce((sum, length) => sum + length, 0);

/** The deep lineages of a load of 10,000 or more: the three kinds once for every 50,000 contacts, at most twenty times. */
const deepLineages = (count: number): readonly Lineage[] => {
  if (count < 10_000) return [];
  const times = Math.min(20, Math.max(1, Math.floor(count / 50_000)));
  return Array.from({ length: times }, () => DEEP).flat();
};

/** A lineage of a usual customer, of at most so many contacts. */
const drawLineage = (random: Random, atMost: number): Lineage => {
  const lengths: number[] = [];
  let left = atMost;
  for (let session = drawSessions(random); session > 0 && left > 0; session -= 1) {
    const length = Math.min(left, drawLength(random));
    lengths.push(length);
    left -= length;
  }
  return lengths;
};

/** Chats that are under way: the newest of all. */
const activeCount = (count: number): number => Math.min(40, Math.round(count / 25));

/** Few write at night (UTC). */
const isBusyHour = (time: number): boolean => {
  const hour = Math.floor(time / HOUR) % 24;
  return hour >= 7 && hour < 21;
};

/** When a chat began: mostly by day. */
const drawStart = (random: Random, from: number, to: number): number => {
  let time = random.between(from, to);
  for (let again = 3; again > 0 && !isBusyHour(time); again -= 1) time = random.between(from, to);
  return time;
};

/** One chat session to be drawn. */
interface LoadChat {
  /** Number of the customer. */
  readonly customer: number;
  /** How many contacts. */
  readonly length: number;
  readonly subtype: string;
  readonly startedAt: number;
  readonly continuedFrom: string | undefined;
  readonly active: boolean;
}

/** Draws the chats of a load; counts its contacts and customers. */
class Crowd {
  #contacts = 0;
  #customers = 0;
  readonly #idOf = createIdSource("load");

  constructor(
    private readonly now: number,
    private readonly random: Random,
  ) {}

  *lineage(lengths: Lineage): Generator<ContactRecord> {
    const customer = this.#customers++;
    const subtype = this.#subtype(lengths);
    let source: ContactRecord | undefined;
    for (const [session, length] of lengths.entries()) {
      const contacts = this.#session({
        customer,
        length,
        subtype,
        startedAt: this.#startOf(session, lengths.length),
        continuedFrom: source?.id,
        active: false,
      });
      source = this.#sourceOf(contacts);
      yield* contacts;
    }
  }

  *active(count: number): Generator<ContactRecord> {
    for (let left = count; left > 0; left -= 1) {
      yield* this.#session({
        customer: this.#customers++,
        length: 1,
        subtype: this.#subtype([]),
        startedAt: this.now - this.random.between(20 * SECOND, 20 * MINUTE),
        continuedFrom: undefined,
        active: true,
      });
    }
  }

  #session(chat: LoadChat): ContactRecord[] {
    const first = this.#contacts;
    this.#contacts += chat.length;
    const name = this.random.pick(TOPIC_NAMES);
    const steps = drawSteps(this.random, chat.length, TOPICS[name]);
    return buildSession({
      idOf: (position) => this.#idOf(first + position),
      startedAt: chat.startedAt,
      subtype: chat.subtype,
      attributes: {
        customerId: `CU-${100_000 + chat.customer}`,
        customerName: CUSTOMERS[chat.customer % CUSTOMERS.length] ?? "Guest",
        locale: TOPICS[name].locale,
        contactReason: name,
      },
      steps: chat.active ? [{ ...steps[0], lasts: this.now - chat.startedAt }] : steps,
      continuedFrom: chat.continuedFrom,
      active: chat.active,
    });
  }

  /** The chats of a lineage come one in each of equal slots, so that none overlap. */
  #startOf(session: number, sessions: number): number {
    const from = this.now - SPREAD;
    const to = this.now - ENDED_BEFORE;
    const slot = Math.floor((to - from) / sessions);
    const slotFrom = from + session * slot;
    return drawStart(this.random, slotFrom, slotFrom + slot - LONGEST_SESSION);
  }

  /** The next chat continues from the last contact, or from the one before it so that a survey is left out. */
  #sourceOf(contacts: readonly ContactRecord[]): ContactRecord | undefined {
    const last = contacts.at(-1);
    const skips = last?.initiationMethod === "DISCONNECT" && this.random.chance(0.4);
    return skips ? contacts.at(-2) : last;
  }

  /** A guide is a chat of one contact (domain.md §2.2). */
  #subtype(lengths: Lineage): string {
    const isGuide = lengths.length === 1 && lengths[0] === 1 && this.random.chance(0.004);
    return `connect:${isGuide ? "Guide" : this.random.pick(SUBTYPES)}`;
  }
}

function* loadContacts(count: number, now: number): Generator<ContactRecord> {
  const random = createRandom(count);
  const crowd = new Crowd(now, random);
  const active = activeCount(count);
  let left = count - active;
  for (const lineage of deepLineages(count)) {
    yield* crowd.lineage(lineage);
    left -= contactsIn(lineage);
  }
  while (left > 0) {
    const lineage = drawLineage(random, left);
    yield* crowd.lineage(lineage);
    left -= contactsIn(lineage);
  }
  yield* crowd.active(active);
}

/** So many contacts in realistic chains over the last 14 days; their transcripts are worked out when they are read. */
export const loadSeed =
  (count: number): Seed =>
  (now) =>
    sandboxWorld(
      loadContacts(count, now),
      (contacts) => loadTranscripts(contacts, now),
      loadTalks(now),
    );
