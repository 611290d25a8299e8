import { Failure } from "../../domain/failure";
import type { OutgoingMessage } from "../../domain/testChat/customerChat";
import type { Outgoing } from "../../panel/content";

/** What the customer wrote and the transcript does not have yet. */
export class Outbox {
  private entries: readonly Outgoing[] = [];
  /** Tokens of messages that were taken, by the items that they become. */
  private readonly taken = new Map<string, string>();
  private readonly heardIds = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly changed: () => void) {}

  /** Oldest first. */
  get waiting(): readonly Outgoing[] {
    return this.entries;
  }

  /** Whether something is under way, or was taken and not heard yet. */
  get isSending(): boolean {
    return this.entries.some(({ failure }) => failure === undefined);
  }

  find(clientToken: string): OutgoingMessage | undefined {
    return this.entries.find(({ message }) => message.clientToken === clientToken)?.message;
  }

  remove(clientToken: string): void {
    this.entries = this.entries.filter(({ message }) => message.clientToken !== clientToken);
    this.changed();
  }

  /** One after the other, in the order in which they were written; `send` tells the item's id. */
  async deliver(message: OutgoingMessage, send: () => Promise<string>): Promise<void> {
    this.put({ message });
    const before = this.turn;
    const sending = before.then(() => this.sendNow(message, send));
    this.turn = sending.catch(() => undefined);
    await sending;
  }

  /** An item is in the transcript. */
  heard(id: string): void {
    this.heardIds.add(id);
    const clientToken = this.taken.get(id);
    if (clientToken !== undefined) this.remove(clientToken);
  }

  private async sendNow(message: OutgoingMessage, send: () => Promise<string>): Promise<void> {
    try {
      const id = await send();
      if (this.heardIds.has(id)) this.remove(message.clientToken);
      else this.taken.set(id, message.clientToken);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.put({ message, failure: error });
    }
  }

  /** At its own place where it is there already. */
  private put(entry: Outgoing): void {
    const isOfSame = ({ message }: Outgoing): boolean =>
      message.clientToken === entry.message.clientToken;
    this.entries = this.entries.some(isOfSame)
      ? this.entries.map((other) => (isOfSame(other) ? entry : other))
      : [...this.entries, entry];
    this.changed();
  }
}
