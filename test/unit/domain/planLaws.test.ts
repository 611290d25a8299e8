import assert from "node:assert/strict";
import fc from "fast-check";
import type { RehydrationType } from "../../../src/domain/association";
import type { Contact } from "../../../src/domain/contact";
import type { Lineage } from "../../../src/domain/history";
import { MAX_PAST_CONTACTS } from "../../../src/domain/history";
import { followLineage, readChain } from "../../../src/domain/lineage";
import { planAssociation } from "../../../src/domain/plan";
import { contact, idsOf, readerOf } from "./support";

const { signal } = new AbortController();
const types: readonly RehydrationType[] = ["FROM_SEGMENT", "ENTIRE_PAST_SESSION"];

interface World {
  readonly lineage: Lineage;
  /** The last session's contacts, any of which may be chosen. */
  readonly session: readonly Contact[];
}

/** How many contacts a session has, and which of the contacts before it it continues, if any. */
type Row = readonly [length: number, link: number];

function contactsOf(rows: readonly Row[]): readonly Contact[] {
  const contacts: Contact[] = [];
  for (const [index, [length, link]] of rows.entries()) {
    const source = contacts[link % (contacts.length + 1)];
    for (let position = 0; position < length; position += 1)
      contacts.push(
        contact({
          id: `${index}.${position}`,
          initialContactId: `${index}.0`,
          minute: contacts.length * 10,
          ...(position > 0 && { previousContactId: `${index}.${position - 1}` }),
          ...(position === 0 && source && { relatedContactId: source.id }),
        }),
      );
  }
  return contacts;
}

const worlds = () =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(1000)), { minLength: 1, maxLength: 12 })
    .map(contactsOf);

async function read(contacts: readonly Contact[]): Promise<World> {
  const last = contacts.at(-1)!;
  const reader = readerOf(contacts);
  const chain = await readChain(reader, last.id, signal);
  const lineage = await followLineage(reader, chain, { signal });
  return { lineage, session: chain.contacts };
}

const plansOf = ({ lineage, session }: World) =>
  types.flatMap((rehydrationType) =>
    session.map(({ id }) => planAssociation({ rehydrationType, pastContactId: id, lineage })),
  );

describe("Any plan", () => {
  it("begins with what it continues from, and never both carries and leaves out a contact", async () => {
    await fc.assert(
      fc.asyncProperty(worlds(), async (contacts) => {
        const own = await read(contacts);
        for (const plan of plansOf(own)) {
          const carried = idsOf(plan.carried);
          const leftOut = plan.leftOut.map((each) => each.contact.id);
          assert.equal(carried[0], plan.continuedFrom?.id);
          assert.equal(new Set([...carried, ...leftOut]).size, carried.length + leftOut.length);
          for (const { id } of own.session) assert.ok(carried.includes(id) || leftOut.includes(id));
        }
      }),
    );
  });

  it("carries with ENTIRE_PAST_SESSION all that any segment would bring, and sends the first contact", async () => {
    await fc.assert(
      fc.asyncProperty(worlds(), async (contacts) => {
        const { lineage, session } = await read(contacts);
        const plan = (rehydrationType: RehydrationType, pastContactId: string) =>
          planAssociation({ rehydrationType, pastContactId, lineage });
        for (const { id, initialContactId } of session) {
          const entire = plan("ENTIRE_PAST_SESSION", id);
          const whole = new Set(idsOf(entire.carried));
          assert.equal(entire.sourceContactId, initialContactId);
          assert.ok(idsOf(plan("FROM_SEGMENT", id).carried).every((each) => whole.has(each)));
        }
      }),
    );
  });

  it("carries at most a hundred contacts, and says when that cuts the history", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20, max: 130 }),
        fc.integer({ min: 1, max: 4 }),
        async (sessions, length) => {
          // Each session continues the last contact of the one before.
          const rows = Array.from({ length: sessions }, (_, index): Row => [
            length,
            index * length - 1,
          ]);
          const { lineage, session } = await read(contactsOf(rows));
          const isCut = sessions * length > MAX_PAST_CONTACTS;
          const pastContactId = session.at(-1)!.id;
          const plan = planAssociation({ rehydrationType: "FROM_SEGMENT", pastContactId, lineage });
          assert.equal(plan.carried.length, isCut ? MAX_PAST_CONTACTS : sessions * length);
          const limit = plan.checks.find(({ id }) => id === "historyIsWithinLimit");
          assert.equal(limit?.verdict, isCut ? "problem" : "ok");
          const beyond = plan.leftOut.some(({ reason }) => reason === "beyondLimit");
          assert.equal(beyond || plan.moreBeyondLimit, isCut);
        },
      ),
      { numRuns: 40 },
    );
  });
});
