import type { RehydrationType } from "../../domain/association";
import type { CodeCall } from "../../domain/code/call";
import type { App } from "../app";
import type { Subject } from "../chosenSubject";

interface Source {
  readonly rehydrationType: RehydrationType;
  readonly sourceContactId: string;
}

/**
 * The calls that a row can mean, each with the source that is right for its type (domain.md §1.4). What it does not tell
 * stands there by its name. Rejects with a `Failure`.
 */
export async function callsOf({ chats }: App, subject: Subject): Promise<readonly CodeCall[]> {
  const { connection, past, currentContactId } = subject;
  if (past === undefined) return callsFrom(bothOf("PAST_CONTACT_ID"), currentContactId);
  const { initialContactId } = await chats.chain(connection, past.contactId);
  const sources = bothOf(past.contactId, initialContactId);
  return callsFrom(past.kind === "chain" ? sources.slice(1) : sources, currentContactId);
}

const bothOf = (contactId: string, initialContactId = contactId): readonly Source[] => [
  { rehydrationType: "FROM_SEGMENT", sourceContactId: contactId },
  { rehydrationType: "ENTIRE_PAST_SESSION", sourceContactId: initialContactId },
];

/** Each with a chat that is there, and with one that is started for it. */
export const callsFrom = (
  sources: readonly Source[],
  currentContactId = "CURRENT_CONTACT_ID",
): readonly CodeCall[] => [
  ...sources.map((source): CodeCall => ({
    operation: "CreatePersistentContactAssociation",
    currentContactId,
    ...source,
  })),
  ...sources.map((source): CodeCall => ({
    operation: "StartChatContact",
    contactFlowId: "CONTACT_FLOW_ID",
    displayName: "Customer",
    ...source,
  })),
];
