import type { Item } from "@aws-sdk/client-connectparticipant";
import { once } from "node:events";
import { WebSocket, type ClientOptions } from "ws";

type Frame = Readonly<Record<string, unknown>>;

/** What the service tells of a chat. */
export interface News extends Item {
  readonly InitialContactId?: string;
}

/** A chat client's websocket, which remembers all that it was told. */
export class Listening {
  readonly frames: Frame[] = [];
  /** Code of the close, once there is one. */
  closed: number | undefined;

  private constructor(private readonly socket: WebSocket) {
    socket.on("message", (data: Buffer) => this.frames.push(JSON.parse(data.toString()) as Frame));
    socket.on("close", (code) => (this.closed = code));
  }

  /** Rejects where the websocket is refused. */
  static async open(url: string, options: ClientOptions = {}): Promise<Listening> {
    const socket = new WebSocket(url, options);
    const listening = new Listening(socket);
    await once(socket, "open");
    return listening;
  }

  /** One that has subscribed to the chat. */
  static async toChat(url: string): Promise<Listening> {
    const listening = await Listening.open(url);
    listening.send({ topic: "aws/subscribe", content: { topics: ["aws/chat"] } });
    await listening.until(() => listening.frames.length > 0);
    return listening;
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  /** Of the chat, oldest first. */
  get news(): readonly News[] {
    return this.frames
      .filter(({ topic }) => topic === "aws/chat")
      .map(({ content }) => JSON.parse(String(content)) as News);
  }

  /** Resolves as soon as this holds; checked whenever something is heard. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await Promise.race([once(this.socket, "message"), once(this.socket, "close")]);
    }
  }

  close(): void {
    this.socket.terminate();
  }
}
