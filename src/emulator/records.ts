import type { InstanceStorageConfig } from "@aws-sdk/client-connect";
import { AwsError } from "./awsError";
import type { State } from "./state";
import { toSeconds, type ToWire } from "./wire";
import type {
  ContactRecord,
  FlowRecord,
  InstanceRecord,
  StoredObject,
  TranscriptStorage,
  World,
} from "./world";

export const instanceArn = (world: World, instance: InstanceRecord): string =>
  `arn:aws:connect:${world.region}:${world.accountId}:instance/${instance.id}`;

/** The ARN of something inside an instance: contact, agent (a user), queue, flow. */
export const arnWithin = (
  world: World,
  instance: InstanceRecord,
  kind: "contact" | "agent" | "queue" | "contact-flow",
  id: string,
): string => `${instanceArn(world, instance)}/${kind}/${id}`;

/** The instance of an id or an ARN. */
export const findInstance = ({ world }: State, idOrArn: string): InstanceRecord => {
  const instance = world.instances.get(idOrArn.slice(idOrArn.lastIndexOf("/") + 1));
  const known = instance && (idOrArn === instance.id || idOrArn === instanceArn(world, instance));
  if (known) return instance;
  throw new AwsError("ResourceNotFoundException", `Instance ${idOrArn} does not exist.`);
};

export const findContact = (instance: InstanceRecord, id: string): ContactRecord => {
  const contact = instance.contacts.get(id);
  if (contact) return contact;
  throw new AwsError("ResourceNotFoundException", `Contact ${id} does not exist.`);
};

/** The flow of an id or an ARN. */
export const findFlow = ({ flows }: InstanceRecord, idOrArn: string): FlowRecord => {
  const flow = flows.get(idOrArn.slice(idOrArn.lastIndexOf("/") + 1));
  if (flow) return flow;
  throw new AwsError("ResourceNotFoundException", `Flow ${idOrArn} does not exist.`);
};

/** The storages of a resource type; only chat transcripts have one here. */
export const storageConfigsOf = (
  { transcriptStorage: storage }: InstanceRecord,
  resourceType: string,
): readonly ToWire<InstanceStorageConfig>[] =>
  storage && resourceType === "CHAT_TRANSCRIPTS"
    ? [
        {
          AssociationId: storage.associationId,
          StorageType: "S3",
          S3Config: { BucketName: storage.bucket, BucketPrefix: storage.prefix },
        },
      ]
    : [];

/** When the contact ended, undefined while it is active: an end may lie ahead of the emulator's clock. */
export const endOf = ({ endedAt }: ContactRecord, now: number): number | undefined =>
  endedAt !== undefined && endedAt <= now ? endedAt : undefined;

/** A timestamp of an answer, left out where there is none. */
export const secondsOf = (milliseconds: number | undefined): number | undefined =>
  milliseconds === undefined ? undefined : toSeconds(milliseconds);

const pad = (value: number): string => String(value).padStart(2, "0");

/** `YYYY/MM/DD`, UTC. */
export const dayFolder = (time: number): string =>
  new Date(time).toISOString().slice(0, 10).replaceAll("-", "/");

/** Where the service stores a contact's transcript: the day and the minute are those of its initiation (domain.md §3.5). */
export const transcriptKey = ({ prefix }: TranscriptStorage, contact: ContactRecord): string => {
  const at = new Date(contact.initiatedAt);
  const folder = dayFolder(contact.initiatedAt);
  const minute = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
  return `${prefix}/${folder}/${contact.id}_${folder.replaceAll("/", "")}T${minute}_UTC.json`;
};

/** What is there of a contact's transcript. */
export type Transcript =
  | { readonly kind: "none" }
  | { readonly kind: "notYet" }
  | { readonly kind: "deleted"; readonly location: string }
  | { readonly kind: "stored"; readonly location: string; readonly object: StoredObject };

export const transcriptOf = (
  { world, clock }: State,
  { transcriptStorage: storage }: InstanceRecord,
  contact: ContactRecord,
): Transcript => {
  const bucket = storage && world.buckets.get(storage.bucket);
  if (!bucket) return { kind: "none" };
  const key = transcriptKey(storage, contact);
  const location = `${bucket.name}/${key}`;
  const object = bucket.get(key);
  if (object) {
    return object.availableAt > clock.now()
      ? { kind: "notYet" }
      : { kind: "stored", location, object };
  }
  return bucket.wasDeleted(key) ? { kind: "deleted", location } : { kind: "none" };
};
