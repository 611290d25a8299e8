import type {
  AssociatedContactSummary,
  Contact as SdkContact,
  ContactFlowSummary,
  ContactSearchSummary,
  CreatePersistentContactAssociationResponse,
  Instance as SdkInstance,
  InstanceStorageConfig,
  InstanceSummary,
  QueueSummary,
  RecordingInfo,
  SearchContactsResponse,
  UserSummary,
} from "@aws-sdk/client-connect";
import type { Contact, ContactSummary, Instance, StoredTranscript } from "../domain/contact";
import type { AssociatedContact, ContactPage } from "../domain/gateway";
import type { ContactFlow } from "../domain/testChat/customerChat";
import { UnreadableAnswer } from "./failureOf";
import { nonEmpty, present } from "./present";

// The only place that meets the optional fields of AWS's shapes: what leaves here is certain.

/** Told once for every item that has to be left out, because without its id nothing can be done with it. */
export type OnDropped = () => void;

/** Where an instance keeps its chat transcripts; without a slash at the end. */
export interface TranscriptStorage {
  readonly bucket: string;
  readonly prefix: string;
}

/** Stands for a required text that AWS left out; channels and initiation methods are open sets anyway. */
const UNKNOWN = "UNKNOWN";

export function toContactPage(response: SearchContactsResponse, dropped: OnDropped): ContactPage {
  const contacts = withIds(response.Contacts, (contact) => contact.Id, dropped, toContactSummary);
  return {
    contacts,
    total: response.TotalCount ?? contacts.length,
    ...present({ nextToken: nonEmpty(response.NextToken) }),
  };
}

const toContactSummary = (
  id: string,
  contact: ContactSearchSummary | SdkContact,
): ContactSummary => ({
  id,
  // Missing or null for a contact that is related to no other (domain.md §2.1).
  initialContactId: nonEmpty(contact.InitialContactId) ?? id,
  channel: contact.Channel ?? UNKNOWN,
  initiationMethod: contact.InitiationMethod ?? UNKNOWN,
  initiatedAt: initiationOf(contact),
  ...present({
    previousContactId: nonEmpty(contact.PreviousContactId),
    subtype: contact.SegmentAttributes?.["connect:Subtype"]?.ValueString,
    endedAt: contact.DisconnectTimestamp?.getTime(),
    agentId: nonEmpty(contact.AgentInfo?.Id),
    queueId: nonEmpty(contact.QueueInfo?.Id),
  }),
});

const initiationOf = (contact: ContactSearchSummary | SdkContact): number =>
  (contact.InitiationTimestamp ?? contact.DisconnectTimestamp)?.getTime() ?? 0;

export function toContact(contact: SdkContact | undefined): Contact {
  if (contact?.Id === undefined) throw new UnreadableAnswer("The answer has no contact");
  return {
    ...toContactSummary(contact.Id, contact),
    attributes: { ...contact.Attributes },
    storedTranscript: toStoredTranscript(contact.Recordings ?? []),
    ...present({
      relatedContactId: nonEmpty(contact.RelatedContactId),
      disconnectReason: nonEmpty(contact.DisconnectReason),
    }),
  };
}

/** The SDK's enum lacks it (domain.md §3.2). */
const isOfChat = (stream: string | undefined): boolean => stream === "CHAT";

function toStoredTranscript(recordings: readonly RecordingInfo[]): StoredTranscript {
  const ofChat = recordings.filter(({ MediaStreamType }) => isOfChat(MediaStreamType));
  for (const { Status, Location } of ofChat) {
    const location = toLocation(Location ?? "");
    if (Status !== "DELETED" && location !== undefined) return { kind: "stored", ...location };
  }
  const deleted = ofChat.find(({ Status }) => Status === "DELETED");
  return deleted === undefined
    ? { kind: "notListed" }
    : { kind: "deleted", ...present({ reason: nonEmpty(deleted.DeletionReason) }) };
}

/** `bucket/key`, in some records with `s3://` before it (domain.md §3.2). */
function toLocation(
  location: string,
): { readonly bucket: string; readonly key: string } | undefined {
  const match = /^(?:s3:\/\/)?([^/:]+)\/(.+)$/s.exec(location);
  const [, bucket, key] = match ?? [];
  return bucket === undefined || key === undefined ? undefined : { bucket, key };
}

export const toAssociatedContacts = (
  contacts: readonly AssociatedContactSummary[] | undefined,
  dropped: OnDropped,
): readonly AssociatedContact[] =>
  withIds(
    contacts,
    ({ ContactId }) => ContactId,
    dropped,
    (id, contact) => ({
      id,
      initialContactId: nonEmpty(contact.InitialContactId) ?? id,
      ...present({
        previousContactId: nonEmpty(contact.PreviousContactId),
        relatedContactId: nonEmpty(contact.RelatedContactId),
      }),
    }),
  );

export function toContinuedFrom(response: CreatePersistentContactAssociationResponse): string {
  const id = nonEmpty(response.ContinuedFromContactId);
  if (id === undefined) throw new UnreadableAnswer("The answer has no ContinuedFromContactId");
  return id;
}

export function toInstance(instance: SdkInstance | undefined): Instance {
  const [known] = toInstances(instance === undefined ? [] : [instance], () => undefined);
  if (known === undefined) throw new UnreadableAnswer("The answer has no instance");
  return known;
}

export const toInstances = (
  instances: readonly (SdkInstance | InstanceSummary)[] | undefined,
  dropped: OnDropped,
): readonly Instance[] =>
  withIds(
    instances,
    ({ Id }) => Id,
    dropped,
    (id, instance) => ({
      id,
      arn: instance.Arn ?? "",
      ...present({
        alias: nonEmpty(instance.InstanceAlias),
        accessUrl: nonEmpty(instance.InstanceAccessUrl),
      }),
    }),
  );

/** The stores on S3; other kinds hold no transcripts. */
export const toTranscriptStorages = (
  configs: readonly InstanceStorageConfig[] | undefined,
): readonly TranscriptStorage[] =>
  (configs ?? []).flatMap(({ S3Config }) => {
    const bucket = nonEmpty(S3Config?.BucketName);
    const prefix = (S3Config?.BucketPrefix ?? "").replace(/\/+$/, "");
    return bucket === undefined ? [] : [{ bucket, prefix }];
  });

/** A user or queue by what people call it. */
export type NameById = readonly [id: string, name: string];

export const toUserNames = (
  users: readonly UserSummary[] | undefined,
  dropped: OnDropped,
): readonly NameById[] =>
  withIds(
    users,
    ({ Id }) => Id,
    dropped,
    (id, user) => [id, nonEmpty(user.Username) ?? id],
  );

export const toQueueNames = (
  queues: readonly QueueSummary[] | undefined,
  dropped: OnDropped,
): readonly NameById[] =>
  // An agent's own queue has an id and no name.
  withIds(
    queues,
    ({ Id }) => Id,
    dropped,
    (id, queue) => [id, nonEmpty(queue.Name) ?? id],
  );

export const toContactFlows = (
  flows: readonly ContactFlowSummary[] | undefined,
  dropped: OnDropped,
): readonly ContactFlow[] =>
  withIds(
    flows?.filter(({ ContactFlowState }) => ContactFlowState !== "ARCHIVED"),
    ({ Id }) => Id,
    dropped,
    (id, flow) => ({ id, name: nonEmpty(flow.Name) ?? id }),
  );

function withIds<Item, Value>(
  items: readonly Item[] | undefined,
  idOf: (item: Item) => string | undefined,
  dropped: OnDropped,
  toValue: (id: string, item: Item) => Value,
): readonly Value[] {
  return (items ?? []).flatMap((item) => {
    const id = nonEmpty(idOf(item));
    if (id !== undefined) return [toValue(id, item)];
    dropped();
    return [];
  });
}
