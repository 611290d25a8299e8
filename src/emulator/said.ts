import { bodyOf } from "./s3Objects";
import { endOf, transcriptOf } from "./records";
import type { TranscriptItem } from "./seed/transcript";
import type { State } from "./state";
import type { ContactRecord, InstanceRecord, StoredObject } from "./world";

/** What was said during a contact so far, oldest first; of one that has ended, as far as it was stored. */
export const saidDuring = (
  state: State,
  instance: InstanceRecord,
  contact: ContactRecord,
): readonly TranscriptItem[] => {
  const chat = state.chats.get(contact.initialContactId);
  if (chat)
    return chat.items.filter(({ contactId }) => contactId === contact.id).map(({ item }) => item);
  if (endOf(contact, state.clock.now()) === undefined) return state.world.saidBefore(contact);
  return storedItems(state, instance, contact);
};

const isItem = (value: unknown): value is TranscriptItem =>
  typeof value === "object" && value !== null && "Id" in value && "AbsoluteTime" in value;

/** None where the file is one of those that are damaged on purpose. */
const itemsOf = (body: Buffer): readonly TranscriptItem[] => {
  try {
    const { Transcript } = JSON.parse(body.toString()) as { Transcript?: unknown };
    return Array.isArray(Transcript) ? Transcript.filter(isItem) : [];
  } catch {
    return [];
  }
};

const known = new WeakMap<StoredObject, readonly TranscriptItem[]>();

/** The items of a contact's stored transcript, oldest first; none where it can't be had, or not yet. */
export const storedItems = (
  state: State,
  instance: InstanceRecord,
  contact: ContactRecord,
): readonly TranscriptItem[] => {
  const transcript = transcriptOf(state, instance, contact);
  if (transcript.kind !== "stored") return [];
  const items = known.get(transcript.object) ?? itemsOf(bodyOf(transcript.object));
  known.set(transcript.object, items);
  return items;
};
