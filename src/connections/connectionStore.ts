import type { Event, Memento } from "vscode";
import { EventEmitter } from "vscode";
import * as z from "zod/mini";
import type { AwsConnection } from "../domain/connection";

const connectionSchema = z.object({
  kind: z.literal("aws"),
  id: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
  profile: z.exactOptional(z.string()),
  region: z.string().check(z.minLength(1)),
  instanceId: z.string().check(z.minLength(1)),
  tag: z.exactOptional(z.enum(["prod", "staging", "dev"])),
  readOnly: z.boolean(),
});

const VERSION = 1;
const storedSchema = z.object({
  version: z.literal(VERSION),
  connections: z.array(connectionSchema),
});

const KEY = "connections";
const KEPT_ASIDE = "connections.unreadable";

/** The person's connections, kept by VS Code on this machine and without secrets. */
export class ConnectionStore {
  private readonly changed = new EventEmitter<void>();
  private connections: readonly AwsConnection[];

  readonly onDidChange: Event<void> = this.changed.event;

  /**
   * Why what was stored could not be read, as from a newer version or a damaged store. It is kept aside then and not lost.
   */
  readonly problem: string | undefined;

  constructor(private readonly memento: Memento) {
    const stored = memento.get<unknown>(KEY);
    const parsed = storedSchema.safeParse(stored ?? { version: VERSION, connections: [] });
    this.connections = parsed.success ? parsed.data.connections : [];
    this.problem = parsed.success ? undefined : z.prettifyError(parsed.error);
    if (!parsed.success) void this.keepAside(stored);
  }

  /** In the person's order. */
  all(): readonly AwsConnection[] {
    return this.connections;
  }

  add(added: readonly AwsConnection[]): Promise<void> {
    return this.replace([...this.connections, ...added]);
  }

  /** Puts a changed connection in the place of the one with its id. */
  update(connection: AwsConnection): Promise<void> {
    return this.replace(
      this.connections.map((each) => (each.id === connection.id ? connection : each)),
    );
  }

  remove(id: string): Promise<void> {
    return this.replace(this.connections.filter((each) => each.id !== id));
  }

  /** Moves a connection by so many places, within the list. */
  move(id: string, places: number): Promise<void> {
    const from = this.connections.findIndex((each) => each.id === id);
    const moved = this.connections[from];
    if (moved === undefined) return Promise.resolve();
    const others = this.connections.filter((each) => each.id !== id);
    const to = Math.min(Math.max(from + places, 0), others.length);
    return this.replace([...others.slice(0, to), moved, ...others.slice(to)]);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async replace(connections: readonly AwsConnection[]): Promise<void> {
    this.connections = connections;
    await this.memento.update(KEY, { version: VERSION, connections });
    this.changed.fire();
  }

  /** The first unreadable state stays; a later one would be what this version wrote. */
  private async keepAside(stored: unknown): Promise<void> {
    if (this.memento.get(KEPT_ASIDE) === undefined) await this.memento.update(KEPT_ASIDE, stored);
  }
}
