import type { AssociationAnswer, AssociationIntent } from "./association";
import type { ChatCriteria } from "./chatFilter";
import type { Contact, ContactSummary, Instance } from "./contact";
import type { ServiceRecord } from "./serviceRecord";
import type { ChatIntent, ContactFlow, CustomerChat } from "./testChat/customerChat";

/** A half-open range of initiation times, in milliseconds since the epoch, UTC. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** One page of SearchContacts, newest first. */
export interface ContactPage {
  readonly contacts: readonly ContactSummary[];
  /** How many contacts the whole search has (`TotalCount`). */
  readonly total: number;
  /** Absent on the last page. */
  readonly nextToken?: string;
}

export interface PageRequest {
  readonly window: TimeWindow;
  readonly token?: string;
  readonly criteria?: ChatCriteria;
  /** True where nobody waits for it: it lets the searches pass that somebody waits for. */
  readonly isBackground?: boolean;
}

/** A contact of a session with its links, as ListAssociatedContacts tells it. */
export interface AssociatedContact {
  readonly id: string;
  readonly initialContactId: string;
  readonly previousContactId?: string;
  readonly relatedContactId?: string;
}

/** What S3 has of a contact's transcript. */
export type TranscriptFile =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly bytes: number;
      readonly bucket: string;
      readonly key: string;
      /** When the store last took it, ms since the epoch. */
      readonly writtenAt?: number;
    }
  /** Usually written one to two minutes after the end (domain.md §1.5). */
  | { readonly kind: "missing"; readonly bucket?: string; readonly key?: string }
  | {
      readonly kind: "tooLarge";
      readonly bytes: number;
      readonly bucket: string;
      readonly key: string;
      readonly writtenAt?: number;
    }
  | { readonly kind: "deleted"; readonly reason?: string }
  | { readonly kind: "noStorage" };

/** What Contact Lens heard of a chat while it goes on. */
export type LiveChat =
  /** Each item as a transcript file would hold it (domain.md §3.5). */
  { readonly kind: "heard"; readonly items: readonly unknown[] } | { readonly kind: "notAnalysed" };

/** How far the reading of a file has come, in bytes; `total` is what the store said at the beginning. */
export type ReadProgress = (received: number, total: number) => void;

/** The service takes past transcripts of at most 5 MB (domain.md §1.5). */
export const MAX_TRANSCRIPT_BYTES = 5 * 1024 * 1024;

/**
 * What the product needs of one Amazon Connect instance. Every method rejects with a `Failure` and nothing else, and stops
 * when its signal is aborted (kind `aborted`).
 */
export interface ConnectGateway {
  /** One SearchContacts call: chats that began inside the window, newest first, at most 100. */
  searchChats(request: PageRequest, signal: AbortSignal): Promise<ContactPage>;
  describeContact(contactId: string, signal: AbortSignal): Promise<Contact>;
  /** Contacts linked to this one; not assumed to be complete (domain.md §2.5). */
  associatedContacts(contactId: string, signal: AbortSignal): Promise<readonly AssociatedContact[]>;
  associate(intent: AssociationIntent, signal: AbortSignal): Promise<AssociationAnswer>;
  /** Reads the stored file of an ended contact; every way in which it may not be there is a value. */
  transcriptFile(
    contact: Contact,
    signal: AbortSignal,
    onProgress?: ReadProgress,
  ): Promise<TranscriptFile>;
  /** Reads what Contact Lens redacted of an ended contact; undefined where it stored nothing. */
  redactedTranscript(contact: Contact, signal: AbortSignal): Promise<TranscriptFile | undefined>;
  /** Reads an active chat; nobody in the chat notices. */
  liveChat(contactId: string, signal: AbortSignal): Promise<LiveChat>;
  /** Login names by user id; read once, then remembered. */
  agentNames(signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
  queueNames(signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
  /** Read once, then remembered. */
  describeInstance(signal: AbortSignal): Promise<Instance>;
  /** The flows that a chat can begin with; archived ones are left out. */
  chatFlows(signal: AbortSignal): Promise<readonly ContactFlow[]>;
  /** A published flow as it is exported: JSON. */
  flowContent(flowId: string, signal: AbortSignal): Promise<string>;
  /** Starts a chat in which we are the customer; nobody is connected to it yet. */
  startChat(intent: ChatIntent, signal: AbortSignal): Promise<CustomerChat>;
  /** The service's own answer, for JSON. */
  serviceRecord(record: ServiceRecord, signal: AbortSignal): Promise<unknown>;
  /** Closes its connections, also those of its chats; calls under way are aborted. */
  dispose(): void;
}
