import type {
  ContactRecord,
  InstanceRecord,
  StoredObject,
  World,
} from "../../../../src/emulator/world";
import { transcriptKey } from "../../../../src/emulator/seed";
import type { TranscriptFile } from "../../../../src/emulator/seed/transcript";

export const NOW = Date.UTC(2026, 8, 27, 13, 0, 0);

export const onlyInstance = (world: World): InstanceRecord => {
  const [instance, ...others] = world.instances.values();
  if (!instance || others.length > 0) throw new Error("One instance was expected.");
  return instance;
};

export const storedTranscript = (
  world: World,
  contact: ContactRecord,
): StoredObject | undefined => {
  const { transcriptStorage: storage } = onlyInstance(world);
  return storage && world.buckets.get(storage.bucket)?.get(transcriptKey(storage, contact));
};

export const readTranscript = (world: World, contact: ContactRecord): TranscriptFile => {
  const object = storedTranscript(world, contact);
  if (!object) throw new Error(`There is no transcript of ${contact.id}.`);
  return JSON.parse(object.body().toString("utf8")) as TranscriptFile;
};

/** How many past contacts a persistent chat brings, without the service's limit. */
export const pastContacts = (instance: InstanceRecord, contact: ContactRecord): number => {
  let count = 0;
  let from = instance.contacts.get(contact.initialContactId)?.relatedContactId;
  while (from !== undefined) {
    const source = instance.contacts.get(from);
    if (!source) break;
    count += instance.contacts.session(source.initialContactId).findIndex((c) => c.id === from) + 1;
    from = instance.contacts.get(source.initialContactId)?.relatedContactId;
  }
  return count;
};
