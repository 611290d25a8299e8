import type { Event, Memento } from "vscode";
import { EventEmitter } from "vscode";
import * as z from "zod/mini";
import type { AwsConnection } from "../domain/connection";
import { StoredState } from "./storedState";

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

/** The person's connections, kept by VS Code on this machine and without secrets. */
export class ConnectionStore {
  private readonly changed = new EventEmitter<void>();
  private readonly state: StoredState<z.infer<typeof storedSchema>>;

  readonly onDidChange: Event<void> = this.changed.event;

  constructor(memento: Memento) {
    this.state = new StoredState(memento, {
      key: "connections",
      schema: storedSchema,
      empty: { version: VERSION, connections: [] },
    });
  }

  /**
   * Why what was stored could not be read, as from a newer version or a damaged store. It is kept aside then and not lost.
   */
  get problem(): string | undefined {
    return this.state.problem;
  }

  /** In the person's order. */
  all(): readonly AwsConnection[] {
    return this.state.value.connections;
  }

  add(added: readonly AwsConnection[]): Promise<void> {
    return this.replace([...this.all(), ...added]);
  }

  /** Puts a changed connection in the place of the one with its id. */
  update(connection: AwsConnection): Promise<void> {
    return this.replace(this.all().map((each) => (each.id === connection.id ? connection : each)));
  }

  remove(id: string): Promise<void> {
    return this.replace(this.all().filter((each) => each.id !== id));
  }

  /** Moves a connection by so many places, within the list. */
  move(id: string, places: number): Promise<void> {
    const from = this.all().findIndex((each) => each.id === id);
    const moved = this.all()[from];
    if (moved === undefined) return Promise.resolve();
    const others = this.all().filter((each) => each.id !== id);
    const to = Math.min(Math.max(from + places, 0), others.length);
    return this.replace([...others.slice(0, to), moved, ...others.slice(to)]);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async replace(connections: readonly AwsConnection[]): Promise<void> {
    await this.state.set({ version: VERSION, connections: [...connections] });
    this.changed.fire();
  }
}
