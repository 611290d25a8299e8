import type { TimeWindow } from "./gateway";

/** Contacts whose attribute has one of these values. */
export interface AttributeCriterion {
  readonly key: string;
  readonly values: readonly string[];
}

/** What SearchContacts narrows its answer by, apart from the time; a list that is empty or absent narrows nothing. */
export interface ChatCriteria {
  readonly agentIds?: readonly string[];
  readonly queueIds?: readonly string[];
  readonly initiationMethods?: readonly string[];
  /** Values of `connect:Subtype`. */
  readonly subtypes?: readonly string[];
  /** A contact has to meet all of them; only attributes that the instance makes searchable are found (domain.md §3.2). */
  readonly attributes?: readonly AttributeCriterion[];
  /** Leave out what has ended. */
  readonly activeOnly?: boolean;
}

/** At most so many ids and attributes in one search, and values of one attribute (domain.md §3.2). */
export const MAX_IDS = 100;
export const MAX_ATTRIBUTES = 15;
export const MAX_ATTRIBUTE_VALUES = 20;

export interface Named {
  readonly id: string;
  /** As it was when it was chosen, so that a filter can be shown without asking for it. */
  readonly name: string;
}

/** When the chats began: times are ms since the epoch, `to` is the first one that is too late. */
export type FilterTime =
  | { readonly kind: "last"; readonly hours: number }
  | { readonly kind: "between"; readonly from: number; readonly to: number };

/** How a person narrows the list of one connection. */
export interface ChatFilter {
  /** Undefined for the look-back of the settings. */
  readonly time: FilterTime | undefined;
  readonly agents: readonly Named[];
  readonly queues: readonly Named[];
  readonly initiationMethods: readonly string[];
  readonly subtypes: readonly string[];
  readonly attributes: readonly AttributeCriterion[];
  readonly activeOnly: boolean;
}

export const noFilter: ChatFilter = {
  time: undefined,
  agents: [],
  queues: [],
  initiationMethods: [],
  subtypes: [],
  attributes: [],
  activeOnly: false,
};

/** Whether the filter leaves contacts out of the chains that it lists, apart from those outside its time. */
export const narrowsChains = (filter: ChatFilter): boolean =>
  filter.activeOnly ||
  [filter.agents, filter.queues, filter.initiationMethods, filter.subtypes, filter.attributes].some(
    (list) => list.length > 0,
  );

export const isFiltered = (filter: ChatFilter): boolean =>
  filter.time !== undefined || narrowsChains(filter);

export const criteriaOf = (filter: ChatFilter): ChatCriteria => ({
  agentIds: filter.agents.map(({ id }) => id),
  queueIds: filter.queues.map(({ id }) => id),
  initiationMethods: filter.initiationMethods,
  subtypes: filter.subtypes,
  attributes: filter.attributes,
  activeOnly: filter.activeOnly,
});

const HOUR_MS = 60 * 60 * 1000;

/** The time to search, `now` in ms since the epoch. */
export function windowOf(
  { time }: ChatFilter,
  { now, lookBackDays }: { readonly now: number; readonly lookBackDays: number },
): TimeWindow {
  if (time?.kind === "between") return { from: time.from, to: time.to };
  const hours = time?.hours ?? lookBackDays * 24;
  return { from: now - hours * HOUR_MS, to: now };
}

export type ReadAttributes =
  | { readonly kind: "read"; readonly attributes: readonly AttributeCriterion[] }
  | { readonly kind: "unreadable"; readonly part: string }
  | { readonly kind: "tooMany" };

/** Reads `key=value; other=value`; a key that comes again has another value that is as good. */
export function readAttributes(text: string): ReadAttributes {
  const values = new Map<string, string[]>();
  for (const part of text.split(";").map((each) => each.trim())) {
    if (part === "") continue;
    const at = part.indexOf("=");
    const [key, value] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    if (at < 1 || key === "" || value === "") return { kind: "unreadable", part };
    values.set(key, [...new Set([...(values.get(key) ?? []), value])]);
  }
  const attributes = [...values].map(([key, all]) => ({ key, values: all }));
  const fits =
    attributes.length <= MAX_ATTRIBUTES &&
    attributes.every((each) => each.values.length <= MAX_ATTRIBUTE_VALUES);
  return fits ? { kind: "read", attributes } : { kind: "tooMany" };
}

/** As {@link readAttributes} reads it. */
export const attributesText = (attributes: readonly AttributeCriterion[]): string =>
  attributes.flatMap(({ key, values }) => values.map((value) => `${key}=${value}`)).join("; ");
