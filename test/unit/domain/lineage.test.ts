import assert from "node:assert/strict";
import type { Contact } from "../../../src/domain/contact";
import { Failure } from "../../../src/domain/failure";
import { historyOf } from "../../../src/domain/history";
import type { ContactReader } from "../../../src/domain/lineage";
import { followLineage, readChain } from "../../../src/domain/lineage";
import { planAssociation } from "../../../src/domain/plan";
import { contact, idsOf, readerOf, reference } from "./support";

const { signal } = new AbortController();
const [c1, c2, c3] = reference();
const failure = (kind: Failure["kind"]) =>
  new Failure(kind, "DescribeContact", { name: "n", message: "m" });

/** Counts calls, and fails for some contacts. */
function counting(contacts: readonly Contact[], failing: Readonly<Record<string, Failure>> = {}) {
  const calls: string[] = [];
  const reader = readerOf(contacts);
  const counted: ContactReader = {
    describeContact: (id, to) => {
      calls.push(`describe ${id}`);
      const fails = failing[id];
      return fails === undefined ? reader.describeContact(id, to) : Promise.reject(fails);
    },
    associatedContacts: (id, to) => {
      calls.push(`list ${id}`);
      return reader.associatedContacts(id, to);
    },
  };
  return { calls, reader: counted };
}

async function lineageOf(reader: ContactReader, contactId: string, onRead?: (c: Contact) => void) {
  const chain = await readChain(reader, contactId, signal);
  return followLineage(reader, chain, { signal, ...(onRead && { onRead }) });
}

describe("A chain that is read", () => {
  it("takes one list and one record a contact", async () => {
    const { calls, reader } = counting(reference());
    const chain = await readChain(reader, "C2", signal);
    assert.deepEqual(idsOf(chain.contacts), ["C1", "C2", "C3"]);
    assert.deepEqual(calls.toSorted(), ["describe C1", "describe C2", "describe C3", "list C2"]);
  });

  it("is completed by links where the list leaves contacts out", async () => {
    const { reader } = counting(reference());
    const chain = await readChain(
      { ...reader, associatedContacts: () => Promise.resolve([]) },
      "C3",
      signal,
    );
    assert.deepEqual(idsOf(chain.contacts), ["C1", "C2", "C3"]);
    assert.equal(chain.partial, false);
  });

  it("is partial where the record of its beginning is gone", async () => {
    const { reader } = counting([c2, c3]);
    const chain = await readChain(reader, "C3", signal);
    assert.deepEqual(idsOf(chain.contacts), ["C2", "C3"]);
    assert.equal(chain.partial, true);
  });

  it("leaves out what a list holds of other sessions", async () => {
    const { reader } = counting([...reference(), contact({ id: "other" })]);
    const listed = [...reference(), contact({ id: "other" })];
    const all = { ...reader, associatedContacts: () => Promise.resolve(listed) };
    assert.deepEqual(idsOf((await readChain(all, "C1", signal)).contacts), ["C1", "C2", "C3"]);
  });

  it("fails where a record cannot be read", async () => {
    const throttled = failure("throttled");
    await assert.rejects(
      readChain(counting(reference(), { C2: throttled }).reader, "C3", signal),
      throttled,
    );
  });
});

describe("A lineage", () => {
  const a1 = contact({ id: "A1", minute: -200 });
  const a2 = contact({ id: "A2", initialContactId: "A1", previousContactId: "A1", minute: -190 });
  const b1 = contact({ id: "B1", minute: -100, relatedContactId: "A2" });
  const linked = [a1, a2, b1, { ...c1, relatedContactId: "B1" }, c2, c3];

  it("has the linked chains, newest first, and reads no contact twice", async () => {
    const { calls, reader } = counting(linked);
    const told: string[] = [];
    const lineage = await lineageOf(reader, "C2", ({ id }) => told.push(id));
    assert.deepEqual(
      lineage.chains.map((chain) => idsOf(chain.contacts).join()),
      ["C1,C2,C3", "B1", "A1,A2"],
    );
    assert.equal(new Set(calls).size, calls.length);
    assert.deepEqual(told, ["B1", "A2", "A1"]);
  });

  it("goes back to everything linked before a contact, and to nothing after it", async () => {
    const lineage = await lineageOf(readerOf(linked), "C2");
    assert.deepEqual(idsOf(historyOf(lineage, "C2").contacts), ["C2", "C1", "B1", "A2", "A1"]);
    assert.deepEqual(idsOf(historyOf(lineage, "B1").contacts), ["B1", "A2", "A1"]);
    assert.deepEqual(historyOf(lineage, "nobody").contacts, []);
  });

  it("goes back by time where a past contact has lost its link", async () => {
    const { previousContactId: _link, ...unlinked } = a2;
    const lineage = await lineageOf(readerOf([a1, unlinked, ...linked.slice(2)]), "C1");
    assert.deepEqual(idsOf(historyOf(lineage, "C1").contacts), ["C1", "B1", "A2", "A1"]);
  });

  it("follows the links of several contacts, the newest one's first", async () => {
    const two = [
      a1,
      a2,
      b1,
      { ...c1, relatedContactId: "A1" },
      { ...c2, relatedContactId: "B1" },
      c3,
    ];
    const lineage = await lineageOf(readerOf(two), "C3");
    assert.deepEqual(idsOf(historyOf(lineage, "C3").contacts), [
      "C3",
      "C2",
      "C1",
      "B1",
      "A1",
      "A2",
    ]);
  });

  for (const kind of ["notFound", "accessDenied", "throttled"] as const)
    it(`keeps what it has where an older contact answers ${kind}, and a plan says so`, async () => {
      const gone = failure(kind);
      const lineage = await lineageOf(counting(linked, { B1: gone }).reader, "C2");
      const { contacts, gaps, more } = historyOf(lineage, "C2");
      assert.deepEqual(idsOf(contacts), ["C2", "C1"]);
      assert.deepEqual(gaps, [{ contactId: "B1", failure: gone }]);
      assert.equal(more, false);
      const plan = planAssociation({
        rehydrationType: "FROM_SEGMENT",
        pastContactId: "C2",
        lineage,
      });
      const check = plan.checks.find(({ id }) => id === "historyIsComplete");
      assert.deepEqual(check, {
        id: "historyIsComplete",
        verdict: "unknown",
        unreadContactIds: ["B1"],
      });
    });

  it("stops when it is aborted", async () => {
    const stopped = failure("aborted");
    await assert.rejects(lineageOf(counting(linked, { A2: stopped }).reader, "C2"), stopped);
  });

  it("lets a bug fly", async () => {
    const bug = new TypeError("bug");
    const { reader } = counting(linked);
    const broken: ContactReader = {
      ...reader,
      describeContact: (id, to) =>
        id === "B1" ? Promise.reject(bug) : reader.describeContact(id, to),
    };
    await assert.rejects(lineageOf(broken, "C2"), bug);
  });

  it("does not ask for ever when an answer comes under another id", async () => {
    const { reader } = counting(linked);
    const odd: ContactReader = {
      ...reader,
      describeContact: (id, to) => reader.describeContact(id === "B1" ? "A1" : id, to),
    };
    const lineage = await lineageOf(odd, "C2");
    assert.deepEqual(idsOf(lineage.chains[0].contacts), ["C1", "C2", "C3"]);
  });

  it("reads no further back than the service follows", async () => {
    const row = Array.from({ length: 300 }, (_, index) =>
      contact({
        id: `P${index}`,
        minute: index - 300,
        ...(index > 0 && { relatedContactId: `P${index - 1}` }),
      }),
    );
    const { calls, reader } = counting(row);
    await lineageOf(reader, "P299");
    assert.ok(calls.length <= 103, `${calls.length} calls`);
  });
});
