import { isIP } from "node:net";
import { type RawData, WebSocket } from "ws";
import * as z from "zod/mini";
import { Failure } from "../../domain/failure";
import { stoppedBeforeAnswer } from "../failureOf";

export interface SocketTimes {
  /** Between two heartbeats, in ms; each has to be answered before the next one. */
  readonly heartbeatMs: number;
  /** Within this the websocket has to be open and subscribed, in ms. */
  readonly openWithinMs: number;
}

const CHAT = "aws/chat";
const SUBSCRIBE = "aws/subscribe";
const HEARTBEAT = "aws/heartbeat";

/** More than any item. */
const MOST_BYTES = 1024 * 1024;

const frameSchema = z.object({ topic: z.string(), content: z.optional(z.unknown()) });
const subscribedSchema = z.object({ status: z.literal("success") });

/** One websocket of a participant, subscribed to the chat: as AWS's own clients speak it (domain.md §3.3). */
export class ChatSocket {
  private isAnswered = true;
  private beat: NodeJS.Timeout | undefined;
  /** Resolves when the websocket is closed, whoever closed it. */
  readonly closed: Promise<void>;

  private constructor(
    private readonly socket: WebSocket,
    private readonly heard: (news: unknown) => void,
  ) {
    this.closed = new Promise((resolve) => socket.once("close", () => resolve()));
    void this.closed.then(() => clearInterval(this.beat));
    // What was wrong is told by the close that follows.
    socket.on("error", () => undefined);
  }

  /** Resolves once the chat is subscribed to; `heard` is told its news. Rejects with a `Failure`. */
  static async open(
    url: string,
    times: SocketTimes,
    heard: (news: unknown) => void,
    signal: AbortSignal,
  ): Promise<ChatSocket> {
    if (!isSafe(url)) throw failed("The address of the websocket is not encrypted");
    const socket = new WebSocket(url, {
      handshakeTimeout: times.openWithinMs,
      maxPayload: MOST_BYTES,
    });
    const opened = new ChatSocket(socket, heard);
    const stop = () => socket.terminate();
    signal.addEventListener("abort", stop);
    void opened.closed.then(() => signal.removeEventListener("abort", stop));
    try {
      await opened.subscribe(times.openWithinMs);
      opened.keepAlive(times.heartbeatMs);
      return opened;
    } catch (error) {
      socket.terminate();
      throw signal.aborted ? stoppedBeforeAnswer("WebSocket") : error;
    }
  }

  close(): void {
    this.socket.close();
  }

  private subscribe(withinMs: number): Promise<void> {
    const { socket } = this;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(failed("It was not subscribed in time")), withinMs);
      const settle = (act: () => void) => () => {
        clearTimeout(late);
        act();
      };
      socket.once("open", () => this.say(SUBSCRIBE, { topics: [CHAT] }));
      socket.once("error", ({ message }) => settle(() => reject(failed(message)))());
      socket.once(
        "close",
        settle(() => reject(failed("It was closed before the chat was subscribed to"))),
      );
      socket.on("message", (data) => {
        const { topic, content } = frameOf(data);
        if (topic === SUBSCRIBE)
          settle(() =>
            subscribedSchema.safeParse(content).success
              ? resolve()
              : reject(failed("The subscription was refused")),
          )();
        else this.hear(topic, content);
      });
    });
  }

  private hear(topic: string, content: unknown): void {
    if (topic === HEARTBEAT) this.isAnswered = true;
    if (topic === CHAT && typeof content === "string") this.heard(parsed(content));
  }

  /** A connection that has died without a word is noticed by the heartbeat that nobody answers. */
  private keepAlive(everyMs: number): void {
    this.beat = setInterval(() => {
      if (!this.isAnswered) {
        this.socket.terminate();
        return;
      }
      this.isAnswered = false;
      this.say(HEARTBEAT);
    }, everyMs);
  }

  private say(topic: string, content?: object): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.socket.send(JSON.stringify({ topic, ...(content && { content }) }));
  }
}

/** The address is a secret, so it goes over TLS, or stays on this machine. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === "wss:") return true;
  const host = hostname.replace(/^\[|\]$/g, "");
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

const failed = (message: string): Failure =>
  new Failure("offline", "WebSocket", { name: "WebSocketError", message });

function frameOf(data: RawData): z.infer<typeof frameSchema> {
  const frame = frameSchema.safeParse(parsed(textOf(data)));
  return frame.success ? frame.data : { topic: "" };
}

const textOf = (data: RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Buffer).toString();

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
