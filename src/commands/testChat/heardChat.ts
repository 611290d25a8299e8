import type { Contact } from "../../domain/contact";
import { currentParts, heardContact } from "../../domain/testChat/chatParts";
import type { ChatListener } from "../../domain/testChat/customerChat";
import type { Question } from "../../domain/testChat/question";
import { lastQuestion } from "../../domain/testChat/question";
import type { TranscriptItem, TranscriptPart } from "../../domain/transcript";
import type { TestChatLine } from "../../panel/content";

/** Nobody types so long without saying something. */
const TYPES_FOR_MS = 12_000;

/** After these a contact's record says something new. */
const recordEvents: ReadonlySet<string> = new Set([
  "participant.joined",
  "transfer.succeeded",
  "chat.ended",
]);

export interface HeardChatParts {
  /** Calls `read` when the contact's record is there, and never where that fails. */
  readonly describe: (contactId: string, read: (contact: Contact) => void) => void;
  readonly changed: () => void;
  readonly said: (item: TranscriptItem) => void;
  readonly lineChanged: (line: TestChatLine) => void;
}

/** What is heard of a chat, as it is now. */
export class HeardChat implements ChatListener {
  private readonly records = new Map<string, Contact>();
  private readonly items: TranscriptItem[] = [];
  private readonly contactIds = new Set<string>();
  private present: TestChatLine = { kind: "starting" };
  private typist: TranscriptItem | undefined;
  private typistStops: NodeJS.Timeout | undefined;
  private settled: (() => void)[] = [];

  constructor(private readonly parts: HeardChatParts) {}

  get now(): TestChatLine {
    return this.present;
  }

  /** Who is typing. */
  get typedBy(): TranscriptItem | undefined {
    return this.typist;
  }

  /** The contact that something was said on last. */
  get latestContactId(): string | undefined {
    return this.items.at(-1)?.contactId;
  }

  /** The last question that was asked, whether or not it was answered since. */
  get question(): Question | undefined {
    return lastQuestion(this.items);
  }

  has(contactId: string): boolean {
    return this.contactIds.has(contactId);
  }

  /** By the session's contacts; of those whose record is not read yet, what can be told without. */
  partsOf(initialContactId: string): readonly TranscriptPart<Contact>[] {
    return currentParts(
      this.items,
      (first) => this.records.get(first.contactId) ?? heardContact(first, initialContactId),
    );
  }

  /** Resolves when the chat is connected, or has ended. */
  async settle(): Promise<void> {
    if (this.present.kind === "open" || this.present.kind === "ended") return;
    await new Promise<void>((resolve) => this.settled.push(resolve));
  }

  said(item: TranscriptItem): void {
    const isNew = !this.has(item.contactId);
    this.items.push(item);
    this.contactIds.add(item.contactId);
    if (item.participantId === this.typist?.participantId) this.typist = undefined;
    // The contact before has ended.
    if (isNew) for (const id of this.records.keys()) this.readRecord(id);
    if (isNew || (item.kind === "event" && recordEvents.has(item.event)))
      this.readRecord(item.contactId);
    this.parts.said(item);
    this.parts.changed();
  }

  typing(by: TranscriptItem): void {
    if (by.role === "CUSTOMER") return;
    this.typist = by;
    clearTimeout(this.typistStops);
    this.typistStops = setTimeout(() => {
      this.typist = undefined;
      this.parts.changed();
    }, TYPES_FOR_MS);
    this.parts.changed();
  }

  line(line: TestChatLine): void {
    this.present = line;
    if (line.kind === "open" || line.kind === "ended")
      for (const resolve of this.settled.splice(0)) resolve();
    this.parts.lineChanged(line);
    this.parts.changed();
  }

  dispose(): void {
    clearTimeout(this.typistStops);
  }

  private readRecord(contactId: string): void {
    this.parts.describe(contactId, (contact) => {
      this.records.set(contactId, contact);
      this.parts.changed();
    });
  }
}
