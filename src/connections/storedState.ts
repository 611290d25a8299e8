import type { Memento } from "vscode";
import * as z from "zod/mini";

export interface StoredShape<Value> {
  /** Under which it is stored. */
  readonly key: string;
  /** Holds the version too, so that a newer state is not taken for this one. */
  readonly schema: z.ZodMiniType<Value>;
  /** Where nothing is stored. */
  readonly empty: Value;
}

/**
 * A value that VS Code keeps on this machine. What cannot be read, as from a newer version or a damaged store, is kept aside
 * and never overwritten.
 */
export class StoredState<Value> {
  private current: Value;
  /** Why what was stored could not be read. */
  readonly problem: string | undefined;

  constructor(
    private readonly memento: Memento,
    private readonly shape: StoredShape<Value>,
  ) {
    const stored = memento.get<unknown>(shape.key);
    const parsed = shape.schema.safeParse(stored ?? shape.empty);
    this.current = parsed.success ? parsed.data : shape.empty;
    this.problem = parsed.success ? undefined : z.prettifyError(parsed.error);
    if (!parsed.success) void this.keepAside(stored);
  }

  get value(): Value {
    return this.current;
  }

  async set(value: Value): Promise<void> {
    this.current = value;
    await this.memento.update(this.shape.key, value);
  }

  /** The first unreadable state stays; a later one would be what this version wrote. */
  private async keepAside(stored: unknown): Promise<void> {
    const key = `${this.shape.key}.unreadable`;
    if (this.memento.get(key) === undefined) await this.memento.update(key, stored);
  }
}
