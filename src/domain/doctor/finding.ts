import type { Check, CheckVerdict } from "../checks";
import type { Contact } from "../contact";
import type { Failure } from "../failure";
import type { TranscriptContent } from "../transcript";
import type { PastLead } from "./pastLead";

/** One value that a finding rests on, by the service's own name of it. */
export interface Exhibit {
  /** Such as `DisconnectTimestamp`, or the name of an attribute. */
  readonly field: string;
  /** The contact that it was read of. */
  readonly contactId?: string;
  /** Absent where the service has none. A time is in ms since the epoch. */
  readonly value?: string | number | { readonly time: number };
}

interface Of<Id extends string> {
  /** Names what is asked, so that `ok` means yes. */
  readonly id: Id;
  readonly verdict: CheckVerdict;
  /** What it is about; the report has a part for each. */
  readonly about: "chat" | "past" | "instance";
  readonly exhibits: readonly Exhibit[];
}

/** What the doctor says of one question. Words for it are the UI's matter. */
export type Finding =
  /** A rule that plans are held to as well. */
  | (Of<"rule"> & { readonly check: Check })
  | (Of<"contactIsKnown"> & { readonly contactId: string; readonly failure?: Failure })
  /** `unknown` where an end is no mistake in itself. */
  | (Of<"chatIsActive"> & { readonly endedAt?: number })
  | (Of<"chatIsLinked"> & { readonly lead?: PastLead; readonly isActive: boolean })
  /** `unknown` where no attribute names a contact: the link may be made without. */
  | (Of<"attributeNamesContact"> & {
      /** `notSet`: none of those that the flows' blocks read is there. */
      readonly state: "named" | "notAnId" | "notSet" | "otherForm" | "none" | "unread";
    })
  /** `unknown` where none of the flows that were read has one: another flow may, or none is needed. */
  | (Of<"flowHasBlock"> & { readonly isRead: boolean })
  /** The id is the one that its rehydration type takes (domain.md §1.4). */
  | (Of<"idIsRightForType"> & {
      readonly initialContactId: string;
      readonly isTypeKnown: boolean;
    })
  | (Of<"transcriptIsThere"> & { readonly contact: Contact; readonly content: TranscriptContent })
  /** Of the contacts before the one that is continued from. */
  | (Of<"olderTranscriptsAreListed"> & { readonly contactIds: readonly string[] })
  | (Of<"transcriptsAreStoredOnce"> & {
      readonly buckets: readonly string[];
      readonly isRead: boolean;
    })
  /** No rule of persistent chat; people ask all the same. */
  | Of<"contactLensListens">
  /** Of the calls that the doctor made itself. */
  | (Of<"callsAreAllowed"> & { readonly denied: readonly Failure[] });

export type FindingId = Finding["id"];
