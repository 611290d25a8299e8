import assert from "node:assert/strict";
import { Failure } from "../../../src/domain/failure";
import type { ContactReader } from "../../../src/domain/lineage";
import { followLineage, readChain } from "../../../src/domain/lineage";
import { planAssociation } from "../../../src/domain/plan";
import { idsOf, readerOf, reference } from "./support";

const { signal } = new AbortController();
const denied = new Failure("accessDenied", "ListAssociatedContacts", { name: "n", message: "m" });

/** An instance that tells records, but not which contacts belong together. */
const unlisting = (): ContactReader => ({
  ...readerOf(reference()),
  associatedContacts: () => Promise.reject(denied),
});

const verdictOf = async (reader: ContactReader) => {
  const lineage = await followLineage(reader, await readChain(reader, "C2", signal), { signal });
  const { checks } = planAssociation({
    rehydrationType: "ENTIRE_PAST_SESSION",
    pastContactId: "C2",
    lineage,
  });
  return checks.find(({ id }) => id === "sessionIsListed")?.verdict;
};

describe("A chain whose contacts cannot be listed", () => {
  it("has what a contact links back to, and says why there may be more", async () => {
    const chain = await readChain(unlisting(), "C2", signal);
    assert.deepEqual(idsOf(chain.contacts), ["C1", "C2"]);
    assert.equal(chain.unlisted, denied);
  });

  it("has the contacts that are known to be of it", async () => {
    const chain = await readChain(unlisting(), "C1", signal, ["C1", "C2", "C3"]);
    assert.deepEqual(idsOf(chain.contacts), ["C1", "C2", "C3"]);
  });

  it("makes a plan unsure, while a listed one does not", async () => {
    assert.equal(await verdictOf(unlisting()), "unknown");
    assert.equal(await verdictOf(readerOf(reference())), "ok");
  });

  it("is not read on after it was stopped", async () => {
    const stopped = new Failure("aborted", "ListAssociatedContacts", { name: "n", message: "" });
    const reader = { ...unlisting(), associatedContacts: () => Promise.reject(stopped) };
    await assert.rejects(readChain(reader, "C2", signal), stopped);
  });
});
