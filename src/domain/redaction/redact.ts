import type { ContactSummary } from "../contact";
import type { Failure } from "../failure";
import type { Absence, Conversation, Section, TranscriptItem } from "../transcript";
import type { Beside, Participant, People, PersonRole } from "./people";
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

export interface RedactionOptions {
  /** By agent id. */
  readonly agentNames: ReadonlyMap<string, string>;
  readonly words: RedactionWords;
  readonly beside?: Beside;
}

/** Told of everything that is hidden. */
export type Found = (kind: PersonalKind | "name") => void;

/** Hides one thing after the other, so that a long conversation need not be gone through at once. */
export interface Redactor {
  readonly peopleCount: number;
  /** By agent id, as pseudonyms. */
  readonly agentNames: ReadonlyMap<string, string>;
  /** Of redactors with the same key each says the same. */
  readonly key: string;
  pseudonymOf(participant: Participant): string | undefined;
  text(text: string, found?: Found): string;
  item(item: TranscriptItem, found?: Found): TranscriptItem;
  /** Why something could not be read is said in the service's words, and these may name who asked. */
  failure(failure: Failure): Failure;
  absence(absence: Absence): Absence;
}

/**
 * Hides the names of a conversation's participants and what {@link replacePersonal} finds: in every field that a person can
 * fill, and in the items as they were stored. It finds what it can know by name or shape; something may be missed.
 */
export function redactorOf(
  sections: readonly Section[],
  { agentNames, words, beside = { agentIds: [], participants: [] } }: RedactionOptions,
): Redactor {
  const people = peopleOf(sections, { agentNames, pseudonym: words.person, beside });
  const text = (said: string, found: Found = () => undefined): string =>
    people.replaceNames(
      replacePersonal(said, (kind) => {
        found(kind);
        return words[kind];
      }),
      words.name,
      () => found("name"),
    );
  const failure = (one: Failure): Failure => one.saying(text(one.answer.message));
  const agentIds = [...beside.agentIds, ...agentIdsOf(sections)];
  return {
    peopleCount: people.count,
    agentNames: new Map(agentIds.map((id) => [id, people.pseudonymOfAgent(id) ?? id])),
    key: people.key,
    pseudonymOf: (participant) => people.pseudonymOf(participant),
    text,
    item: (item, found) =>
      // The stored item says the same once more.
      redacted(item, {
        people,
        hide: (said) => text(said, found),
        hideAgain: (said) => text(said),
      }),
    failure,
    absence: (absence) => redactedAbsence(absence, { text, failure }),
  };
}

export interface Redacted<C extends ContactSummary> {
  readonly conversation: Conversation<C>;
  readonly hidden: Hidden;
}

const nothingFound = {
  email: 0,
  phone: 0,
  card: 0,
  account: 0,
  address: 0,
  date: 0,
  code: 0,
  name: 0,
} as const satisfies Readonly<Record<PersonalKind | "name", number>>;

/** The whole conversation, with how much was hidden in it. */
export function redactConversation<C extends ContactSummary>(
  conversation: Conversation<C>,
  redactor: Redactor,
): Redacted<C> {
  const counts: Record<keyof Hidden, number> = { ...nothingFound, person: redactor.peopleCount };
  const count: Found = (kind) => (counts[kind] += 1);
  const sections = conversation.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => redactor.item(item, count)),
    ...(section.absence && { absence: redactor.absence(section.absence) }),
  }));
  return { conversation: { ...conversation, sections }, hidden: counts };
}

function redactedAbsence(
  absence: Absence,
  { text, failure }: Pick<Redactor, "text" | "failure">,
): Absence {
  if ("failure" in absence) return { ...absence, failure: failure(absence.failure) };
  return absence.kind === "deleted" && absence.reason !== undefined
    ? { ...absence, reason: text(absence.reason) }
    : absence;
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
    if (isTooDeep(value)) return hide(content);
    const shown = JSON.stringify(inside(value, hide));
    // Where there is nothing to hide, it stays as it was written.
    return shown === JSON.stringify(value) ? content : shown;
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
