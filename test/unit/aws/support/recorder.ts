import type { ChatLine, ChatListener } from "../../../../src/domain/testChat/customerChat";
import type { TranscriptItem } from "../../../../src/domain/transcript";

/** What an item is: the text of a message, or the name of an event. */
export const gistOf = (item: TranscriptItem): string =>
  item.kind === "event" ? item.event : "content" in item ? (item.content ?? "") : item.kind;

/** Remembers what it is told of a chat. */
export class Recorder implements ChatListener {
  readonly items: TranscriptItem[] = [];
  readonly typed: TranscriptItem[] = [];
  readonly lines: ChatLine[] = [];
  private waiting: (() => void)[] = [];

  said(item: TranscriptItem): void {
    this.items.push(item);
    this.wake();
  }

  typing(by: TranscriptItem): void {
    this.typed.push(by);
    this.wake();
  }

  line(line: ChatLine): void {
    this.lines.push(line);
    this.wake();
  }

  get gists(): readonly string[] {
    return this.items.map(gistOf);
  }

  get kinds(): readonly string[] {
    return this.lines.map(({ kind }) => kind);
  }

  /** Resolves as soon as this holds; checked whenever something is told. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
