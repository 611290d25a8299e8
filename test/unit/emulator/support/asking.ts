import assert from "node:assert/strict";
import type { HttpRequest } from "../../../../src/emulator/http";
import { respond, type Reply } from "../../../../src/emulator/respond";
import { Sandbox } from "../../../../src/emulator/state";
import { NOW, seedWith, type WorldParts } from "./world";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body where it is JSON. */
  readonly json: Record<string, unknown>;
  readonly reply: Reply;
}

interface Asked {
  readonly method?: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const jsonOf = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};

export const signedFor = (service: string): Readonly<Record<string, string>> => ({
  authorization: `AWS4-HMAC-SHA256 Credential=KEY/20260506/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`,
});

/** An emulator without a socket, and requests to it as a signed client would send them. */
export class Asking {
  time = NOW;
  readonly reported: unknown[] = [];
  readonly sandbox: Sandbox;

  constructor(parts: WorldParts & { readonly quotas?: boolean; readonly latencyMs?: number } = {}) {
    this.sandbox = new Sandbox({
      seed: seedWith(parts),
      now: () => this.time,
      quotas: parts.quotas ?? false,
      latencyMs: parts.latencyMs ?? 0,
      report: (error) => this.reported.push(error),
    });
  }

  send({ method = "GET", url, body, headers = {} }: Asked): Answer {
    const request: HttpRequest = {
      method,
      url,
      headers,
      body: Buffer.from(
        body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
      ),
    };
    const reply = respond(this.sandbox, request);
    const text = reply.answer.body.toString();
    const { status, headers: answered } = reply.answer;
    return { status, headers: answered, text, json: jsonOf(text), reply };
  }

  connect(method: string, url: string, body?: unknown): Answer {
    return this.send({ method, url, body, headers: signedFor("connect") });
  }

  /** Asks the participant service with a token, unsigned as chat clients other than SDKs do. */
  participant(operation: string, token: string, body: object = {}): Answer {
    const url = `/participant/${operation}`;
    return this.send({ method: "POST", url, body, headers: { "x-amz-bearer": token } });
  }

  s3(method: string, url: string, headers: Readonly<Record<string, string>> = {}): Answer {
    return this.send({ method, url, headers: { ...signedFor("s3"), ...headers } });
  }

  control(method: string, name: string, body?: unknown): Answer {
    return this.send({ method, url: `/_sandbox/${name}`, body });
  }

  fail(operation: string, fault: string, times = 1): void {
    assert.equal(this.control("POST", "faults", { operation, fault, times }).status, 200);
  }

  get journal() {
    return this.sandbox.state.journal.entries();
  }
}
