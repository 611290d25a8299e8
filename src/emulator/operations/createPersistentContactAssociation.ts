import type {
  CreatePersistentContactAssociationRequest,
  CreatePersistentContactAssociationResponse,
} from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { endOf, findContact, findInstance, transcriptOf } from "../records";
import { bodyOf } from "../s3Objects";
import type { State } from "../state";
import type { FromWire, Run } from "../wire";
import type { ContactRecord, InstanceRecord } from "../world";

type Input = FromWire<CreatePersistentContactAssociationRequest>;

/** Largest transcript that the service takes (domain.md §1.5). */
const MAX_TRANSCRIPT_BYTES = 5 * 1024 * 1024;

/** Which error a broken rule gives isn't public (domain.md §1.1); this one is the emulator's choice. */
const refuse = (message: string): never => {
  throw new AwsError("InvalidRequestException", message);
};

const checkTarget = (target: ContactRecord, now: number): void => {
  if (target.channel !== "CHAT") refuse(`Contact ${target.id} is not a chat.`);
  if (endOf(target, now) !== undefined) refuse(`Contact ${target.id} has ended.`);
  if (target.persistent || target.relatedContactId !== undefined) {
    refuse(`Contact ${target.id} is persistent already; persistence is set only once.`);
  }
};

const checkSource = (source: ContactRecord, target: ContactRecord): void => {
  if (source.channel !== "CHAT") refuse(`Source contact ${source.id} is not a chat.`);
  if (source.initialContactId === target.initialContactId) {
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
  { type, now }: { readonly type: Input["RehydrationType"]; readonly now: number },
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

const associate = (state: State, instance: InstanceRecord, input: Input): string => {
  const now = state.clock.now();
  const target = findContact(instance, input.InitialContactId);
  const source = findContact(instance, input.SourceContactId);
  checkTarget(target, now);
  checkSource(source, target);
  const from = continuedFrom(instance, source, { type: input.RehydrationType, now });
  checkTranscript(state, instance, from);
  target.relatedContactId = from.id;
  target.persistent = true;
  state.changes += 1;
  return from.id;
};

const asText = (input: Input): string =>
  JSON.stringify([input.InitialContactId, input.SourceContactId, input.RehydrationType]);

/** Documented of the token: unique, case-sensitive. How long it is remembered isn't; here until the next reset (domain.md §1.3). */
const once = (
  { promised }: State,
  { token, input }: { readonly token: string; readonly input: string },
  act: () => string,
): string => {
  const earlier = promised.get(token);
  if (earlier?.input === input) return earlier.continuedFromContactId;
  if (earlier) {
    throw new AwsError(
      "InvalidParameterException",
      "ClientToken was used before, for an association with other parameters.",
    );
  }
  const continuedFromContactId = act();
  promised.set(token, { input, continuedFromContactId });
  return continuedFromContactId;
};

export const createPersistentContactAssociation: Run<
  CreatePersistentContactAssociationRequest,
  CreatePersistentContactAssociationResponse
> = (input, state) => {
  const instance = findInstance(state, input.InstanceId);
  const act = (): string => associate(state, instance, input);
  const { ClientToken: token } = input;
  return {
    ContinuedFromContactId:
      token === undefined || token === ""
        ? act()
        : once(state, { token: `${instance.id} ${token}`, input: asText(input) }, act),
  };
};
