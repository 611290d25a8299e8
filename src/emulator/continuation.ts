import type { RehydrationType } from "@aws-sdk/client-connect";
import { AwsError } from "./awsError";
import { endOf, findContact, transcriptOf } from "./records";
import { bodyOf } from "./s3Objects";
import type { State } from "./state";
import type { ContactRecord, InstanceRecord } from "./world";

/** What a chat is to continue. */
export interface Continuation {
  readonly sourceId: string;
  readonly type: RehydrationType;
  /** Absent for a chat that is not there yet. */
  readonly target?: ContactRecord;
}

/** Largest transcript that the service takes (domain.md §1.5). */
const MAX_TRANSCRIPT_BYTES = 5 * 1024 * 1024;

/** Which error a broken rule gives isn't public (domain.md §1.1); this one is the emulator's choice. */
export const refuse = (message: string): never => {
  throw new AwsError("InvalidRequestException", message);
};

const checkSource = (source: ContactRecord, target: ContactRecord | undefined): void => {
  if (source.channel !== "CHAT") refuse(`Source contact ${source.id} is not a chat.`);
  if (source.initialContactId === target?.initialContactId) {
    refuse(`Source contact ${source.id} belongs to the session of contact ${target.id}.`);
  }
};

/** The chat contact of the session that ended last; the session as a whole has to have ended. */
const lastEndedOf = (
  { contacts }: InstanceRecord,
  source: ContactRecord,
  now: number,
): ContactRecord => {
  if (source.id !== source.initialContactId) {
    refuse(`Source contact ${source.id} is not the initial contact of its session.`);
  }
  const chats = contacts.session(source.id).filter(({ channel }) => channel === "CHAT");
  const active = chats.find((contact) => endOf(contact, now) === undefined);
  if (active) refuse(`Contact ${active.id} of the source session is still active.`);
  return chats.reduce((last, contact) =>
    (endOf(contact, now) ?? 0) >= (endOf(last, now) ?? 0) ? contact : last,
  );
};

const continuedFrom = (
  instance: InstanceRecord,
  source: ContactRecord,
  { type, now }: { readonly type: Continuation["type"]; readonly now: number },
): ContactRecord => {
  if (type === "ENTIRE_PAST_SESSION") return lastEndedOf(instance, source, now);
  if (endOf(source, now) === undefined) refuse(`Source contact ${source.id} is still active.`);
  return source;
};

/** Only the transcript of the contact that is continued from is looked at: what lies behind it was checked when it was linked. */
const checkTranscript = (state: State, instance: InstanceRecord, contact: ContactRecord): void => {
  if (!instance.transcriptStorage) refuse("The instance stores no chat transcripts.");
  const transcript = transcriptOf(state, instance, contact);
  if (transcript.kind === "notYet") {
    refuse(`The transcript of contact ${contact.id} is not written yet.`);
  } else if (transcript.kind !== "stored") {
    refuse(`The transcript of contact ${contact.id} is missing.`);
  } else if (bodyOf(transcript.object).length > MAX_TRANSCRIPT_BYTES) {
    refuse(`The transcript of contact ${contact.id} is larger than 5 MB.`);
  }
};

/** The contact that a chat is continued from; refuses where a rule of domain.md §1.5 stands against it. */
export const continuedContact = (
  state: State,
  instance: InstanceRecord,
  { sourceId, type, target }: Continuation,
): ContactRecord => {
  const source = findContact(instance, sourceId);
  checkSource(source, target);
  const from = continuedFrom(instance, source, { type, now: state.clock.now() });
  checkTranscript(state, instance, from);
  return from;
};
