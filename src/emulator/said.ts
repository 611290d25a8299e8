import { bodyOf } from "./s3Objects";
import { endOf, transcriptOf } from "./records";
import type { TranscriptItem } from "./seed/transcript";
import type { State } from "./state";
import type { ContactRecord, InstanceRecord } from "./world";

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
  const transcript = transcriptOf(state, instance, contact);
  return transcript.kind === "stored" ? itemsOf(bodyOf(transcript.object)) : [];
};

/** None where the file is one of those that are damaged on purpose. */
const itemsOf = (body: Buffer): readonly TranscriptItem[] => {
  try {
    return (
      (JSON.parse(body.toString()) as { Transcript?: readonly TranscriptItem[] }).Transcript ?? []
    );
  } catch {
    return [];
  }
};
