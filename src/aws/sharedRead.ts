import type { Failure } from "../domain/failure";
import { stoppedBeforeAnswer } from "./failureOf";

interface Reading<Value> {
  readonly value: Promise<Value>;
  readonly stop: AbortController;
  callers: number;
}

/**
 * Something read at most once and then remembered. Callers that come while it is being read share the reading; it is
 * stopped only when all of them have stopped, and a failure is not remembered.
 */
export class SharedRead<Value> {
  private current: Reading<Value> | undefined;

  /** `operation` is what a caller that stops is told it has stopped. */
  constructor(
    private readonly operation: string,
    private readonly read: (signal: AbortSignal) => Promise<Value>,
  ) {}

  async get(signal: AbortSignal): Promise<Value> {
    if (signal.aborted) throw stoppedBeforeAnswer(this.operation);
    const reading = this.current ?? this.start();
    reading.callers += 1;
    const left = new AbortController();
    const stopped = rejectOnAbort(signal, left.signal, () => stoppedBeforeAnswer(this.operation));
    try {
      return await Promise.race([reading.value, stopped]);
    } catch (error) {
      if (reading.callers === 1) this.forget(reading);
      throw error;
    } finally {
      left.abort();
      reading.callers -= 1;
    }
  }

  private start(): Reading<Value> {
    const stop = new AbortController();
    const reading = { value: this.read(stop.signal), stop, callers: 0 };
    // Without a caller nobody else would meet the rejection.
    reading.value.catch(() => this.forget(reading));
    this.current = reading;
    return reading;
  }

  private forget(reading: Reading<Value>): void {
    if (this.current === reading) this.current = undefined;
    reading.stop.abort();
  }
}

/** Never resolves; rejects when `signal` is aborted, and lets go of it when `left` is. */
function rejectOnAbort(
  signal: AbortSignal,
  left: AbortSignal,
  failure: () => Failure,
): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(failure()), { once: true, signal: left });
  });
}
