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
function grouped(all: readonly ContactSummary[]): number {
  const groups = new Map<string, ContactSummary[]>();
  for (const one of all) {
    const group = groups.get(one.initialContactId);
    if (group === undefined) groups.set(one.initialContactId, [one]);
    else group.push(one);
  }
  return groups.size;
}

/** The processor's cache holds 10,000 contacts but no million: a list of them is as cold as the million when it is one of many. */
const FEW = 10_000;

const listsOf = (size: number, all: readonly ContactSummary[]): (readonly ContactSummary[])[] =>
  Array.from({ length: all.length / size }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

const sizes = [
  { size: FEW, runs: 60 },
  { size: 100_000, runs: 12 },
  { size: 1_000_000, runs: 5 },
] as const;

describe("Chains from contacts", () => {
  for (const { size, runs } of sizes)
    it(`takes ${count(size)} contacts`, () => {
      const all = contacts(size);
      computing(3, () => toChains(all));
      const perContact = (work: () => unknown) => (computing(runs, work) * 1e6) / size;
      const ours = perContact(() => toChains(all));
      const floor = perContact(() => grouped(all));
      report({
        what: `chains from ${count(size)} contacts`,
        measured: `${count(1e9 / ours)} contacts/s, ${count(ours)} ns each`,
        baseline: `${count(floor)} ns into a bare Map (${times(ours / floor)})`,
        ...(size === 1_000_000 && { bar: atMost(1000, ours, "1 µs each") }),
      });
    });

  it("grows no faster than the contacts", () => {
    const all = contacts(1_000_000);
    const lists = listsOf(FEW, all);
    // A millisecond for the million is a nanosecond for each.
    const one = computing(5, () => toChains(all));
    const many = computing(5, () => lists.map((list) => toChains(list)));
    report({
      what: "… 1,000,000 in one list",
      measured: `${count(one)} ns each (${times(one / many)})`,
      baseline: `${count(many)} ns each in 100 lists of 10,000`,
      bar: atMost(1.5, one / many, "1.5 ×"),
    });
  });
});
