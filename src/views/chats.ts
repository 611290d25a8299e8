import type { ChatFilter } from "../domain/chatFilter";
import { criteriaOf, noFilter, windowOf } from "../domain/chatFilter";
import { ChatFeed } from "../domain/chatFeed";
import type { Connection } from "../domain/connection";
import type { Contact, ContactSummary } from "../domain/contact";
import { hasEnded } from "../domain/contact";
import { Failure } from "../domain/failure";
import type { ConnectGateway } from "../domain/gateway";
import type { Lineage, Session } from "../domain/history";
import { followLineage, readChain } from "../domain/lineage";
import type { Names } from "../wording/contacts";
import { noNames } from "../wording/contacts";

const KEPT_FOUND = 20;

export interface ChatsSources {
  readonly gateway: (connection: Connection) => Promise<ConnectGateway>;
  readonly lookBackDays: () => number;
  readonly filterOf: (connection: Connection) => ChatFilter;
  /** ms since the epoch. */
  readonly now: (connection: Connection) => number;
  readonly warn: (message: string) => void;
}

/** What has been read of one connection since its last refresh. */
interface Read {
  readonly abort: AbortController;
  readonly feed: ChatFeed;
  readonly chains: Map<string, Promise<Session>>;
  /** The chains that have arrived, for what can be said without waiting. */
  readonly known: Map<string, Session>;
}

function keepChain({ chains, known }: Pick<Read, "chains" | "known">, chain: Session): void {
  known.set(chain.initialContactId, chain);
  if (chain.unlisted !== undefined) return;
  for (const { id } of chain.contacts) chains.set(id, Promise.resolve(chain));
}

/** Nothing of it changes any more. */
const isOver = ({ contacts, unlisted }: Session): boolean =>
  unlisted === undefined && contacts.every(hasEnded);

const isBehind = (feed: ChatFeed, before: ChatFeed): boolean =>
  feed.failure === undefined && feed.hasMore && feed.contactCount < before.contactCount;

/** What was read of each connection; each thing is read once until it is forgotten by a refresh. */
export class Chats {
  private readonly reads = new Map<string, Read>();
  private readonly names = new Map<string, Names>();
  /** Initial contacts of the chains that a person went to, by connection, the newest first; they outlive a refresh. */
  private readonly found = new Map<string, readonly string[]>();

  constructor(private readonly sources: ChatsSources) {}

  feed(connection: Connection): ChatFeed {
    return this.readOf(connection).feed;
  }

  /**
   * The whole chain that a contact belongs to, with every contact's record; `knownIds` are contacts that were listed as of it.
   * Rejects with a `Failure`.
   */
  chain(
    connection: Connection,
    contactId: string,
    knownIds: readonly string[] = [],
  ): Promise<Session> {
    const { chains, known, abort } = this.readOf(connection);
    const reading =
      chains.get(contactId) ??
      this.sources
        .gateway(connection)
        .then((gateway) => readChain(gateway, contactId, abort.signal, knownIds))
        .then((chain) => {
          // Perhaps it can be listed the next time.
          if (chain.unlisted !== undefined) chains.delete(contactId);
          keepChain({ chains, known }, chain);
          return chain;
        });
    chains.set(contactId, reading);
    reading.catch(() => chains.delete(contactId));
    return reading;
  }

  /** Keeps a chain that a person went to, so that it is shown although no search lists it. */
  keepFound({ id }: Connection, initialContactId: string): void {
    const others = (this.found.get(id) ?? []).filter((other) => other !== initialContactId);
    this.found.set(id, [initialContactId, ...others].slice(0, KEPT_FOUND));
  }

  clearFound({ id }: Connection): void {
    this.found.delete(id);
  }

  /** The chains that a person went to and that are not in the list; those that cannot be read are left out. */
  async foundChains(connection: Connection): Promise<readonly Session[]> {
    const ids = this.found.get(connection.id) ?? [];
    if (ids.length === 0) return [];
    const listed = new Set(this.feed(connection).chains.map((chain) => chain.initialContactId));
    const read = await Promise.allSettled(
      ids.filter((id) => !listed.has(id)).map((id) => this.chain(connection, id)),
    );
    return read.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  }

  /** The chain with the older ones that it is linked to, as far as its histories reach. */
  async lineage(connection: Connection, contactId: string, signal: AbortSignal): Promise<Lineage> {
    const [gateway, chain] = await Promise.all([
      this.sources.gateway(connection),
      this.chain(connection, contactId),
    ]);
    return followLineage(gateway, chain, { signal });
  }

  /** The contact's record as it is now. */
  async contact(connection: Connection, contactId: string, signal: AbortSignal): Promise<Contact> {
    return (await this.sources.gateway(connection)).describeContact(contactId, signal);
  }

  /** Chats that go on as of now, newest first; at most one page of them. */
  async activeChats(
    connection: Connection,
    signal: AbortSignal,
  ): Promise<readonly ContactSummary[]> {
    const gateway = await this.sources.gateway(connection);
    const window = windowOf(noFilter, this.clock(connection));
    const page = await gateway.searchChats({ window, criteria: { activeOnly: true } }, signal);
    return page.contacts.filter((contact) => !hasEnded(contact));
  }

  /** The chain if it has been read already. */
  knownChain(connection: Connection, initialContactId: string): Session | undefined {
    return this.reads.get(connection.id)?.known.get(initialContactId);
  }

  knownNames(connection: Connection): Names {
    return this.names.get(connection.id) ?? noNames;
  }

  /** Agents' and queues' names; where they cannot be read, what is known stays, else ids, and the log says so. */
  async readNames(connection: Connection): Promise<Names> {
    const { signal } = this.readOf(connection).abort;
    const gateway = await this.sources.gateway(connection);
    const known = this.knownNames(connection);
    const [agents, queues] = await Promise.all([
      this.orKnown(gateway.agentNames(signal), known.agents),
      this.orKnown(gateway.queueNames(signal), known.queues),
    ]);
    const names = { agents, queues };
    this.names.set(connection.id, names);
    return names;
  }

  /** Forgets one chain, so that its new link is read. */
  forgetChain(connection: Connection, contactId: string): void {
    const read = this.reads.get(connection.id);
    if (read === undefined) return;
    const ids = [...read.known.values()]
      .filter(({ contacts }) => contacts.some(({ id }) => id === contactId))
      .flatMap(({ initialContactId, contacts }) => [
        initialContactId,
        ...contacts.map(({ id }) => id),
      ]);
    for (const id of [contactId, ...ids]) {
      read.chains.delete(id);
      read.known.delete(id);
    }
  }

  /** Forgets what was read, so that it is read again when it is next asked for. */
  forget(connection: Connection): void {
    this.reads.get(connection.id)?.abort.abort();
    this.reads.delete(connection.id);
  }

  /**
   * Reads the list as far as it was read, without anybody waiting for it. What was there stays until then, and for good where
   * that fails; tells whether there is a new one.
   */
  async reread(connection: Connection): Promise<boolean> {
    const before = this.reads.get(connection.id);
    if (before?.feed.hasRead !== true) return false;
    const fresh = this.startReading(connection);
    do await fresh.feed.more(true);
    while (isBehind(fresh.feed, before.feed));
    const isWanted = fresh.feed.failure === undefined && this.reads.get(connection.id) === before;
    if (!isWanted) return false;
    for (const chain of before.known.values()) if (isOver(chain)) keepChain(fresh, chain);
    this.reads.set(connection.id, fresh);
    return true;
  }

  dispose(): void {
    for (const { abort } of this.reads.values()) abort.abort();
    this.reads.clear();
  }

  private async orKnown(
    reading: Promise<ReadonlyMap<string, string>>,
    known: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    try {
      return await reading;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.kind !== "aborted") this.sources.warn(`Names could not be read. ${error.message}`);
      return known;
    }
  }

  private clock(connection: Connection) {
    return { now: this.sources.now(connection), lookBackDays: this.sources.lookBackDays() };
  }

  private readOf(connection: Connection): Read {
    const read = this.reads.get(connection.id) ?? this.startReading(connection);
    this.reads.set(connection.id, read);
    return read;
  }

  private startReading(connection: Connection): Read {
    const abort = new AbortController();
    const filter = this.sources.filterOf(connection);
    const request = {
      window: windowOf(filter, this.clock(connection)),
      criteria: criteriaOf(filter),
    };
    const feed = new ChatFeed(async (token, isBackground) =>
      (await this.sources.gateway(connection)).searchChats(
        { ...request, isBackground, ...(token === undefined ? {} : { token }) },
        abort.signal,
      ),
    );
    return { abort, feed, chains: new Map(), known: new Map() };
  }
}
