import type { Section, TranscriptItem } from "../transcript";

export type PersonRole = "customer" | "agent" | "other";

/** Names of people by the place they have in a conversation. */
export interface People {
  /** Without those who are only shown beside the conversation. */
  readonly count: number;
  /** Changes with what {@link replaceNames} and the pseudonyms come to. */
  readonly key: string;
  /** Undefined where that is nobody with a name, or a machine. */
  pseudonymOf(participant: Participant): string | undefined;
  /** Of the agent of this id. */
  pseudonymOfAgent(agentId: string): string | undefined;
  /** Puts pseudonyms in the place of names and of their parts. `ambiguous` stands for a part that several people share. */
  replaceNames(text: string, ambiguous: string, found: () => void): string;
}

/** Who is shown beside a conversation; they are counted before those who speak in it. */
export interface Beside {
  readonly agentIds: readonly string[];
  readonly participants: readonly Participant[];
}

/** Of an item: who it came from. */
export type Participant = Pick<TranscriptItem, "role" | "displayName" | "participantId">;

export interface PeopleOptions {
  /** By agent id. */
  readonly agentNames: ReadonlyMap<string, string>;
  readonly pseudonym: (role: PersonRole, number: number) => string;
  readonly beside: Beside;
}

/** Everything that is known of one person: what they are called in a place, by which id they are known. */
interface Person {
  readonly role: PersonRole;
  readonly keys: Set<string>;
  readonly names: Set<string>;
}

/**
 * Finds out who is who. One person is whoever has the same participant id, the same name in the same role, or is the agent of a
 * contact on which only one agent spoke; so a person has one pseudonym on every contact of the conversation.
 */
export function peopleOf(
  sections: readonly Section[],
  { agentNames, pseudonym, beside }: PeopleOptions,
): People {
  const people = new Set<Person>();
  const byKey = new Map<string, Person>();
  const inside = sections.flatMap((section) => sightingsIn(section, agentNames));
  for (const sighting of [
    ...beside.agentIds.map((id) => agentSighting(id, agentNames.get(id))),
    ...beside.participants.filter(isPerson).map(sightingOf),
    ...inside,
  ])
    meet(people, byKey, sighting);
  const numbers = new Map<PersonRole, number>();
  const pseudonyms = new Map<Person, string>();
  for (const person of people) {
    const number = (numbers.get(person.role) ?? 0) + 1;
    numbers.set(person.role, number);
    pseudonyms.set(person, pseudonym(person.role, number));
  }
  const named = (key: string): string | undefined => {
    const person = byKey.get(key);
    return person && pseudonyms.get(person);
  };
  return {
    count: new Set(inside.flatMap(({ keys: [key = ""] }) => byKey.get(key) ?? [])).size,
    key: JSON.stringify([...pseudonyms].map(([{ names }, name]) => [name, ...names])),
    pseudonymOf: (participant) => (isPerson(participant) ? named(nameKey(participant)) : undefined),
    pseudonymOfAgent: (agentId) => named(agentKey(agentId)),
    replaceNames: nameReplacer(pseudonyms),
  };
}

const agentKey = (agentId: string): string => `agent ${agentId}`;

type Named = Participant & { readonly displayName: string };

/** Flow and bot messages have names too, but not of people (domain.md §3.5). */
const isPerson = <Who extends Participant>(participant: Who): participant is Who & Named =>
  participant.role !== "SYSTEM" &&
  participant.role !== "CUSTOM_BOT" &&
  participant.displayName !== undefined &&
  participant.displayName.trim() !== "";

const roleOf = (role: string | undefined): PersonRole =>
  role === "CUSTOMER" ? "customer" : role === "AGENT" ? "agent" : "other";

const nameKey = ({ role, displayName }: Named): string =>
  `name ${roleOf(role)} ${folded(displayName)}`;

const folded = (name: string): string =>
  name.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();

const sightingOf = (participant: Named): Person => ({
  role: roleOf(participant.role),
  keys: new Set([
    nameKey(participant),
    ...(participant.participantId ? [`id ${participant.participantId}`] : []),
  ]),
  names: new Set([participant.displayName]),
});

const agentSighting = (agentId: string, listed: string | undefined): Person => ({
  role: "agent",
  keys: new Set([
    agentKey(agentId),
    ...(listed === undefined ? [] : [`name agent ${folded(listed)}`]),
  ]),
  names: new Set(listed === undefined ? [] : [listed]),
});

/** In the order in which they appear; the contact's agent last. */
function sightingsIn(section: Section, agentNames: ReadonlyMap<string, string>): Person[] {
  const named = section.items.filter(isPerson);
  const sightings = named.map(sightingOf);
  const { agentId } = section.contact;
  if (agentId === undefined) return sightings;
  const spoke = new Set(named.filter(({ role }) => role === "AGENT").map(nameKey));
  const agent = agentSighting(agentId, agentNames.get(agentId));
  const keys = spoke.size === 1 ? new Set([...agent.keys, ...spoke]) : agent.keys;
  return [...sightings, { ...agent, keys }];
}

/** Joins a sighting with everybody who turns out to be the same person; the one seen first keeps their place. */
function meet(people: Set<Person>, byKey: Map<string, Person>, sighting: Person): void {
  const [person = sighting, ...same] = new Set(
    [...sighting.keys].flatMap((key) => byKey.get(key) ?? []),
  );
  people.add(person);
  for (const other of [sighting, ...same]) {
    for (const name of other.names) person.names.add(name);
    for (const key of other.keys) {
      person.keys.add(key);
      byKey.set(key, person);
    }
    if (other !== person) people.delete(other);
  }
}

/** Said of many people, so that they tell nothing of one. */
const GENERIC = new Set(
  "agent bot chat client customer guest supervisor system user visitor kunde kundin gast".split(
    " ",
  ),
);
/** Parts of names that are words of their own in many a sentence. */
const PARTICLES = new Set(
  "al am and bin da das de del den der di do dos dr du el frau herr ibn la le lo mr mrs ms of the und van von zu".split(
    " ",
  ),
);

/** Scripts that put no space between words. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A whole name, and those of its parts that may stand for it. */
function wordsOf(name: string): readonly string[] {
  const parts = name
    .split(/[^\p{L}\p{M}'’-]+/u)
    .map((part) => part.replace(/^['’-]+|['’-]+$/gu, ""));
  return [name, ...parts]
    .map(folded)
    .filter((word) => word.length > 1 && !GENERIC.has(word) && !PARTICLES.has(word));
}

function nameReplacer(pseudonyms: ReadonlyMap<Person, string>): People["replaceNames"] {
  const owners = new Map<string, Set<string>>();
  for (const [{ names }, pseudonym] of pseudonyms)
    for (const word of [...names].flatMap(wordsOf))
      owners.set(word, (owners.get(word) ?? new Set()).add(pseudonym));
  if (owners.size === 0) return (text) => text;
  const pattern = patternOf([...owners.keys()]);
  return (text, ambiguous, found) =>
    text.replace(pattern, (name) => {
      found();
      const [pseudonym, ...others] = owners.get(folded(name)) ?? [];
      return pseudonym === undefined || others.length > 0 ? ambiguous : pseudonym;
    });
}

/** The longest first; whole words only, where words can be told apart. */
function patternOf(words: readonly string[]): RegExp {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const anyOf = (some: readonly string[]): string =>
    `(?:${some.flatMap((word) => [escaped(word), escaped(word.normalize("NFD"))]).join("|")})`;
  const apart = longestFirst.filter((word) => !WITHOUT_SPACES.test(word));
  const joined = longestFirst.filter((word) => WITHOUT_SPACES.test(word));
  const letter = "[\\p{L}\\p{M}\\p{N}]";
  return new RegExp(
    [
      ...(apart.length > 0 ? [`(?<!${letter})${anyOf(apart)}(?!${letter})`] : []),
      ...(joined.length > 0 ? [anyOf(joined)] : []),
    ].join("|"),
    "giu",
  );
}

const escaped = (word: string): string =>
  word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/ /g, "\\s+");
