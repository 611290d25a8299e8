import type { Failure, FailureDetails, FailureKind } from "../domain/failure";
import { failureOf } from "./failureOf";
import type { OnDropped } from "./fromSdk";
import { present } from "./present";

/** What is written down of a finished call: enough to find it at AWS, nothing that a customer or a profile said. */
export interface CallEntry {
  readonly operation: string;
  /** From the call to its answer, with the SDK's own retries, without the waiting for its turn. */
  readonly durationMs: number;
  readonly status?: number;
  readonly requestId?: string;
  /** How many times the request was sent; 0 where it was stopped or failed before that. */
  readonly attempts: number;
  readonly failureKind?: FailureKind;
  /** Items of the answer that had no id and were left out. */
  readonly dropped?: number;
}

/** Gets one entry for every finished call. */
export type CallLog = (entry: CallEntry) => void;

/** What the SDK tells of an answer. */
interface Answered {
  readonly $metadata: {
    readonly httpStatusCode?: number | undefined;
    readonly requestId?: string | undefined;
    readonly attempts?: number | undefined;
  };
}

export interface Call<Client, Output extends Answered, Value> {
  /** AWS's name of it. */
  readonly operation: string;
  /** True where nobody waits for it. */
  readonly isBackground?: boolean;
  /** What is known of a failure before it happens. */
  readonly details?: FailureDetails;
  send(client: Client, options: { readonly abortSignal: AbortSignal }): Promise<Output>;
  /** Takes from the answer what is needed; belongs to the call, so that an unreadable answer is a failed call. */
  read(output: Output, dropped: OnDropped): Value | Promise<Value>;
}

export interface CallerParts<Client> {
  readonly client: () => Promise<Client>;
  /** Resolves when the operation may be called. */
  readonly pace: (operation: string, signal: AbortSignal, isBackground: boolean) => Promise<void>;
  readonly log: CallLog;
  /** Is told every failure before the caller is, and may add what it knows. */
  readonly onFailure: (failure: Failure) => Promise<Failure>;
  /** Stops all calls when it is aborted. */
  readonly closed: AbortSignal;
}

/** The one way to AWS: waits for its turn, calls, reads, writes the log, and rejects with nothing but a `Failure`. */
export class Caller<Client> {
  constructor(private readonly parts: CallerParts<Client>) {}

  async call<Output extends Answered, Value>(
    request: Call<Client, Output, Value>,
    signal: AbortSignal,
  ): Promise<Value> {
    const stop = AbortSignal.any([signal, this.parts.closed]);
    const finished = new Measured(request.operation);
    try {
      // Before its turn, so that a request leaves when its turn comes.
      const client = await this.parts.client();
      await this.parts.pace(request.operation, stop, request.isBackground === true);
      finished.begin();
      const output = await request.send(client, { abortSignal: stop });
      finished.metadata = output.$metadata;
      const value = await request.read(output, () => (finished.dropped += 1));
      this.parts.log(finished.entry());
      return value;
    } catch (error) {
      const { metadata } = finished;
      const failure = failureOf(request.operation, error, {
        stopped: stop.aborted,
        metadata,
        ...present({ details: request.details }),
      });
      this.parts.log(finished.entry(failure));
      throw await this.parts.onFailure(failure);
    }
  }
}

/** A call while it is under way. */
class Measured {
  metadata: Answered["$metadata"] = {};
  dropped = 0;
  private begunAt = performance.now();

  constructor(private readonly operation: string) {}

  begin(): void {
    this.begunAt = performance.now();
  }

  entry(failure?: Failure): CallEntry {
    const answer = { ...toAnswer(this.metadata), ...failure?.answer };
    return {
      operation: this.operation,
      durationMs: Math.round(performance.now() - this.begunAt),
      attempts: answer.attempts ?? 0,
      ...present({
        status: answer.status,
        requestId: answer.requestId,
        failureKind: failure?.kind,
        dropped: this.dropped === 0 ? undefined : this.dropped,
      }),
    };
  }
}

const toAnswer = ({ httpStatusCode, requestId, attempts }: Answered["$metadata"]) =>
  present({ status: httpStatusCode, requestId, attempts });
