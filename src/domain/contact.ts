/** An Amazon Connect instance, as far as this product needs it. */
export interface Instance {
  readonly id: string;
  readonly arn: string;
  /** Absent for some identity setups (domain.md §3.2, ListInstances). */
  readonly alias?: string;
  /** Where its website is, as the service says it (`InstanceAccessUrl`). */
  readonly accessUrl?: string;
}

/**
 * One contact (AWS also says segment) as SearchContacts tells it. SearchContacts leaves the persistent link out
 * (domain.md §1.9), so what a chat was continued from is only known of a {@link Contact}.
 * Times are milliseconds since the epoch, UTC.
 */
export interface ContactSummary {
  readonly id: string;
  /** First contact of the session; the contact's own id where AWS leaves it out (domain.md §2.1). */
  readonly initialContactId: string;
  readonly previousContactId?: string;
  /** `CHAT` and others; an open set. */
  readonly channel: string;
  /** Value of `connect:Subtype`, such as `connect:Chat` or `connect:SMS`; an open set (domain.md §2.3). */
  readonly subtype?: string;
  readonly initiationMethod: string;
  readonly initiatedAt: number;
  /** Absent while the contact is active. */
  readonly endedAt?: number;
  readonly agentId?: string;
  readonly queueId?: string;
}

/** Where the service keeps the transcript of an ended chat (`Recordings[]` of media stream `CHAT`). */
export type StoredTranscript =
  | { readonly kind: "notListed" }
  | { readonly kind: "stored"; readonly bucket: string; readonly key: string }
  | { readonly kind: "deleted"; readonly reason?: string };

/** The contact's record, as DescribeContact tells it. */
export interface Contact extends ContactSummary {
  /** The contact this one continues from: the persistent link (domain.md §2.1, graph 2). */
  readonly relatedContactId?: string;
  readonly disconnectReason?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly storedTranscript: StoredTranscript;
}

export const isChat = (contact: ContactSummary): boolean => contact.channel === "CHAT";

export const hasEnded = (contact: ContactSummary): boolean => contact.endedAt !== undefined;
