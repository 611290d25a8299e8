import type { Check } from "../../../src/domain/checks";
import type { Try } from "../../../src/domain/tries";
import { triedContact } from "../../../src/domain/tries";
import { NOON, active, contact, reference } from "../domain/support";

const MINUTE = 60_000;

/** C2 continued in C4, so many minutes after noon. */
export function tried(given: Partial<Try> & { readonly minute?: number } = {}): Try {
  const { minute = 0, ...rest } = given;
  const [c1, c2, c3] = reference().map(triedContact);
  return {
    id: crypto.randomUUID(),
    at: NOON + minute * MINUTE,
    connection: {
      kind: "sandbox",
      id: "sandbox",
      name: "Sandbox",
      region: "us-east-1",
      instanceId: "i",
    },
    operation: "CreatePersistentContactAssociation",
    intent: {
      currentContactId: "c4",
      sourceContactId: "c2",
      rehydrationType: "FROM_SEGMENT",
      clientToken: "token",
    },
    current: triedContact(active(contact({ id: "c4", minute: 60 }))),
    plan: {
      carried: [c2!, c1!],
      leftOut: [{ contact: c3!, reason: "later" }],
      moreBeyondLimit: false,
      checks: Object.values(checks),
    },
    outcome: { kind: "made", answer: { continuedFromContactId: "C2", attempts: 1 } },
    ...rest,
  };
}

/** A chat that was to be started with C2 to continue; by itself it is not started. */
export function triedStart(given: Parameters<typeof tried>[0] = {}): Try {
  const { current: _, ...started } = tried({
    operation: "StartChatContact",
    flow: { id: "f1", name: "Inbound" },
    intent: { sourceContactId: "c2", rehydrationType: "FROM_SEGMENT", clientToken: "token" },
    ...given,
  });
  return { ...started, ...(given.current && { current: given.current }) };
}

/** One of every kind. */
const checks: { readonly [Id in Check["id"]]: Extract<Check, { id: Id }> } = {
  sourceIsChat: { id: "sourceIsChat", verdict: "ok", contactId: "C2", channel: "CHAT" },
  sourceHasEnded: { id: "sourceHasEnded", verdict: "problem", contactId: "C2" },
  sessionHasEndedChat: { id: "sessionHasEndedChat", verdict: "ok", initialContactId: "C1" },
  sessionHasEnded: { id: "sessionHasEnded", verdict: "unknown", activeContactIds: ["C3"] },
  sessionIsListed: { id: "sessionIsListed", verdict: "ok", initialContactId: "C1" },
  currentIsChat: { id: "currentIsChat", verdict: "ok", contactId: "c4", channel: "CHAT" },
  currentIsActive: { id: "currentIsActive", verdict: "problem", contactId: "c4", endedAt: NOON },
  currentIsNotPersistent: {
    id: "currentIsNotPersistent",
    verdict: "problem",
    contactId: "c4",
    relatedContactId: "C0",
  },
  currentIsAnotherChat: {
    id: "currentIsAnotherChat",
    verdict: "problem",
    contactId: "c4",
    same: "session",
  },
  transcriptsAreStored: {
    id: "transcriptsAreStored",
    verdict: "unknown",
    notListed: ["C1"],
    deleted: [],
  },
  historyIsWithinLimit: {
    id: "historyIsWithinLimit",
    verdict: "ok",
    limit: 100,
    beyond: 0,
    more: false,
  },
  historyIsComplete: { id: "historyIsComplete", verdict: "unknown", unreadContactIds: ["C0"] },
};
