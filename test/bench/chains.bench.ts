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

/**
 * The same million contacts in lists of this size. Ten thousand contacts alone would stay in the processor's cache from one run to
 * the next, as those that were just read from a service do not.
 */
const listsOf = (size: number, all: readonly ContactSummary[]): (readonly ContactSummary[])[] =>
  Array.from({ length: all.length / size }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

describe("Chains from contacts", () => {
  // Only for as long as they are needed: a million contacts slow down whatever else is measured in this process.
  let all: readonly ContactSummary[] = [];
  before(() => (all = contacts(MILLION)));
  after(() => (all = []));

  /** Nanoseconds for each contact; a millisecond for the million is one. */
  const perContact = (size: number, work: (list: readonly ContactSummary[]) => unknown): number => {
    const lists = listsOf(size, all);
    return computing(5, () => lists.map(work));
  };

  it("are made in as little time for each of a million as for each of a few", () => {
    const measured = [10_000, 100_000, MILLION].map((size) => ({
      size,
      ours: perContact(size, toChains),
      floor: perContact(size, grouped),
    }));
    for (const { size, ours, floor } of measured)
      report({
        what: `chains from a million contacts in lists of ${count(size)}`,
        measured: `${count(1e9 / ours)} contacts/s, ${count(ours)} ns each`,
        baseline: `${count(floor)} ns into a bare Map (${times(ours / floor)})`,
        bar: atMost(1000, ours, "1 µs each"),
      });
    const [few, , many] = measured.map(({ ours }) => ours);
    report({
      what: "… in one list against lists of 10,000",
      measured: times(many! / few!),
      baseline: `${times(measured[2]!.floor / measured[0]!.floor)} of a bare Map`,
      bar: atMost(1.5, many! / few!, "1.5 ×"),
    });
  });
});
