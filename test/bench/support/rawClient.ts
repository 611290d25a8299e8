import { connect, type Socket } from "node:net";

/** One HTTP request as the bytes that go over the wire. */
export interface RawRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly service: "connect" | "s3";
  readonly body?: unknown;
}

const bytesOf = ({ method, path, service, body }: RawRequest, port: number): Buffer => {
  const content = body === undefined ? "" : JSON.stringify(body);
  return Buffer.from(
    [
      `${method} ${path} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      `authorization: AWS4-HMAC-SHA256 Credential=KEY/20260506/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`,
      ...(body === undefined ? [] : ["content-type: application/json"]),
      `content-length: ${Buffer.byteLength(content)}`,
      "",
      content,
    ].join("\r\n"),
  );
};

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const headEnd = Buffer.from("\r\n\r\n");

/**
 * A keep-alive connection that sends one request after the other. It does as little as it can for an answer, so that it is the
 * server which is measured: of the head it only looks for the length.
 */
export class RawClient {
  private chunks: Buffer[] = [];
  private received = 0;
  private wanted = Infinity;
  private answered: ((bytes: Buffer) => void) | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly port: number,
  ) {
    socket.on("data", (chunk) => this.take(chunk));
  }

  static open(port: number): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () =>
        resolve(new RawClient(socket, port)),
      );
      socket.once("error", reject);
    });
  }

  send(request: RawRequest): Promise<Buffer> {
    return this.sendBytes(bytesOf(request, this.port));
  }

  /** Sends the same request again and again, and tells how many answers came. */
  async repeat(request: RawRequest, until: number): Promise<number> {
    const bytes = bytesOf(request, this.port);
    let answers = 0;
    while (performance.now() < until) {
      await this.sendBytes(bytes);
      answers += 1;
    }
    return answers;
  }

  close(): void {
    this.socket.destroy();
  }

  private sendBytes(bytes: Buffer): Promise<Buffer> {
    return new Promise((resolve) => {
      this.answered = resolve;
      this.socket.write(bytes);
    });
  }

  private take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.received += chunk.length;
    if (this.wanted === Infinity) this.readHead();
    if (this.received < this.wanted) return;
    const all = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
    this.chunks = [];
    this.received = 0;
    this.wanted = Infinity;
    this.answered?.(all);
  }

  private readHead(): void {
    const all = Buffer.concat(this.chunks);
    const end = all.indexOf(headEnd);
    if (end < 0) return;
    const length = /content-length: (\d+)/i.exec(all.toString("latin1", 0, end))?.[1];
    if (length === undefined) throw new Error("The answer has no length.");
    this.wanted = end + headEnd.length + Number(length);
  }
}

export function answerOf(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf(headEnd);
  const [first = "", ...lines] = bytes.toString("latin1", 0, end).split("\r\n");
  const headers = lines.map((line): readonly [string, string] => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2)];
  });
  // These belong to the connection and the moment, and every server writes them itself.
  const own = ["date", "connection", "keep-alive"];
  return {
    status: Number(first.split(" ")[1]),
    headers: Object.fromEntries(headers.filter(([name]) => !own.includes(name.toLowerCase()))),
    body: bytes.toString("utf8", end + headEnd.length),
  };
}
