import type { Event, Memento } from "vscode";
import { EventEmitter } from "vscode";
import * as z from "zod/mini";
import type { ChatFilter } from "../domain/chatFilter";
import { isFiltered, noFilter } from "../domain/chatFilter";
import { StoredState } from "./storedState";

const names = z.array(z.object({ id: z.string(), name: z.string() }));
const timeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("last"), hours: z.number().check(z.positive()) }),
  z.object({ kind: z.literal("between"), from: z.number(), to: z.number() }),
]);

const filterSchema = z.object({
  time: z.optional(timeSchema),
  agents: names,
  queues: names,
  initiationMethods: z.array(z.string()),
  subtypes: z.array(z.string()),
  attributes: z.array(z.object({ key: z.string(), values: z.array(z.string()) })),
  activeOnly: z.boolean(),
});

const VERSION = 1;
const storedSchema = z.object({
  version: z.literal(VERSION),
  filters: z.record(z.string(), filterSchema),
});

/** How the list of each connection is narrowed, kept by VS Code on this machine. */
export class FilterStore {
  private readonly changed = new EventEmitter<string>();
  private readonly state: StoredState<z.infer<typeof storedSchema>>;

  /** Fires with the connection's id. */
  readonly onDidChange: Event<string> = this.changed.event;

  constructor(memento: Memento) {
    this.state = new StoredState(memento, {
      key: "filters",
      schema: storedSchema,
      empty: { version: VERSION, filters: {} },
    });
  }

  /** Why what was stored could not be read; it is kept aside then. */
  get problem(): string | undefined {
    return this.state.problem;
  }

  of(connectionId: string): ChatFilter {
    const { filters } = this.state.value;
    const stored = Object.hasOwn(filters, connectionId) ? filters[connectionId] : undefined;
    return stored === undefined ? noFilter : { ...noFilter, ...stored };
  }

  async set(connectionId: string, filter: ChatFilter): Promise<void> {
    const { [connectionId]: _before, ...others } = this.state.value.filters;
    const own = isFiltered(filter) ? { [connectionId]: mutable(filter) } : {};
    await this.state.set({ version: VERSION, filters: { ...others, ...own } });
    this.changed.fire(connectionId);
  }

  /** Lets everything through again. */
  async clear(connectionId: string): Promise<void> {
    if (isFiltered(this.of(connectionId))) await this.set(connectionId, noFilter);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** A copy as it is stored. */
const mutable = (filter: ChatFilter): z.infer<typeof filterSchema> => ({
  ...filter,
  agents: [...filter.agents],
  queues: [...filter.queues],
  initiationMethods: [...filter.initiationMethods],
  subtypes: [...filter.subtypes],
  attributes: filter.attributes.map(({ key, values }) => ({ key, values: [...values] })),
});
