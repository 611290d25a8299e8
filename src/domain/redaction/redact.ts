import type { ContactSummary } from "../contact";
import type { Conversation, Section, TranscriptItem } from "../transcript";
import type { People, PersonRole } from "./people";
import { peopleOf } from "./people";
import type { PersonalKind } from "./personalText";
import { replacePersonal } from "./personalText";

/** What stands in the place of what is hidden. */
export interface RedactionWords extends Readonly<Record<PersonalKind, string>> {
  readonly person: (role: PersonRole, number: number) => string;
  /** A name that several people share. */
  readonly name: string;
}

/** How much was hidden. `name` counts where people are spoken of, `person` who they are. */
export type Hidden = Readonly<Record<PersonalKind | "name" | "person", number>>;

export interface Redacted<C extends ContactSummary> {
  readonly conversation: Conversation<C>;
  /** By agent id, as pseudonyms. */
  readonly agentNames: ReadonlyMap<string, string>;
  /** The same for any other text that goes out with the conversation. */
  readonly hide: (text: string) => string;
  readonly hidden: Hidden;
}

/**
 * The conversation without the names of its participants, e-mail addresses, phone, card and account numbers: in every field that a
 * person can fill, and in the items as they were stored. It finds what it can know by name or shape; something may be missed.
 */
export function redactConversation<C extends ContactSummary>(
  conversation: Conversation<C>,
  agentNames: ReadonlyMap<string, string>,
  words: RedactionWords,
): Redacted<C> {
  const { sections } = conversation;
  const people = peopleOf(sections, { agentNames, pseudonym: words.person });
  const counts = { email: 0, phone: 0, card: 0, account: 0, name: 0, person: people.count };
  const hider = (count: (kind: keyof Hidden) => void) => (text: string) =>
    people.replaceNames(
      replacePersonal(text, (kind) => {
        count(kind);
        return words[kind];
      }),
      words.name,
      () => count("name"),
    );
  const hide = hider((kind) => (counts[kind] += 1));
  // The stored item says the same once more.
  const hideAgain = hider(() => undefined);
  const redactItem = (item: TranscriptItem): TranscriptItem =>
    redacted(item, { people, hide, hideAgain });
  return {
    conversation: {
      ...conversation,
      sections: sections.map((section) => ({ ...section, items: section.items.map(redactItem) })),
    },
    agentNames: new Map(agentIdsOf(sections).map((id) => [id, people.pseudonymOfAgent(id) ?? id])),
    hide: hideAgain,
    hidden: counts,
  };
}

const agentIdsOf = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ contact }) => contact.agentId ?? []);

type Hide = (text: string) => string;

interface Means {
  readonly people: People;
  readonly hide: Hide;
  readonly hideAgain: Hide;
}

function redacted(item: TranscriptItem, { people, hide, hideAgain }: Means): TranscriptItem {
  const pseudonym = people.pseudonymOf(item);
  const displayName = pseudonym ?? (item.displayName && hideAgain(item.displayName));
  const rename = (raw: unknown): unknown =>
    isFields(raw) && typeof raw["DisplayName"] === "string"
      ? { ...raw, DisplayName: displayName }
      : raw;
  const common = { displayName, raw: rename(insideItem(item.raw, hideAgain)) };
  switch (item.kind) {
    case "event":
      return { ...item, ...common };
    case "attachment":
      return {
        ...item,
        ...common,
        attachments: item.attachments.map((file) => ({
          ...file,
          name: file.name === undefined ? undefined : hide(file.name),
        })),
      };
    case "unknown":
      return {
        ...item,
        ...common,
        content: item.content === undefined ? undefined : hideContent(item.content, hide),
      };
    default:
      return { ...item, ...common, content: hideContent(item.content, hide) };
  }
}

/** JSON is looked at value by value: its escapes would hide a name from the search. */
function hideContent(content: string, hide: Hide): string {
  if (!/^\s*[[{"]/.test(content)) return hide(content);
  try {
    const value: unknown = JSON.parse(content);
    return isTooDeep(value) ? hide(content) : JSON.stringify(inside(value, hide));
  } catch {
    return hide(content);
  }
}

/** As deep as a stored item may be. */
const MAX_DEPTH = 32;

function isTooDeep(value: unknown, depth = MAX_DEPTH): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isTooDeep(inner, depth - 1));
}

/** Every text inside a JSON value, field names too: these may be anything. */
function inside(value: unknown, hide: Hide): unknown {
  if (typeof value === "string") return hideContent(value, hide);
  if (typeof value === "number") {
    const shown = hide(String(value));
    return shown === String(value) ? value : shown;
  }
  if (Array.isArray(value)) return value.map((inner: unknown) => inside(inner, hide));
  return isFields(value)
    ? mapFields(value, (name, inner) => [
        TEMPLATE_FIELDS.has(name) ? name : hide(name),
        inside(inner, hide),
      ])
    : value;
}

/** What the product reads of an interactive message; a person may be called so. */
const TEMPLATE_FIELDS: ReadonlySet<string> = new Set(
  "action content data date elements subtitle templateType timeslots title".split(" "),
);

/** The service's own fields of a stored item: ids, times and names of types. */
const SERVICE_FIELDS: ReadonlySet<string> = new Set(
  "AbsoluteTime AttachmentId ContactId ContentType Id InitialContactId ParticipantId ParticipantRole RelatedContactId RelativeTime Status Type".split(
    " ",
  ),
);

/** An item as it was stored. */
function insideItem(raw: unknown, hide: Hide): unknown {
  if (Array.isArray(raw)) return raw.map((inner: unknown) => insideItem(inner, hide));
  if (!isFields(raw)) return inside(raw, hide);
  return mapFields(raw, (name, inner) => [
    name,
    SERVICE_FIELDS.has(name) && typeof inner === "string" ? inner : insideItem(inner, hide),
  ]);
}

type Fields = Readonly<Record<string, unknown>>;

const mapFields = (
  fields: Fields,
  change: (name: string, value: unknown) => readonly [string, unknown],
): Fields => Object.fromEntries(Object.entries(fields).map(([name, value]) => change(name, value)));

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
