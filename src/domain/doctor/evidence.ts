import type { RehydrationType } from "../association";
import type { Contact } from "../contact";
import { Failure } from "../failure";
import type { LiveChat, TranscriptFile } from "../gateway";
import type { Lineage, Session } from "../history";
import type { FlowBlock } from "./flowBlocks";
import type { PastLead } from "./pastLead";

/** A chat that lacks its history. */
export interface Complaint {
  readonly contactId: string;
  /** What was asked of the service for it, where that is known. */
  readonly association?: AskedAssociation;
}

export interface AskedAssociation {
  readonly rehydrationType: RehydrationType;
  readonly sourceContactId: string;
}

/** Where an instance keeps its chat transcripts, as ListInstanceStorageConfigs tells it. */
export interface TranscriptStore {
  readonly bucket: string;
  readonly prefix?: string;
  readonly keyId?: string;
}

/** What was read about a complaint. What could not be read is there as the reason why. */
export interface Evidence {
  readonly complaint: Complaint;
  /** ms since the epoch. */
  readonly now: number;
  /** The session of the chat. */
  readonly session: Session | Failure;
  /** Of the session's first contact (GetContactAttributes). */
  readonly attributes: Readonly<Record<string, string>> | Failure;
  readonly stores: readonly TranscriptStore[] | Failure;
  /** Of the flows that chats begin with; absent where it is known by what the chat was continued, or was to be. */
  readonly blocks?: readonly FlowBlock[] | Failure;
  /** What Contact Lens tells of the chat while it is active; absent after that. */
  readonly live?: LiveChat | Failure;
  /** Absent where nothing tells which past chat is meant. */
  readonly past?: PastEvidence;
}

/** The chat whose history is missed. */
export interface PastEvidence {
  readonly lead: PastLead;
  readonly lineage: Lineage | Failure;
  /** The transcript of the contact that is continued from; absent where that has none yet. */
  readonly file?: TranscriptFile | Failure;
}

/** The contact that is complained about. */
export const chatOf = (session: Session, contactId: string): Contact =>
  session.contacts.find(({ id }) => id === contactId) ?? session.contacts[0];

/** Every call that failed while the evidence was read. */
export function failuresIn({
  session,
  attributes,
  stores,
  blocks,
  live,
  past,
}: Evidence): readonly Failure[] {
  const read: readonly unknown[] = [
    session,
    session instanceof Failure ? undefined : session.unlisted,
    attributes,
    stores,
    blocks,
    live,
    past?.lineage,
    past?.file,
    ...(past === undefined || past.lineage instanceof Failure
      ? []
      : [past.lineage.chains[0].unlisted, ...past.lineage.gaps.map(({ failure }) => failure)]),
  ];
  return [...new Set(read.filter((each) => each instanceof Failure))];
}
