import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Alarm } from "./alarm";
import { deliver, send } from "./delivery";
import { corsHeaders, guard } from "./guard";
import { jsonAnswer, type HttpAnswer } from "./http";
import { respond, type Reply } from "./respond";
import { seedOf } from "./seed";
import { Sockets } from "./sockets";
import { Sandbox } from "./state";

const ADDRESS = "127.0.0.1";
const MOST_BODY_BYTES = 1024 * 1024;
const KEEP_ALIVE_MS = 60_000;

export interface EmulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** `demo` (the default), `empty` or `load:CONTACTS`. */
  readonly seed?: string;
  /** Added to every answer, control paths left out. */
  readonly latencyMs?: number;
  /** Whether the published quotas are enforced; they are by default. */
  readonly quotas?: boolean;
  /** Milliseconds since the epoch, UTC. */
  readonly now?: () => number;
}

/** A running emulator. */
export interface Emulator {
  readonly url: string;
  readonly port: number;
  /** Everything as it was at the start: world, clock, faults, journal, quotas. */
  reset(): void;
  /** Moves its clock forward, as the control path does. */
  advance(seconds: number): void;
  /** Ends open connections too. */
  close(): Promise<void>;
}

interface Running {
  readonly sandbox: Sandbox;
  readonly server: Server;
  readonly port: number;
  readonly sockets: Sockets;
  readonly alarm: Alarm;
  /** Answers that wait for their time. */
  readonly timers: Set<NodeJS.Timeout>;
}

/** Reads the body; tells undefined, early, where it is larger than anything that the services take. */
const readBody = (request: IncomingMessage, done: (body: Buffer | undefined) => void): void => {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    const wasSmall = size <= MOST_BODY_BYTES;
    size += chunk.length;
    if (size <= MOST_BODY_BYTES) chunks.push(chunk);
    else if (wasSmall) done(undefined);
  });
  request.on("end", () => {
    const [first = Buffer.alloc(0)] = chunks;
    if (size <= MOST_BODY_BYTES) done(chunks.length < 2 ? first : Buffer.concat(chunks));
  });
};

const later = (timers: Set<NodeJS.Timeout>, delayMs: number, act: () => void): void => {
  if (delayMs === 0) {
    act();
    return;
  }
  const timer = setTimeout(() => {
    timers.delete(timer);
    act();
  }, delayMs);
  timers.add(timer);
};

const refuse = (response: ServerResponse, status: number, message: string): void =>
  send(response, jsonAnswer(status, { message }, { connection: "close" }));

const withHeaders = (reply: Reply, headers: HttpAnswer["headers"] | undefined): Reply => {
  if (!headers) return reply;
  const { answer } = reply;
  return { ...reply, answer: { ...answer, headers: { ...answer.headers, ...headers } } };
};

const exchange = (running: Running, request: IncomingMessage, response: ServerResponse): void => {
  const { method = "GET", url = "/", headers } = request;
  const cors = corsHeaders(headers);
  if (method === "OPTIONS") {
    send(response, { status: 200, headers: cors ?? {}, body: "" });
    return;
  }
  readBody(request, (body) => {
    if (!body) {
      refuse(response, 413, "The body is too large.");
      return;
    }
    const reply = respond(running.sandbox, { method, url, headers, body });
    running.alarm.set();
    later(running.timers, reply.delayMs, () =>
      deliver(request, response, withHeaders(reply, cors)),
    );
  });
};

const handle = (running: Running, request: IncomingMessage, response: ServerResponse): void => {
  const refused = guard(request.headers, running.port);
  if (refused === undefined) exchange(running, request, response);
  else refuse(response, 403, refused);
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, ADDRESS, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });

const close = ({ server, timers, sockets, alarm }: Running): Promise<void> => {
  alarm.clear();
  for (const timer of timers) clearTimeout(timer);
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
    // Which leaves out those that have become websockets.
    sockets.close();
  });
};

const report = (error: unknown): void => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
};

/** Starts an emulator on 127.0.0.1. Rejects with a RangeError for an unknown seed, and where the port can't be had. */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const { port: wanted = 0, seed = "demo", latencyMs = 0, quotas = true, now = Date.now } = options;
  const chosen = seedOf(seed);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  const port = await listen(server, wanted);
  const host = `${ADDRESS}:${port}`;
  const sandbox = new Sandbox({ seed: chosen, now, quotas, latencyMs, host, report });
  const alarm = new Alarm(sandbox);
  const sockets = new Sockets(sandbox, port, () => alarm.set());
  const running: Running = { sandbox, server, port, sockets, alarm, timers: new Set() };
  server.on("request", (request, response) => handle(running, request, response));
  server.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
  return {
    url: `http://${host}`,
    port,
    reset: () => sandbox.reset(),
    advance: (seconds) => {
      sandbox.advance(seconds);
      alarm.set();
    },
    close: () => close(running),
  };
};
