import type { Contact, ContactSummary } from "../domain/contact";
import type { Gap } from "../domain/history";
import type { LeftOut } from "../domain/plan";
import { isAnswer } from "../domain/testChat/question";
import type {
  Absence,
  Conversation,
  InteractiveResponseItem,
  MessageItem,
  Section,
  TranscriptItem,
} from "../domain/transcript";
import { takenBy } from "./carriedParts";
import type { AssociationReport, PanelContent } from "./content";
import { madeFrom } from "./content";

type Answer = MessageItem | InteractiveResponseItem;

/** What stands at one place of the transcript, before it is worded. */
export type Entry =
  | {
      readonly kind: "heading";
      readonly section: Section;
      readonly isFirst: boolean;
      readonly part: "carried" | "current" | "plain";
      readonly isSource: boolean;
    }
  | {
      readonly kind: "item";
      readonly item: TranscriptItem;
      readonly section: Section;
      /** To an interactive message. */
      readonly answer: Answer | undefined;
    }
  | { readonly kind: "absence"; readonly absence: Absence; readonly contact: ContactSummary }
  /** What stands above was said in a chat that goes on. */
  | { readonly kind: "live"; readonly contact: ContactSummary }
  | { readonly kind: "nothingSaid" }
  | { readonly kind: "gap"; readonly gap: Gap }
  | { readonly kind: "leftOut"; readonly leftOut: LeftOut }
  /** Where the history ends and the chat that received it goes on. */
  | { readonly kind: "current"; readonly contact: Contact };

/** The conversation as a flat list, oldest first, with a word at every place where something is missing. */
export function entriesOf(content: PanelContent, conversation: Conversation): readonly Entry[] {
  const { association, lineage } = content;
  const taken = association && takenBy(association, lineage);
  const carried = new Set(taken?.carried.map(({ id }) => id));
  const sourceId = taken?.carried[0]?.id;
  const leftOut = taken?.leftOut ?? [];
  const partOf = ({ id }: ContactSummary) =>
    id === association?.current?.id ? "current" : carried.has(id) ? "carried" : "plain";
  const { sections } = conversation;
  const beyondLimit = leftOut.filter(({ reason }) => reason === "beyondLimit");
  const later = leftOut.filter(({ reason }) => reason === "later");
  return [
    ...beyondLimit.toReversed().map(asLeftOut),
    ...sections.flatMap((section, index): readonly Entry[] => [
      ...gapsBefore(section, lineage?.gaps ?? []),
      {
        kind: "heading",
        section,
        isFirst: index === 0,
        part: partOf(section.contact),
        isSource: section.contact.id === sourceId,
      },
      ...insideOf(section),
      ...(section.contact.id === sourceId ? later.toReversed().map(asLeftOut) : []),
    ]),
    ...receiverAfter(sections, association),
  ];
}

/** The chat that got the history, where what is said in it is not among what is read. */
function receiverAfter(
  sections: readonly Section[],
  association: AssociationReport | undefined,
): readonly Entry[] {
  if (association?.current === undefined || madeFrom(association.outcome) === undefined) return [];
  const { current } = association;
  const isRead = sections.some(({ contact }) => contact.id === current.id);
  return isRead ? [] : [{ kind: "current", contact: current }];
}

const asLeftOut = (leftOut: LeftOut): Entry => ({ kind: "leftOut", leftOut });

function insideOf(section: Section): readonly Entry[] {
  const items = section.items.map((item, index): Entry => ({
    kind: "item",
    item,
    section,
    answer: item.kind === "interactive" ? answerAfter(index, section) : undefined,
  }));
  if (section.absence !== undefined)
    return [{ kind: "absence", absence: section.absence, contact: section.contact }, ...items];
  if (section.isLive) return [...items, { kind: "live", contact: section.contact }];
  return items.length === 0 ? [{ kind: "nothingSaid" }] : items;
}

/** The next response of the section, else the customer's next words, unless another question comes first. */
function answerAfter(index: number, { items }: Section): Answer | undefined {
  let words: MessageItem | undefined;
  for (let at = index + 1; at < items.length; at++) {
    const next = items[at];
    if (next?.kind === "interactive") break;
    if (next?.kind === "interactiveResponse") return next;
    if (next?.kind === "message" && isAnswer(next)) words ??= next;
  }
  return words;
}

/** A contact that could not be read stands before the one that follows it. */
function gapsBefore({ contact }: Section, gaps: readonly Gap[]): readonly Entry[] {
  const before = [
    contact.previousContactId,
    "relatedContactId" in contact ? contact.relatedContactId : undefined,
  ];
  return gaps
    .filter(({ contactId }) => before.includes(contactId))
    .map((gap): Entry => ({ kind: "gap", gap }));
}

/** How many entries at the start read the same in both: from there on rows have to be worded anew. */
export function sharedStart(before: readonly Entry[], entries: readonly Entry[]): number {
  const end = entries.findIndex((entry, at) => !readsTheSame(entry, before[at]));
  return end < 0 ? entries.length : end;
}

function readsTheSame(entry: Entry, other: Entry | undefined): boolean {
  if (other === undefined) return false;
  if ("section" in entry && !("section" in other && isSame(entry.section, other.section)))
    return false;
  const before = new Map<string, unknown>(Object.entries(other));
  return Object.entries(entry).every(
    ([name, value]) => name === "section" || before.get(name) === value,
  );
}

const isSame = (one: Section, other: Section): boolean =>
  one.contact === other.contact && one.beginning === other.beginning;
