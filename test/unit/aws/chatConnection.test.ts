import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { createGateway, type ChatTimes } from "../../../src/aws";
import { Failure } from "../../../src/domain/failure";
import type { CustomerChat } from "../../../src/domain/testChat/customerChat";
import { Recorder } from "./support/recorder";
import { INSTANCE, REGION, signal } from "./support/target";

/** A participant service that does what a test says: for connections that break as no emulator's should. */
class Service {
  readonly transcript: object[] = [];
  readonly sockets: WebSocket[] = [];
  /** Whether heartbeats are answered. */
  isAlive = true;
  url: string | undefined;
  subscription = "success";
  expiresInMs = 3_600_000;
  private readonly http: Server;

  private constructor() {
    this.http = createServer((request, response) => {
      request.resume();
      request.on("end", () => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(this.answer(request.url ?? "", response)));
      });
    });
    new WebSocketServer({ server: this.http }).on("connection", (socket) => {
      this.sockets.push(socket);
      socket.on("message", (data: Buffer) => this.hear(socket, data.toString()));
    });
  }

  static async start(): Promise<Service> {
    const service = new Service();
    service.http.listen(0, "127.0.0.1");
    await once(service.http, "listening");
    return service;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  say(id: string): void {
    const item = { Id: id, AbsoluteTime: "2026-09-27T12:00:00.000Z", Type: "MESSAGE" };
    this.transcript.push({ ...item, ContentType: "text/plain", Content: id, ContactId: "c" });
  }

  tell(content: string): void {
    this.sockets.at(-1)?.send(JSON.stringify({ topic: "aws/chat", content }));
  }

  close(): void {
    for (const socket of this.sockets) socket.terminate();
    this.http.closeAllConnections();
    this.http.close();
  }

  private answer(path: string, response: ServerResponse): object {
    if (path.endsWith("/message")) {
      response.statusCode = 400;
      response.setHeader("x-amzn-errortype", "ValidationException");
      return {
        message: "1 error: Value 'my 'secret' words' at 'content' failed to satisfy constraint",
      };
    }
    if (path.endsWith("/transcript")) return { Transcript: this.transcript };
    if (!path.endsWith("/connection")) return { ContactId: "c", ParticipantToken: "token" };
    return {
      Websocket: {
        Url: this.url ?? this.endpoint.replace("http", "ws"),
        ConnectionExpiry: new Date(Date.now() + this.expiresInMs).toISOString(),
      },
      ConnectionCredentials: { ConnectionToken: "token" },
    };
  }

  private hear(socket: WebSocket, text: string): void {
    const { topic } = JSON.parse(text) as { readonly topic: string };
    if (topic === "aws/subscribe")
      socket.send(JSON.stringify({ topic, content: { status: this.subscription } }));
    if (topic === "aws/heartbeat" && this.isAlive) socket.send(JSON.stringify({ topic }));
  }
}

describe("the customer's connection to a chat", () => {
  let service: Service;
  let chat: CustomerChat | undefined;
  let dispose = (): void => undefined;
  beforeEach(async () => {
    service = await Service.start();
  });
  afterEach(() => {
    chat?.dispose();
    dispose();
    service.close();
  });

  const connect = async (chatTimes: Partial<ChatTimes> = {}): Promise<Recorder> => {
    const gateway = createGateway({
      region: REGION,
      instanceId: INSTANCE,
      access: { kind: "sandbox", endpoint: service.endpoint },
      chatTimes: { retryMs: 1, ...chatTimes },
    });
    dispose = () => gateway.dispose();
    chat = await gateway.startChat(
      { flowId: "f", displayName: "Ana", attributes: {}, clientToken: "t" },
      signal(),
    );
    const heard = new Recorder();
    chat.open(heard);
    return heard;
  };
  const opened = (heard: Recorder): number => heard.kinds.filter((kind) => kind === "open").length;

  it("comes back by itself, with what was said meanwhile", async () => {
    service.say("before");
    const heard = await connect();
    await heard.until(() => opened(heard) === 1);
    service.say("meanwhile");
    service.sockets[0]?.terminate();
    await heard.until(() => opened(heard) === 2);
    assert.deepEqual(heard.kinds, ["connecting", "open", "lost", "open"]);
    assert.deepEqual(heard.gists, ["before", "meanwhile"]);
  });

  it("is made anew before its address expires, without a gap", async () => {
    service.expiresInMs = 0;
    const heard = await connect({ renewAfterMs: 1 });
    await heard.until(() => opened(heard) > 2);
    service.expiresInMs = 3_600_000;
    assert.ok(!heard.kinds.includes("lost"));
  });

  it("is noticed to be dead when nobody answers its heartbeat", async () => {
    const heard = await connect({ heartbeatMs: 20 });
    await heard.until(() => opened(heard) === 1);
    service.isAlive = false;
    await heard.until(() => heard.kinds.includes("lost"));
    service.isAlive = true;
    await heard.until(() => opened(heard) >= 2);
  });

  it("is tried again until it is subscribed, and says why it is not", async () => {
    service.subscription = "failure";
    const heard = await connect();
    await heard.until(() => heard.kinds.includes("lost"));
    const lost = heard.lines.find(({ kind }) => kind === "lost");
    assert.ok(lost?.kind === "lost" && lost.failure?.kind === "offline");
    service.subscription = "success";
    await heard.until(() => opened(heard) === 1);
  });

  it("goes nowhere without TLS but to this machine", async () => {
    service.url = "ws://example.com/";
    const heard = await connect();
    await heard.until(() => heard.kinds.includes("lost"));
    const lost = heard.lines.find(({ kind }) => kind === "lost");
    assert.match(lost?.kind === "lost" ? (lost.failure?.message ?? "") : "", /not encrypted/);
    assert.equal(service.sockets.length, 0);
  });

  it("repeats no word of a message that was refused", async () => {
    const heard = await connect();
    await heard.until(() => opened(heard) === 1);
    const sending = chat?.send({ text: "my 'secret' words", clientToken: "t" }, signal());
    await assert.rejects(sending ?? Promise.resolve(), (error) => {
      assert.ok(error instanceof Failure);
      assert.equal(
        error.answer.message,
        "1 error: A value at 'content' failed to satisfy constraint",
      );
      assert.doesNotMatch(String(error.cause), /secret/);
      return error.kind === "invalidRequest";
    });
  });

  it("survives news that are no JSON, no item, or nothing for a transcript", async () => {
    const heard = await connect();
    await heard.until(() => opened(heard) === 1);
    service.sockets[0]?.send("{");
    service.sockets[0]?.send(JSON.stringify({ topic: "aws/chat", content: { Id: "object" } }));
    for (const content of ["", "null", "[]", '{"Type":"MESSAGEMETADATA"}', '{"Id":7}'])
      service.tell(content);
    service.tell(
      '{"Id":"receipt","ContentType":"application/vnd.amazonaws.connect.event.message.read"}',
    );
    service.tell('{"Id":"last","ContentType":"text/plain","Content":"last"}');
    await heard.until(() => heard.gists.includes("last"));
    assert.deepEqual(heard.kinds, ["connecting", "open"]);
    assert.deepEqual(
      heard.items.filter(({ id }) => id === "receipt"),
      [],
    );
  });
});
