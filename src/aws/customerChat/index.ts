import type { ConnectParticipantClient, Item } from "@aws-sdk/client-connectparticipant";
import { setTimeout as pause } from "node:timers/promises";
import type { AssociationAnswer } from "../../domain/association";
import { Failure } from "../../domain/failure";
import { readItems } from "../../domain/parseTranscript";
import type {
  ChatLine,
  ChatListener,
  CustomerChat,
  OutgoingMessage,
  ReturnedTranscript,
} from "../../domain/testChat/customerChat";
import type { TranscriptItem } from "../../domain/transcript";
import type { Caller } from "../caller";
import { failureOf } from "../failureOf";
import { present } from "../present";
import { ChatSocket, type SocketTimes } from "./chatSocket";
import type { ParticipantConnection } from "./participantCalls";
import {
  createConnection,
  disconnect,
  sendMessage,
  sendTyping,
  transcriptPages,
} from "./participantCalls";
import type { StartedChat } from "./startChat";

export interface ChatTimes extends SocketTimes {
  /** At the soonest, a connection is made anew before its address expires, in ms. */
  readonly renewAfterMs: number;
  /** Before the first new try of a lost connection, in ms; doubled with each. */
  readonly retryMs: number;
  /** How long the service may take to tell of the end that the customer asked for, in ms. */
  readonly farewellMs: number;
}

export const usualChatTimes: ChatTimes = {
  heartbeatMs: 10_000,
  openWithinMs: 10_000,
  renewAfterMs: 10_000,
  retryMs: 1_000,
  farewellMs: 2_000,
};

export interface CustomerChatParts {
  readonly participant: Caller<ConnectParticipantClient>;
  readonly started: StartedChat;
  /** Aborted when nothing is to be done any more. */
  readonly closed: AbortSignal;
  readonly times: ChatTimes;
}

const LONGEST_RETRY_MS = 30_000;
/** AWS's own clients change their websocket before an hour is over. */
const RENEW_MS = 59 * 60 * 1000;
const RENEW_EARLY_MS = 15_000;

/** {@link CustomerChat} on the participant service. */
export class SdkCustomerChat implements CustomerChat {
  readonly contactId: string;
  readonly continued?: AssociationAnswer;
  private readonly over = new AbortController();
  private readonly stop: AbortSignal;
  private readonly told = new Set<string>();
  private listener: ChatListener | undefined;
  private connection: ParticipantConnection | undefined;
  private socket: ChatSocket | undefined;
  /** Aborted when the connection is to be made anew. */
  private renewal = new AbortController();
  private isLeaving = false;

  constructor(private readonly parts: CustomerChatParts) {
    const { contactId, continued } = parts.started;
    this.contactId = contactId;
    if (continued !== undefined) this.continued = continued;
    this.stop = AbortSignal.any([this.over.signal, parts.closed]);
    this.stop.addEventListener("abort", () => this.socket?.close(), { once: true });
  }

  open(listener: ChatListener): void {
    this.listener = listener;
    listener.line({ kind: "connecting" });
    void this.stayConnected();
  }

  async send(message: OutgoingMessage, signal: AbortSignal): Promise<string> {
    const { token } = this.connected("SendMessage");
    return this.orDoubt(sendMessage(this.parts.participant, token, message, signal));
  }

  async type(signal: AbortSignal): Promise<void> {
    const { token } = this.connected("SendEvent");
    await this.orDoubt(sendTyping(this.parts.participant, token, signal));
  }

  async end(signal: AbortSignal): Promise<void> {
    const { token } = this.connected("DisconnectParticipant");
    this.isLeaving = true;
    try {
      await disconnect(this.parts.participant, token, signal);
      // The service tells of the end before it closes the websocket.
      await pause(this.parts.times.farewellMs, undefined, { signal: this.stop }).catch(
        () => undefined,
      );
    } catch (error) {
      this.isLeaving = isDenied(error);
      if (!isDenied(error)) throw error;
    }
    this.finish();
  }

  async transcript(signal: AbortSignal): Promise<ReturnedTranscript> {
    const { token } = this.connected("GetTranscript");
    const pages: (readonly Item[])[] = [];
    for await (const page of transcriptPages(this.parts.participant, token, signal))
      pages.unshift(page);
    const items = pages.flat();
    return {
      past: this.read(items.filter(isPast)),
      current: this.read(items.filter((item) => !isPast(item))),
    };
  }

  dispose(): void {
    this.over.abort();
  }

  private connected(operation: string): ParticipantConnection {
    if (this.connection !== undefined) return this.connection;
    throw new Failure("offline", operation, { name: "NotConnected", message: "" });
  }

  /** After a refused token it is to be seen whether the chat still goes on. */
  private async orDoubt<Value>(call: Promise<Value>): Promise<Value> {
    try {
      return await call;
    } catch (error) {
      if (isDenied(error)) this.renewal.abort();
      throw error;
    }
  }

  private async stayConnected(): Promise<void> {
    for (let tries = 0; !this.stop.aborted;) {
      const failure = await this.connect();
      if (failure === undefined) {
        tries = 0;
        await this.untilLostOrDue();
      } else if (isDenied(failure)) this.finish(failure);
      else {
        this.tell({ kind: "lost", failure });
        await this.rest(Math.min(this.parts.times.retryMs * 2 ** tries++, LONGEST_RETRY_MS));
      }
    }
    if (this.parts.closed.aborted) this.tell({ kind: "ended" });
  }

  /** A new connection in the place of the one before, and what was said meanwhile; answers with what went wrong. */
  private async connect(): Promise<Failure | undefined> {
    const { participant, started, times } = this.parts;
    const before = this.socket;
    this.renewal = new AbortController();
    try {
      const connection = await createConnection(participant, started.participantToken, this.stop);
      const hear = (news: unknown): void => this.hear(news);
      this.socket = await ChatSocket.open(connection.url, times, hear, this.stop);
      this.connection = connection;
      before?.close();
      await this.catchUp(connection.token);
      this.tell({ kind: "open" });
      return undefined;
    } catch (error) {
      return failureOf("WebSocket", error, { stopped: this.stop.aborted });
    }
  }

  private async untilLostOrDue(): Promise<void> {
    const { socket, connection, renewal } = this;
    if (socket === undefined || connection === undefined) return;
    const due = AbortSignal.any([renewal.signal, this.stop]);
    const isLost = await Promise.race([
      socket.closed.then(() => true),
      pause(this.renewalIn(connection.expiresAt), false, { signal: due }).catch(() => false),
    ]);
    renewal.abort();
    if (isLost && !this.stop.aborted) this.tell({ kind: "lost" });
  }

  private renewalIn(expiresAt: number): number {
    const left = Math.max(this.parts.times.renewAfterMs, expiresAt - Date.now() - RENEW_EARLY_MS);
    return Number.isNaN(left) ? RENEW_MS : Math.min(RENEW_MS, left);
  }

  private rest(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.stop }).catch(() => undefined);
  }

  /** What was said while nobody listened: back to the first item that is known. */
  private async catchUp(token: string): Promise<void> {
    const missed: Item[] = [];
    for await (const page of transcriptPages(this.parts.participant, token, this.stop)) {
      const fresh = page.filter((item) => !isPast(item) && !this.told.has(item.Id ?? ""));
      missed.unshift(...fresh);
      if (fresh.length < page.length) break;
    }
    for (const item of this.read(missed)) this.say(item);
  }

  private hear(news: unknown): void {
    const [item] = isItem(news) ? this.read([news]) : [];
    if (item === undefined) return;
    if (item.kind === "event" && item.event === "typing") this.listener?.typing(item);
    else if (item.kind !== "event" || !isReceipt(item.event)) this.say(item);
  }

  private say(item: TranscriptItem): void {
    if (this.told.has(item.id)) return;
    this.told.add(item.id);
    this.listener?.said(item);
    if (item.kind === "event" && item.event === "chat.ended") this.finish();
  }

  private finish(failure?: Failure): void {
    if (this.stop.aborted) return;
    this.over.abort();
    this.tell({ kind: "ended", ...(!this.isLeaving && present({ failure })) });
  }

  private tell(line: ChatLine): void {
    this.listener?.line(line);
  }

  private read(items: readonly unknown[]): readonly TranscriptItem[] {
    return readItems(items, { contactId: this.contactId });
  }
}

const isDenied = (error: unknown): boolean =>
  error instanceof Failure && error.kind === "accessDenied";

/** The contact's id is in the one field or in the other (domain.md §4.1). */
const isPast = ({ RelatedContactId }: Item): boolean => (RelatedContactId ?? "") !== "";

const isItem = (news: unknown): news is object =>
  typeof news === "object" && news !== null && "Id" in news;

/** Of what the transcript says nothing. */
const isReceipt = (event: string): boolean =>
  event.startsWith("message.") || event === "connection.acknowledged";
