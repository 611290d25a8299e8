import assert from "node:assert/strict";
import type { ContactRecord, InstanceRecord } from "../../../../src/emulator/world";

const MINUTE = 60_000;

const recordOf = (instance: InstanceRecord, id: string): ContactRecord => {
  const record = instance.contacts.get(id);
  assert.ok(record, `contact ${id} is linked, but does not exist`);
  return record;
};

const assertSession = (instance: InstanceRecord, contact: ContactRecord): void => {
  const initial = recordOf(instance, contact.initialContactId);
  assert.equal(initial.initialContactId, initial.id);
  assert.equal(initial.previousContactId, undefined);
  if (contact.id === initial.id) return;
  assert.ok(contact.previousContactId !== undefined, `${contact.id} has no previous contact`);
  const previous = recordOf(instance, contact.previousContactId);
  assert.equal(previous.initialContactId, contact.initialContactId);
  assert.ok(previous.endedAt !== undefined && previous.endedAt <= contact.initiatedAt);
};

const assertTimes = (contact: ContactRecord, now: number): void => {
  const times = [
    contact.initiatedAt,
    contact.enqueuedAt,
    contact.connectedToAgentAt,
    contact.endedAt,
  ].filter((time) => time !== undefined);
  assert.deepEqual(
    times,
    [...times].sort((a, b) => a - b),
    `times of ${contact.id}`,
  );
  for (const time of times) assert.ok(Number.isInteger(time) && time <= now);
};

const assertLink = (instance: InstanceRecord, contact: ContactRecord): void => {
  assert.equal(contact.persistent, contact.relatedContactId !== undefined);
  if (contact.relatedContactId === undefined) return;
  const source = recordOf(instance, contact.relatedContactId);
  assert.equal(contact.id, contact.initialContactId);
  assert.notEqual(source.initialContactId, contact.initialContactId);
  for (const past of instance.contacts.session(source.initialContactId)) {
    assert.ok(past.endedAt !== undefined && past.endedAt + MINUTE <= contact.initiatedAt);
  }
};

const assertHandling = (instance: InstanceRecord, contact: ContactRecord): void => {
  if (contact.queueId !== undefined) assert.ok(instance.queues.has(contact.queueId));
  if (contact.agentId !== undefined) assert.ok(instance.users.has(contact.agentId));
  assert.equal(contact.queueId === undefined, contact.enqueuedAt === undefined);
  assert.equal(contact.agentId === undefined, contact.connectedToAgentAt === undefined);
};

/** Holds of every contact of any seed: its links lead somewhere, and everything has its order in time. */
export const assertSound = (instance: InstanceRecord, now: number): void => {
  for (const contact of instance.contacts.byInitiation) {
    assertSession(instance, contact);
    assertTimes(contact, now);
    assertLink(instance, contact);
    assertHandling(instance, contact);
  }
};
