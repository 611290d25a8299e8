import type { ContactSummary } from "../contact";
import type { Conversation, TranscriptItem } from "../transcript";
import type { ReturnedTranscript } from "./customerChat";

/** What a plan says that GetTranscript will tell of the past. */
export interface Prediction {
  /** Of the carried contacts' stored transcripts, oldest first. */
  readonly items: readonly TranscriptItem[];
  /** Carried contacts whose transcript could not be read here: nothing can be predicted of them. */
  readonly unreadContactIds: readonly string[];
}

/** By what the stored transcripts say of the carried contacts, of which those that go on have none. */
export function predictionOf(
  carried: readonly ContactSummary[],
  { sections }: Conversation,
): Prediction {
  const read = new Set(
    sections.filter(({ absence }) => absence === undefined).map(({ contact }) => contact.id),
  );
  return {
    items: sections.flatMap(({ items }) => items),
    unreadContactIds: carried.map(({ id }) => id).filter((id) => !read.has(id)),
  };
}

/** A plan held against what came back. Every list is oldest first; items are the same where their ids are. */
export interface Proof {
  readonly predictedCount: number;
  readonly returnedCount: number;
  /** Predicted, returned, and in the predicted order. */
  readonly agreeingCount: number;
  readonly missing: readonly TranscriptItem[];
  /** Returned, although nobody predicted them. */
  readonly unpredicted: readonly TranscriptItem[];
  /** Predicted and returned, but not in the predicted order: the fewest that would have to move. */
  readonly misplaced: readonly TranscriptItem[];
  /** Returned of contacts of which nothing could be predicted. */
  readonly unjudgedCount: number;
  readonly unreadContactIds: readonly string[];
  /** Whether the current session has the event of a rehydration. */
  readonly hasEvent: boolean;
}

/** Whether all that could be predicted came back, in order, and nothing else. */
export const isProven = ({ missing, unpredicted, misplaced }: Proof): boolean =>
  missing.length === 0 && unpredicted.length === 0 && misplaced.length === 0;

export const isRehydration = (item: TranscriptItem): boolean =>
  item.kind === "event" && item.event === "chat.rehydrated";

/** Holds what GetTranscript returned against the prediction. */
export function proofOf(prediction: Prediction, { past, current }: ReturnedTranscript): Proof {
  const predicted = byId(prediction.items);
  const returned = byId(past);
  const unread = new Set(prediction.unreadContactIds);
  const both = [...returned.values()].filter(({ id }) => predicted.has(id));
  const others = [...returned.values()].filter(({ id }) => !predicted.has(id));
  const place = new Map([...predicted.keys()].map((id, index) => [id, index]));
  const inOrder = longestRise(both.map(({ id }) => place.get(id) ?? 0));
  const unpredicted = others.filter(({ contactId }) => !unread.has(contactId));
  return {
    predictedCount: predicted.size,
    returnedCount: returned.size,
    agreeingCount: inOrder.size,
    missing: [...predicted.values()].filter(({ id }) => !returned.has(id)),
    unpredicted,
    misplaced: both.filter((_, index) => !inOrder.has(index)),
    unjudgedCount: others.length - unpredicted.length,
    unreadContactIds: prediction.unreadContactIds,
    hasEvent: current.some(isRehydration),
  };
}

/** An item that is told again under its id is one item, where it was first. */
function byId(items: readonly TranscriptItem[]): ReadonlyMap<string, TranscriptItem> {
  const known = new Map<string, TranscriptItem>();
  for (const item of items) if (!known.has(item.id)) known.set(item.id, item);
  return known;
}

/** Indexes of a longest rising subsequence of these numbers, all different. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** By length: the index at which a rise of that length ends with the smallest number. */
  const ends: number[] = [];
  const before = numbers.map((number, index) => {
    const length = firstNotBelow(ends, (end) => (numbers[end] ?? 0) < number);
    ends[length] = index;
    return ends[length - 1];
  });
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) rise.add(at);
  return rise;
}

/** How many at the beginning are below, by halving. */
function firstNotBelow(ends: readonly number[], isBelow: (end: number) => boolean): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = ends[middle];
    if (end !== undefined && isBelow(end)) low = middle + 1;
    else high = middle;
  }
  return low;
}
