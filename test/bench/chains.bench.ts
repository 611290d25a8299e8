import { toChains } from "../../src/domain/chain";
import type { ContactSummary } from "../../src/domain/contact";
import { atMost, report } from "./support/figures";
import { computing, count, times } from "./support/numbers";

const minute = 60_000;

/** Contacts as SearchContacts gives them: newest first, sessions of one to six contacts that overlap with others. */
function contacts(total: number): readonly ContactSummary[] {
  const made: ContactSummary[] = [];
  for (let session = 0; made.length < total; session += 1) {
    const length = Math.min((session % 6) + 1, total - made.length);
    for (let position = 0; position < length; position += 1) {
      made.push(contact(session, position));
    }
  }
  return made.sort((a, b) => b.initiatedAt - a.initiatedAt);
}

function contact(session: number, position: number): ContactSummary {
  const initiatedAt = session * minute + position * 5 * minute;
  return {
    id: idOf(session, position),
    initialContactId: idOf(session, 0),
    ...(position > 0 && { previousContactId: idOf(session, position - 1) }),
    channel: "CHAT",
    initiationMethod: position === 0 ? "API" : "TRANSFER",
    initiatedAt,
    endedAt: initiatedAt + 5 * minute,
  };
}

const idOf = (session: number, position: number): string =>
  `${session.toString(16).padStart(8, "0")}-0000-4000-8000-${position.toString(16).padStart(12, "0")}`;

/** The least that grouping can cost: every contact into the list of its session, in no order. */
function grouped(all: readonly ContactSummary[]): ReadonlyMap<string, readonly ContactSummary[]> {
  const groups = new Map<string, ContactSummary[]>();
  for (const one of all) {
    const group = groups.get(one.initialContactId);
    if (group === undefined) groups.set(one.initialContactId, [one]);
    else group.push(one);
  }
  return groups;
}

const MILLION = 1_000_000;

const listsOf = (size: number, all: readonly ContactSummary[]): (readonly ContactSummary[])[] =>
  Array.from({ length: all.length / size }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

const sizes = [
  { size: 10_000, runs: 60 },
  { size: 100_000, runs: 12 },
  { size: MILLION, runs: 5 },
] as const;

const ROUNDS = 8;

describe("Chains from contacts", () => {
  it("of ten thousand, a hundred thousand and a million", () => {
    const measured = sizes.map(({ size, runs }) => {
      const all = contacts(size);
      computing(3, () => toChains(all));
      const nanoseconds = (work: () => unknown) => (computing(runs, work) * 1e6) / size;
      const ours = nanoseconds(() => toChains(all));
      const floor = nanoseconds(() => grouped(all));
      report({
        what: `chains from ${count(size)} contacts`,
        measured: `${count(1e9 / ours)} contacts/s, ${count(ours)} ns each`,
        baseline: `${count(floor)} ns into a bare Map (${times(ours / floor)})`,
        ...(size === MILLION && { bar: atMost(1000, ours, "1 µs each") }),
      });
      return { ours, floor };
    });
    const [few, many] = [measured[0]!, measured.at(-1)!];
    report({
      what: "… a million by themselves against 10,000 by themselves",
      measured: times(many.ours / few.ours),
      baseline: `${times(many.floor / few.floor)} of a bare Map`,
    });
  });

  // The processor's cache holds 10,000 contacts that are gone through again and again, and no million: what only the length
  // does is seen where neither is in it.
  it("of the same million in lists of ten thousand and at once", () => {
    const all = contacts(MILLION);
    const lists = listsOf(10_000, all);
    const inLists = () => lists.map((list) => toChains(list));
    const atOnce = () => toChains(all);
    computing(2, inLists);
    const rounds = Array.from({ length: ROUNDS }, () => [
      computing(1, inLists),
      computing(1, atOnce),
    ]);
    const [few = NaN, many = NaN] = [0, 1].map((which) =>
      Math.min(...rounds.map((round) => round[which] ?? NaN)),
    );
    report({
      what: "… each of 1,000,000 at once against each in lists of 10,000",
      measured: times(many / few),
      baseline: `${count(few)} ns each in lists`,
      bar: atMost(1.5, many / few, "1.5 ×"),
    });
  });
});
