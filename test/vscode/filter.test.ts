import assert from "node:assert/strict";
import { clearFilter } from "../../src/commands/filter/filterChats";
import { showFilters } from "../../src/commands/filter/showFilters";
import { FilterStore } from "../../src/connections/filterStore";
import type { ChatFilter } from "../../src/domain/chatFilter";
import { noFilter } from "../../src/domain/chatFilter";
import type { ContactSummary } from "../../src/domain/contact";
import type { Rig } from "./support/rig";
import { emptyMemento, sandbox, startRig } from "./support/rig";

const HOUR = 60 * 60 * 1000;

/** The contacts in the chains that are listed. */
async function listed({ app }: Rig): Promise<readonly ContactSummary[]> {
  const feed = app.chats.feed(sandbox);
  if (!feed.hasRead) await feed.more();
  assert.equal(feed.failure, undefined);
  return feed.chains.flatMap(({ contacts }) => contacts);
}

const narrow = ({ app }: Rig, filter: Partial<ChatFilter>): Promise<void> =>
  app.filters.set(sandbox.id, { ...noFilter, ...filter });

async function connectionRow({ app }: Rig) {
  const [row] = await app.tree.getChildren();
  assert.ok(row);
  return { row, item: app.tree.getTreeItem(row) };
}

async function lastSearch(rig: Rig): Promise<Readonly<Record<string, unknown>>> {
  const last = (await rig.asked("SearchContacts")).at(-1);
  return last?.parameters ?? assert.fail("Nothing was searched.");
}

const only = (contacts: readonly ContactSummary[], test: (contact: ContactSummary) => boolean) =>
  contacts
    .filter(test)
    .map(({ id }) => id)
    .toSorted();

const idsOf = (contacts: readonly ContactSummary[]) => contacts.map(({ id }) => id).toSorted();

/** An attribute and its value that some contacts of the demo have and others do not. */
async function someAttribute({ app }: Rig, contacts: readonly ContactSummary[]) {
  const { signal } = new AbortController();
  const records = await Promise.all(
    contacts.map(({ id }) => app.chats.contact(sandbox, id, signal)),
  );
  for (const { attributes } of records)
    for (const [key, value] of Object.entries(attributes)) {
      const having = records.filter((record) => record.attributes[key] === value);
      if (having.length < records.length)
        return { key, value, ids: having.map(({ id }) => id).toSorted() };
    }
  return assert.fail("All contacts have the same attributes.");
}

describe("Filter Chats", () => {
  let rig: Rig;
  let all: readonly ContactSummary[];

  beforeEach(async () => {
    rig = await startRig();
    all = await listed(rig);
  });
  afterEach(() => rig.close());

  /** Narrows, and checks what is asked of the service and what is listed then. */
  async function narrowed(
    filter: Partial<ChatFilter>,
    asked: Readonly<Record<string, unknown>>,
    ids: readonly string[],
  ): Promise<void> {
    await narrow(rig, filter);
    assert.deepEqual(idsOf(await listed(rig)), ids);
    assert.ok(ids.length > 0 && ids.length < all.length);
    assert.deepEqual((await lastSearch(rig))["SearchCriteria"], { Channels: ["CHAT"], ...asked });
  }

  it("narrows by agent", async () => {
    const id = all.find(({ agentId }) => agentId !== undefined)?.agentId ?? assert.fail();
    await narrowed(
      { agents: [{ id, name: "mia.keller" }] },
      { AgentIds: [id] },
      only(all, ({ agentId }) => agentId === id),
    );
  });

  it("narrows by queue", async () => {
    const id = all.find(({ queueId }) => queueId !== undefined)?.queueId ?? assert.fail();
    await narrowed(
      { queues: [{ id, name: "Support" }] },
      { QueueIds: [id] },
      only(all, ({ queueId }) => queueId === id),
    );
  });

  it("narrows by how the contact began", async () => {
    await narrowed(
      { initiationMethods: ["TRANSFER", "DISCONNECT"] },
      { InitiationMethods: ["TRANSFER", "DISCONNECT"] },
      only(all, ({ initiationMethod }) => ["TRANSFER", "DISCONNECT"].includes(initiationMethod)),
    );
  });

  it("narrows by subtype", async () => {
    const Criteria = [{ Key: "connect:Subtype", Values: ["connect:SMS"] }];
    await narrowed(
      { subtypes: ["connect:SMS"] },
      { SearchableSegmentAttributes: { Criteria, MatchType: "MATCH_ALL" } },
      only(all, ({ subtype }) => subtype === "connect:SMS"),
    );
  });

  it("narrows by contact attribute", async () => {
    const { key, value, ids } = await someAttribute(rig, all);
    const Criteria = [{ Key: key, Values: [value] }];
    await narrowed(
      { attributes: [{ key, values: [value] }] },
      { SearchableContactAttributes: { Criteria, MatchType: "MATCH_ALL" } },
      ids,
    );
  });

  it("narrows to what has not ended", async () => {
    const TimestampCondition = { Type: "DISCONNECT_TIMESTAMP", ConditionType: "NOT_EXISTS" };
    await narrowed(
      { activeOnly: true },
      { AdditionalTimeRange: { Criteria: [{ TimestampCondition }], MatchType: "MATCH_ALL" } },
      only(all, ({ endedAt }) => endedAt === undefined),
    );
  });

  it("narrows to a time", async () => {
    const times = all.map(({ initiatedAt }) => initiatedAt).toSorted((one, other) => one - other);
    const [from = 0, to = 0] = [times[3], times[9]];
    await narrow(rig, { time: { kind: "between", from, to } });
    const within = only(all, ({ initiatedAt }) => initiatedAt >= from && initiatedAt < to);
    assert.deepEqual(idsOf(await listed(rig)), within);

    await narrow(rig, { time: { kind: "last", hours: 2 } });
    await listed(rig);
    const { StartTime, EndTime } = (await lastSearch(rig))["TimeRange"] as {
      readonly StartTime: number;
      readonly EndTime: number;
    };
    assert.ok(Math.abs((EndTime - StartTime) * 1000 - 2 * HOUR) < 2000);
  });

  it("joins criteria, says them on the row and in the view, and is cleared by one command", async () => {
    const view: { description?: string } = {};
    const app = { ...rig.app, view } as unknown as Rig["app"];
    await narrow(rig, { activeOnly: true, subtypes: ["connect:Chat"] });
    showFilters(app);
    const { row, item } = await connectionRow(rig);
    assert.equal(item.description, "emulator · active · Chat");
    assert.match(item.contextValue ?? "", /^connection sandbox \w+ filtered$/);
    assert.equal(view.description, "active · Chat");

    await clearFilter(app, row);
    showFilters(app);
    assert.equal(view.description, "");
    assert.equal((await connectionRow(rig)).item.description, "emulator");
    assert.deepEqual(idsOf(await listed(rig)), idsOf(all));
  });

  it("says that nothing matches, with a click that clears it", async () => {
    await narrow(rig, { subtypes: ["connect:Guide"], attributes: [{ key: "no", values: ["no"] }] });
    const { row } = await connectionRow(rig);
    const [notice, ...others] = await rig.app.tree.getChildren(row);
    assert.ok(notice && others.length === 0);
    const { label, command } = rig.app.tree.getTreeItem(notice);
    assert.match(label as string, /No chats match the filter/);
    assert.equal(command?.command, "contactChains.clearFilter");
    assert.deepEqual(command.arguments, [row]);
  });

  it("says that a chain shows only the contacts that match", async () => {
    await narrow(rig, { initiationMethods: ["TRANSFER"] });
    const { row } = await connectionRow(rig);
    const [group] = await rig.app.tree.getChildren(row);
    const [chain] = await rig.app.tree.getChildren(group);
    assert.ok(chain);
    assert.match(
      String(rig.app.tree.getTreeItem(chain).description),
      /1 matching contact · partial/,
    );
  });
});

describe("The kept filters", () => {
  it("are there again in the next window, each with its own connection", async () => {
    const memento = emptyMemento();
    const agents = [{ id: "a", name: "Ada" }];
    const time = { kind: "last", hours: 24 } as const;
    await new FilterStore(memento).set("north", { ...noFilter, agents, time });
    const next = new FilterStore(memento);
    assert.deepEqual(next.of("north"), { ...noFilter, agents, time });
    assert.deepEqual(next.of("south"), noFilter);
    assert.deepEqual(next.of("constructor"), noFilter);
    await next.clear("north");
    assert.deepEqual(new FilterStore(memento).of("north"), noFilter);
  });

  it("are put aside where a newer version wrote them or they are damaged", async () => {
    for (const stored of [{ version: 2, filters: {} }, "x", { version: 1, filters: { a: 1 } }]) {
      const memento = emptyMemento();
      await memento.update("filters", stored);
      const store = new FilterStore(memento);
      assert.ok(store.problem);
      assert.deepEqual(store.of("a"), noFilter);
      await store.set("a", { ...noFilter, activeOnly: true });
      assert.deepEqual(memento.get("filters.unreadable"), stored);
      assert.equal(new FilterStore(memento).of("a").activeOnly, true);
    }
  });
});
