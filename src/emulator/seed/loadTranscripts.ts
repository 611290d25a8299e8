import type { ObjectSource } from "../bucket";
import { transcriptKey } from "../records";
import { lowerBound } from "../sorted";
import type { ContactRecord, ContactStore, StoredObject, World } from "../world";
import { followerOf } from "./loadShapes";
import { ACCOUNT_ID, INSTANCE_ID, STORAGE } from "./organization";
import { scriptOf, scriptSoFar, type Scene } from "./script";
import { DAY } from "./session";
import { TOPICS, type Topic } from "./topics";
import { asBody, buildTranscript, hasEnd, transcriptObject, type EndedContact } from "./transcript";

const OWNER = { accountId: ACCOUNT_ID, instanceId: INSTANCE_ID };
const ID_IN_KEY = /\/([0-9a-f-]{36})_\d{8}T\d\d:\d\d_UTC\.json$/;

const topicNamed = (name: string | undefined): Topic =>
  Object.entries<Topic>(TOPICS).find(([known]) => known === name)?.[1] ?? TOPICS.parcel;

const sceneOf = (contact: ContactRecord): Scene => ({
  contact,
  topic: topicNamed(contact.attributes["contactReason"]),
  customer: contact.attributes["customerName"] ?? "Guest",
  next: followerOf(contact),
});

const bodyOf = (contact: EndedContact): Buffer =>
  asBody(buildTranscript(OWNER, contact, scriptOf(sceneOf(contact))));

/** What the chats that go on had said when the load was made. */
export const loadTalks =
  (madeAt: number): World["saidBefore"] =>
  (contact) =>
    buildTranscript(OWNER, { ...contact, endedAt: madeAt }, scriptSoFar(sceneOf(contact)))
      .Transcript;

const toObject = (contact: EndedContact): StoredObject =>
  transcriptObject(STORAGE, contact, () => bodyOf(contact));

const keyOf = (contact: ContactRecord): string => transcriptKey(STORAGE, contact);

/** `…/YYYY/MM/DD/` of a time. */
const folderOf = (time: number): string =>
  `${STORAGE.prefix}/${new Date(time).toISOString().slice(0, 10).replaceAll("-", "/")}/`;

/** Keys lie by day, and within a day by contact id; a day is put in order when it is first listed. */
class LoadTranscripts implements ObjectSource {
  readonly #days = new Map<number, readonly ContactRecord[]>();

  constructor(
    private readonly contacts: ContactStore,
    private readonly madeAt: number,
  ) {}

  find(key: string): StoredObject | undefined {
    const contact = this.contacts.get(ID_IN_KEY.exec(key)?.[1] ?? "");
    const isOurs = contact && contact.initiatedAt <= this.madeAt && keyOf(contact) === key;
    return isOurs && hasEnd(contact) ? toObject(contact) : undefined;
  }

  *list(prefix: string, after: string): Generator<StoredObject> {
    const oldest = this.contacts.byInitiation[0]?.initiatedAt ?? this.madeAt;
    for (let day = Math.floor(oldest / DAY); day * DAY <= this.madeAt; day += 1) {
      const folder = folderOf(day * DAY);
      const isWanted = folder.startsWith(prefix) || prefix.startsWith(folder);
      // Every key of the folder comes before what follows its name's last character.
      if (isWanted && `${folder}\uffff` > after) yield* this.#listDay(day, prefix, after);
    }
  }

  *#listDay(day: number, prefix: string, after: string): Generator<StoredObject> {
    const contacts = this.#dayOf(day);
    const from = lowerBound(contacts, (contact) => keyOf(contact) < prefix);
    for (let at = Math.max(from, this.#behind(contacts, after)); at < contacts.length; at += 1) {
      const contact = contacts[at];
      if (contact === undefined || !keyOf(contact).startsWith(prefix)) return;
      if (hasEnd(contact)) yield toObject(contact);
    }
  }

  #behind(contacts: readonly ContactRecord[], after: string): number {
    return lowerBound(contacts, (contact) => keyOf(contact) <= after);
  }

  #dayOf(day: number): readonly ContactRecord[] {
    const known = this.#days.get(day);
    if (known) return known;
    const { byInitiation } = this.contacts;
    const end = Math.min((day + 1) * DAY, this.madeAt + 1);
    const contacts = byInitiation
      .slice(
        lowerBound(byInitiation, ({ initiatedAt }) => initiatedAt < day * DAY),
        lowerBound(byInitiation, ({ initiatedAt }) => initiatedAt < end),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#days.set(day, contacts);
    return contacts;
  }
}

/** The transcripts of a load's contacts, made on demand; `madeAt` tells them from contacts that began later. */
export const loadTranscripts = (contacts: ContactStore, madeAt: number): ObjectSource =>
  new LoadTranscripts(contacts, madeAt);
