import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import type { Line, Participant } from "./chats";
import { guard } from "./guard";
import { pathOf, queryOf } from "./http";
import { holderOf, join, WEBSOCKET_PATH } from "./participants";
import type { Sandbox } from "./state";

/** Larger than anything that a client has to say. */
const MOST_BYTES = 32 * 1024;
const CHAT = "aws/chat";

/** A participant's websocket: who it is of, and whether it wants to hear of the chat. */
class SocketLine implements Line {
  isSubscribed = false;

  constructor(
    readonly participant: Participant,
    private readonly socket: WebSocket,
  ) {}

  send(news: object): void {
    if (!this.isSubscribed) return;
    this.say({ topic: CHAT, contentType: "application/json", content: JSON.stringify(news) });
  }

  say(frame: object): void {
    this.socket.send(JSON.stringify(frame));
  }

  close(): void {
    this.socket.close(1000, "This connection to the chat has ended.");
  }
}

type Frame = Readonly<Record<string, unknown>>;

const isFrame = (value: unknown): value is Frame => typeof value === "object" && value !== null;

const frameOf = (data: RawData): Frame => {
  try {
    const frame: unknown = JSON.parse((data as Buffer).toString());
    if (isFrame(frame)) return frame;
  } catch {
    // Told the same as JSON that is no object.
  }
  return {};
};

const isChatOnly = (content: unknown): boolean => {
  const topics = isFrame(content) ? content["topics"] : undefined;
  return Array.isArray(topics) && topics.length > 0 && topics.every((topic) => topic === CHAT);
};

const subscribe = (sandbox: Sandbox, line: SocketLine, content: unknown): void => {
  const isKnown = isChatOnly(content);
  const topics = isFrame(content) ? content["topics"] : undefined;
  const status = isKnown ? "success" : "failure";
  line.say({ topic: "aws/subscribe", content: { status, topics } });
  if (!isKnown) return;
  line.isSubscribed = true;
  join(sandbox.state, line.participant);
};

/** What the real clients send, and what they expect (amazon-connect-chatjs 5.0.0). */
const hear = (sandbox: Sandbox, line: SocketLine, { topic, content }: Frame): void => {
  switch (topic) {
    case "aws/subscribe":
      subscribe(sandbox, line, content);
      return;
    case "aws/heartbeat":
      line.say({ topic });
      return;
    case "aws/ping":
      line.say({ topic, statusCode: 200, statusContent: "OK" });
      return;
    default:
      line.say({ message: "The emulator knows aws/subscribe, aws/heartbeat and aws/ping." });
  }
};

/** Refuses a websocket; whoever asks has no right to know why. */
const refuse = (socket: Duplex): void => {
  socket.on("error", () => socket.destroy());
  socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
};

/** All websockets of one emulator. */
export class Sockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });

  constructor(
    private readonly sandbox: Sandbox,
    private readonly port: number,
    /** Called after somebody was heard. */
    private readonly heard: () => void,
  ) {}

  /** Takes over a request for a websocket, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const participant = this.#holderOf(request);
    if (participant) {
      this.#server.handleUpgrade(request, socket, head, (open) => this.#attach(open, participant));
    } else refuse(socket);
  }

  /** Cuts every connection. */
  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  #holderOf({ url = "/", headers }: IncomingMessage): Participant | undefined {
    this.sandbox.catchUp();
    const isForChat = guard(headers, this.port) === undefined && pathOf(url) === WEBSOCKET_PATH;
    return isForChat ? holderOf(this.sandbox.state, queryOf(url).get("ticket") ?? "") : undefined;
  }

  #attach(socket: WebSocket, participant: Participant): void {
    const line = new SocketLine(participant, socket);
    const { lines } = participant.chat;
    lines.add(line);
    socket.on("close", () => lines.delete(line));
    // What breaks the protocol or a limit: ws closes the socket itself.
    socket.on("error", () => lines.delete(line));
    socket.on("message", (data) => {
      this.sandbox.catchUp();
      hear(this.sandbox, line, frameOf(data));
      this.heard();
    });
  }
}
