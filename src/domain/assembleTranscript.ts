import type { ContactSummary } from "./contact";
import type {
  Beginning,
  Conversation,
  LiveTranscript,
  Section,
  Transcript,
  TranscriptItem,
  TranscriptPart,
} from "./transcript";

/** An item with the time it is sorted by. */
interface Placed {
  readonly item: TranscriptItem;
  readonly at: number;
}

/**
 * Joins the files of a history to one conversation. `parts` come oldest first. An item belongs to the contact that it names,
 * else to the contact whose file it is in; one that a newer file repeats (domain.md §4.4: not known whether it may) is left
 * out.
 */
export function assembleTranscript<C extends ContactSummary>(
  parts: readonly TranscriptPart<C>[],
): Conversation<C> {
  const oldestFirst = [...new Map(parts.map((part) => [part.contact.id, part])).values()];
  const placed = new Map<string, Placed[]>(oldestFirst.map(({ contact }) => [contact.id, []]));
  const seen = new Set<string>();
  let foundCount = 0;
  for (const { contact, content } of oldestFirst) {
    if (!("items" in content)) continue;
    foundCount += content.items.length;
    for (const found of newItems(content, seen)) {
      (placed.get(found.item.contactId) ?? placed.get(contact.id))?.push(found);
    }
  }
  const sections = oldestFirst.map((part, index) =>
    toSection(part, oldestFirst[index - 1], placed.get(part.contact.id) ?? []),
  );
  return {
    sections,
    itemCount: seen.size,
    messageCount: sections.reduce((sum, { items }) => sum + items.filter(isMessage).length, 0),
    repeatedCount: foundCount - seen.size,
  };
}

/** Without a time of its own, an item keeps its place behind the one before it. */
function newItems({ items }: Transcript | LiveTranscript, seen: Set<string>): readonly Placed[] {
  const found: Placed[] = [];
  let at = -Infinity;
  for (const item of items) {
    at = item.time ?? at;
    if (seen.has(item.id)) continue;
    seen.add(item.id);
    found.push({ item, at });
  }
  return found;
}

function toSection<C extends ContactSummary>(
  { contact, content }: TranscriptPart<C>,
  before: TranscriptPart<C> | undefined,
  placed: readonly Placed[],
): Section<C> {
  const byTime = placed.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  return {
    contact,
    beginning: beginningOf(contact, before?.contact),
    startsChain: before?.contact.initialContactId !== contact.initialContactId,
    items: byTime.map(({ item }) => item),
    ...(!("items" in content) && { absence: content }),
    ...(content.kind === "live" && { isLive: true }),
  };
}

/** A session's later contacts by how they were initiated (domain.md §2.2). */
const BEGINNINGS: ReadonlyMap<string, Beginning> = new Map([
  ["TRANSFER", "transfer"],
  ["QUEUE_TRANSFER", "queueTransfer"],
  ["DISCONNECT", "disconnect"],
]);

function beginningOf(contact: ContactSummary, before: ContactSummary | undefined): Beginning {
  if (before !== undefined && before.initialContactId !== contact.initialContactId) {
    return "persistentLink";
  }
  if (contact.id === contact.initialContactId) return "start";
  return BEGINNINGS.get(contact.initiationMethod) ?? "other";
}

const isMessage = (item: TranscriptItem): boolean =>
  item.kind !== "event" && item.kind !== "unknown";
