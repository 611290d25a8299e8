import assert from "node:assert/strict";
import fc from "fast-check";
import { isActive, toChains } from "../../../src/domain/chain";
import type { ContactSummary } from "../../../src/domain/contact";
import { groupChains } from "../../../src/views/chainGroups";

const contact = (id: string, begun: Date, ended?: Date): ContactSummary => ({
  id,
  initialContactId: id,
  channel: "CHAT",
  initiationMethod: "API",
  initiatedAt: begun.getTime(),
  ...(ended !== undefined && { endedAt: ended.getTime() }),
});

const on = (day: number, hour: number): Date => new Date(2026, 10, day, hour);
const ended = (id: string, day: number, hour: number): ContactSummary =>
  contact(id, on(day, hour), on(day, hour + 1));

const shown = (contacts: readonly ContactSummary[], hasMore = false) =>
  groupChains(toChains(contacts), { hasMore }).map((group) => ({
    heading: group.kind === "day" ? new Date(group.day).getDate() : group.kind,
    ids: group.chains.map(({ initialContactId }) => initialContactId),
    complete: group.kind === "day" ? group.complete : true,
  }));

describe("groups of chains", () => {
  it("put what goes on before the days, and the newest first everywhere", () => {
    const contacts = [ended("a", 27, 9), ended("b", 28, 8), ended("c", 28, 22)];
    assert.deepEqual(shown([...contacts, contact("d", on(26, 1))]), [
      { heading: "active", ids: ["d"], complete: true },
      { heading: 28, ids: ["c", "b"], complete: true },
      { heading: 27, ids: ["a"], complete: true },
    ]);
  });

  it("end a day at the user's midnight", () => {
    const contacts = [
      contact("late", new Date(2026, 10, 27, 23, 59, 59, 999), on(28, 1)),
      contact("early", new Date(2026, 10, 28), on(28, 1)),
    ];
    assert.deepEqual(
      shown(contacts).map(({ heading, ids }) => [heading, ids]),
      [
        [28, ["early"]],
        [27, ["late"]],
      ],
    );
  });

  it("say that the oldest day may go on where there are more pages", () => {
    const contacts = [ended("a", 27, 9), ended("b", 28, 8)];
    assert.deepEqual(
      shown(contacts, true).map(({ complete }) => complete),
      [true, false],
    );
  });

  it("leave the days out where there are none", () => {
    assert.deepEqual(shown([]), []);
    assert.deepEqual(
      shown([contact("a", on(28, 9))]).map(({ heading }) => heading),
      ["active"],
    );
  });

  it("hold every chain once, each below its own day", () => {
    const times = fc.record({
      begun: fc.date({ min: on(1, 0), max: on(28, 0), noInvalidDate: true }),
      active: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(times, { maxLength: 60 }), (all) => {
        const chains = toChains(
          all.map(({ begun, active }, index) =>
            contact(`contact-${index}`, begun, active ? undefined : on(29, 0)),
          ),
        );
        const groups = groupChains(chains, { hasMore: false });
        const grouped = groups.flatMap((group) => group.chains);
        assert.deepEqual(new Set(grouped), new Set(chains));
        assert.equal(grouped.length, chains.length);
        for (const group of groups) {
          if (group.kind !== "day") assert.ok(group.chains.every(isActive));
          else
            for (const { contacts } of group.chains)
              assert.equal(new Date(contacts[0].initiatedAt).setHours(0, 0, 0, 0), group.day);
        }
      }),
    );
  });
});
